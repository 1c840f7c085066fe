import type { LogEntry } from "#domain/log/entry.ts";
import { evolve, replay } from "#domain/meeting.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { asNote } from "#domain/record/note.ts";
import { projectRow } from "#domain/record/project.ts";

/** How a decided decision's row stands against its log, and what it says once it is written. */
export interface RowStanding {
  /**
   * `behind`: it says what the log told at an earlier time, so nobody has written what came since.
   * `ahead-or-changed`: it says what this log never told: a row is still on its way, or somebody
   * changed the row by hand.
   */
  readonly kind: "as-told" | "behind" | "ahead-or-changed";
  /** The row with what happened afterwards; every other column stays as it is. */
  readonly toBe: DecisionRow;
}

/**
 * How a row stands, by the columns that are added to after a decision was taken. The others are
 * locked: what differs in them is for Verify to show. Undefined where nothing was decided, or where
 * its record was never written. The entries are in the order of the log.
 */
export function rowStanding(
  row: DecisionRow,
  entries: readonly LogEntry[],
): RowStanding | undefined {
  const { closing } = replay(entries);
  if (closing?.outcome !== "decided" || row.hash === "") return undefined;
  const isBefore = ({ position }: LogEntry): boolean => position <= closing.position;
  let meeting = replay(entries.filter(isBefore));
  const told = [columnsOf(projectRow(meeting, row.hash, row.events))];
  for (const entry of entries.filter((one) => !isBefore(one))) {
    meeting = evolve(meeting, entry);
    told.push(columnsOf(projectRow(meeting, row.hash, row.events)));
  }
  const written = textOf(columnsOf(row));
  const last = told.at(-1) ?? columnsOf(row);
  const toBe = { ...row, ...last };
  if (textOf(last) === written) return { kind: "as-told", toBe };
  const isEarlier = told.some((columns) => textOf(columns) === written);
  return { kind: isEarlier ? "behind" : "ahead-or-changed", toBe };
}

/**
 * Whether a row has the record of this close. Where it has fewer events it was written at an earlier
 * one: the decision was put off then, and taken up since.
 */
export function isRecorded(
  row: DecisionRow,
  entries: readonly LogEntry[],
  closePosition: number,
): boolean {
  const events = entries.filter(({ position }) => position <= closePosition).length;
  return row.hash !== "" && row.events >= events;
}

/** Whether a row says what its log tells, as far as it is written afterwards. */
export function isInStep(row: DecisionRow, entries: readonly LogEntry[]): boolean {
  const standing = rowStanding(row, entries);
  return standing === undefined || standing.kind === "as-told";
}

type AfterColumns = Pick<
  DecisionRow,
  "status" | "amendments" | "replacedBy" | "reviewedAtMs" | "reviewResult" | "lessons" | "reviewOn"
>;

function columnsOf(row: DecisionRow): AfterColumns {
  const { status, amendments, replacedBy, reviewedAtMs, reviewResult, lessons, reviewOn } = row;
  return { status, amendments, replacedBy, reviewedAtMs, reviewResult, lessons, reviewOn };
}

/** As SharePoint keeps them: ends trimmed, line breaks its own, times to the second. */
function textOf(columns: AfterColumns): string {
  const { status, amendments, replacedBy, reviewedAtMs, reviewResult, lessons, reviewOn } = columns;
  const texts = [amendments, replacedBy, reviewResult, lessons].map((text) =>
    asNote(text.replace(/\r\n?/gu, "\n")).trim(),
  );
  const seconds = reviewedAtMs === undefined ? null : Math.floor(reviewedAtMs / 1000);
  return JSON.stringify([status, ...texts, seconds, reviewOn ?? ""]);
}
