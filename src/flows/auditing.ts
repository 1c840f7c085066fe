import { type LogEntry, type LogRow, type UnreadableRow, readEntry } from "#domain/log/entry.ts";
import { inOrder, replay } from "#domain/meeting.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { canonicalEntry, recordHash } from "#domain/record/canonical.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";

/** A decision as its log tells it, with the rows that could not be understood. */
export interface Story {
  readonly meeting: Meeting;
  /** In the order of the log, each once. */
  readonly entries: readonly LogEntry[];
  readonly unreadable: readonly UnreadableRow[];
}

/** The story that a decision's rows tell. Total: a broken row is kept aside. */
export function tellStory(rows: readonly LogRow[]): Story {
  const read = rows.map((row) => readEntry(row));
  const entries = inOrder(read.flatMap((one) => (one.ok ? [one.value] : [])));
  const unreadable = read.flatMap((one) => (one.ok ? [] : [one.refusal]));
  return { meeting: replay(entries), entries, unreadable };
}

/** One column in which the row in SharePoint and the log say different things. */
export interface Difference {
  readonly column: keyof DecisionRow;
  readonly written: string;
  readonly told: string;
}

/** What recomputing a record from its log has come to. */
export interface Verification {
  /** How many events the record is made from. */
  readonly events: number;
  readonly hashWritten: string;
  readonly hashTold: string;
  readonly differences: readonly Difference[];
  /** Events whose author had seen a row that is no longer in the log as it was. */
  readonly unlinked: readonly LogEntry[];
  readonly matches: boolean;
}

/**
 * Recomputes the row and its hash from the log and compares them with what stands in SharePoint.
 * Undefined where the log tells of no close: then there is no record to verify.
 */
export async function verifyRecord(
  written: DecisionRow,
  { entries }: Story,
  sha256: (text: string) => Promise<string>,
): Promise<Verification | undefined> {
  const { closing } = replay(entries);
  if (closing === undefined) return undefined;
  const upTo = entries.filter(({ position }) => position <= closing.position);
  const hashTold = await recordHash(upTo, closing.position, sha256);
  const differences = differencesOf(written, projectRow(replay(upTo), hashTold, upTo.length));
  const unlinked = await findUnlinked(upTo, sha256);
  return {
    events: upTo.length,
    hashWritten: written.hash,
    hashTold,
    differences,
    unlinked,
    matches: written.hash === hashTold && differences.length === 0 && unlinked.length === 0,
  };
}

/** Each event names the last one its author had seen, by hash: a changed row leaves a gap. */
async function findUnlinked(
  entries: readonly LogEntry[],
  sha256: (text: string) => Promise<string>,
): Promise<readonly LogEntry[]> {
  const seen = new Set(await Promise.all(entries.map((entry) => sha256(canonicalEntry(entry)))));
  return entries.filter(({ previous }) => previous !== "" && !seen.has(previous));
}

function differencesOf(written: DecisionRow, told: DecisionRow): readonly Difference[] {
  const before = plain(written);
  const after = plain(told);
  return columns.flatMap((column) =>
    before[column] === after[column]
      ? []
      : [{ column, written: before[column], told: after[column] }],
  );
}

const columns: readonly Column[] = [
  "title",
  "status",
  "outcome",
  "proposal",
  "context",
  "wantedOutcome",
  "withoutIt",
  "rule",
  "result",
  "decider",
  "facilitator",
  "driversPresent",
  "drivers",
  "functionsCovered",
  "functionsNeeded",
  "dissent",
  "table",
  "dissentByName",
  "conclusions",
  "goals",
  "risks",
  "rights",
  "options",
  "conditions",
  "milestones",
  "communication",
  "functions",
  "decidedAtMs",
  "reviewOn",
  "events",
];

type Column = Exclude<keyof DecisionRow, "decision" | "meeting" | "hash">;

/** Values as text, as far as SharePoint keeps them: it trims, and writes line breaks its own way. */
function plain(row: DecisionRow): { readonly [C in Column]: string } {
  const lines = (text: string) => text.replace(/\r\n?/gu, "\n").trim();
  return {
    title: lines(row.title),
    status: row.status,
    outcome: lines(row.outcome),
    proposal: lines(row.proposal),
    context: lines(row.context),
    wantedOutcome: lines(row.wantedOutcome),
    withoutIt: lines(row.withoutIt),
    rule: lines(row.rule),
    result: lines(row.result),
    // By name: a person column comes back with a name where its id is not known.
    decider: row.decider?.name ?? "",
    facilitator: row.facilitator?.name ?? "",
    driversPresent: String(row.driversPresent),
    drivers: String(row.drivers),
    functionsCovered: String(row.functionsCovered),
    functionsNeeded: String(row.functionsNeeded),
    dissent: String(row.dissent),
    table: lines(row.table),
    dissentByName: lines(row.dissentByName),
    conclusions: lines(row.conclusions),
    goals: lines(row.goals),
    risks: lines(row.risks),
    rights: lines(row.rights),
    options: lines(row.options),
    conditions: lines(row.conditions),
    milestones: lines(row.milestones),
    communication: lines(row.communication),
    functions: [...row.functions].sort().join(", "),
    decidedAtMs: row.decidedAtMs === undefined ? "" : toTheSecond(row.decidedAtMs),
    reviewOn: row.reviewOn ?? "",
    events: String(row.events),
  };
}

function toTheSecond(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
