import { type LogEntry, type LogRow, type UnreadableRow, readEntry } from "#domain/log/entry.ts";
import { type Tampering, signAbout, signOf } from "#domain/log/tampering.ts";
import { inOrder, replay } from "#domain/meeting.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { canonicalEntry, recordHash } from "#domain/record/canonical.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { asNote } from "#domain/record/note.ts";
import { projectRow } from "#domain/record/project.ts";

/** A decision as its log tells it, with the rows that could not be understood. */
export interface Story {
  readonly meeting: Meeting;
  /** In the order of the log, each once. */
  readonly entries: readonly LogEntry[];
  readonly unreadable: readonly UnreadableRow[];
  /** What the rows themselves give away of being tampered with, in the order of the log. */
  readonly tampering: readonly Tampering[];
  /** Every readable row, also the second one of an event: somebody may have seen that first. */
  readonly rows: readonly LogEntry[];
}

/** The story that a decision's rows tell. Total: a broken row is kept aside. */
export function tellStory(rows: readonly LogRow[]): Story {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  const read = ordered.map((row) => readEntry(row));
  const readable = read.flatMap((one) => (one.ok ? [one.value] : []));
  const entries = inOrder(readable);
  return {
    meeting: replay(entries),
    entries,
    unreadable: read.flatMap((one) => (one.ok ? [] : [one.refusal])),
    tampering: ordered.flatMap((row, at) => (read[at] && signOf(row, read[at])) ?? []),
    rows: readable,
  };
}

/** One column of the record: what the row in SharePoint says, and what the log tells. */
export interface Line {
  readonly column: keyof DecisionRow;
  readonly written: string;
  readonly told: string;
  readonly matches: boolean;
}

/** What recomputing a record from its log has come to. */
export interface Verification {
  /** How many events the record is made from. */
  readonly events: number;
  readonly hashWritten: string;
  readonly hashTold: string;
  /** Every column of the record. */
  readonly lines: readonly Line[];
  /** The lines in which the row in SharePoint and the log say different things. */
  readonly differences: readonly Line[];
  /** Events whose author had seen a row that is no longer in the log as it was. */
  readonly unlinked: readonly Tampering[];
  readonly matches: boolean;
}

/**
 * Recomputes the row and its hash from the log and compares them with what stands in SharePoint.
 * Undefined where the log tells of no close: then there is no record to verify.
 */
export async function verifyRecord(
  written: DecisionRow,
  { entries, rows }: Story,
  sha256: (text: string) => Promise<string>,
): Promise<Verification | undefined> {
  const meeting = replay(entries);
  const { closing } = meeting;
  if (closing === undefined) return undefined;
  const upTo = entries.filter(({ position }) => position <= closing.position);
  const hashTold = await recordHash(upTo, closing.position, sha256);
  // The whole log: what was added after the close stands in the row too, and not in the hash.
  const lines = linesOf(written, projectRow(meeting, hashTold, upTo.length));
  const differences = lines.filter(({ matches }) => !matches);
  const unlinked = (await findUnlinked(rows, sha256)).filter(
    ({ position }) => position <= closing.position,
  );
  return {
    events: upTo.length,
    hashWritten: written.hash,
    hashTold,
    lines,
    differences,
    unlinked,
    matches: written.hash === hashTold && differences.length === 0 && unlinked.length === 0,
  };
}

/**
 * The events that leave a gap: each names the last one its author had seen, by hash, and of a row
 * that was deleted or changed no hash is left.
 */
export async function findUnlinked(
  entries: readonly LogEntry[],
  sha256: (text: string) => Promise<string>,
): Promise<readonly Tampering[]> {
  const seen = new Set(await Promise.all(entries.map((entry) => sha256(canonicalEntry(entry)))));
  return entries
    .filter(({ previous }) => previous !== "" && !seen.has(previous))
    .map((entry) => signAbout("unlinked", entry));
}

function linesOf(written: DecisionRow, told: DecisionRow): readonly Line[] {
  const before = plain(written);
  const after = plain(told);
  return columns.map((column) => ({
    column,
    written: before[column],
    told: after[column],
    matches: before[column] === after[column],
  }));
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
  "gateReasons",
  "leadFunction",
  "inFavour",
  "abstained",
  "openConditions",
  "daysToDecide",
  "history",
  "amendments",
  "replaces",
  "replacedBy",
  "reviewedAtMs",
  "reviewResult",
  "lessons",
  "functions",
  "decidedAtMs",
  "reviewOn",
  "events",
];

type Column = Exclude<keyof DecisionRow, "decision" | "meeting" | "hash">;

/**
 * Values as text, as far as SharePoint keeps them: what is too long is shortened, ends are trimmed,
 * and line breaks written its own way.
 */
function plain(row: DecisionRow): { readonly [C in Column]: string } {
  const lines = (text: string) => asNote(text.replace(/\r\n?/gu, "\n")).trim();
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
    gateReasons: lines(row.gateReasons),
    leadFunction: row.leadFunction,
    inFavour: String(row.inFavour),
    abstained: String(row.abstained),
    openConditions: String(row.openConditions),
    daysToDecide: String(row.daysToDecide ?? ""),
    history: lines(row.history),
    amendments: lines(row.amendments),
    replaces: lines(row.replaces),
    replacedBy: lines(row.replacedBy),
    reviewedAtMs: row.reviewedAtMs === undefined ? "" : toTheSecond(row.reviewedAtMs),
    reviewResult: lines(row.reviewResult),
    lessons: lines(row.lessons),
    functions: [...row.functions].sort().join(", "),
    decidedAtMs: row.decidedAtMs === undefined ? "" : toTheSecond(row.decidedAtMs),
    reviewOn: row.reviewOn ?? "",
    events: String(row.events),
  };
}

function toTheSecond(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
