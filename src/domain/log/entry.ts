import * as v from "valibot";
import { DecisionId, EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import { type Result, ok, refuse } from "#domain/result.ts";
import { cleanText } from "#domain/text.ts";
import { DecisionEvent } from "./event.ts";

/** Who SharePoint says wrote a row. */
export interface Author {
  readonly id: PersonId;
  readonly name: string;
}

/** One event as the list keeps it: where it stands, who said it, when, by SharePoint's own stamps. */
export interface LogEntry {
  /** The row's id: rising, never used again; the order of the log. */
  readonly position: number;
  readonly id: EventId;
  readonly decision: DecisionId;
  readonly meeting: MeetingKey;
  readonly by: Author;
  /** Epoch milliseconds, to the second. */
  readonly atMs: number;
  /** Hash of the last row its author had seen; empty for a first one. */
  readonly previous: string;
  readonly event: DecisionEvent;
}

/** A row of the list *Decision events* as an adapter hands it over, nothing in it trusted yet. */
export interface LogRow {
  readonly position: number;
  readonly authorId: string;
  readonly authorName: string;
  /** SharePoint's lookup id of the author, where it came along: the way to fill person columns. */
  readonly authorLookupId?: string;
  readonly atMs: number;
  readonly eventId: string;
  readonly decision: string;
  readonly meeting: string;
  readonly kind: string;
  readonly previous: string;
  /** JSON as text. */
  readonly payload: string;
  /** False when the row's version or editor says that somebody changed it after it was written. */
  readonly untouched: boolean;
}

/** A row that cannot be understood: kept aside and shown in the audit view, never obeyed. */
export interface UnreadableRow {
  readonly row: LogRow;
  readonly why: "not-json" | "unknown-kind" | "malformed" | "edited";
}

const Stamp = v.object({
  id: EventId,
  decision: DecisionId,
  meeting: MeetingKey,
  author: PersonId,
});

/** The entry that a row tells, or the row with why it is unreadable. Total: never throws. */
export function readEntry(row: LogRow): Result<LogEntry, UnreadableRow> {
  if (!row.untouched) return refuse({ row, why: "edited" });
  const payload = parseJson(row.payload);
  if (payload === undefined) return refuse({ row, why: "not-json" });
  const stamp = v.safeParse(Stamp, {
    id: row.eventId,
    decision: row.decision,
    meeting: row.meeting,
    author: row.authorId,
  });
  const event = v.safeParse(DecisionEvent, payload);
  if (!stamp.success) return refuse({ row, why: "malformed" });
  if (!event.success) {
    const unknown = event.issues.some((issue) => issue.path?.[0]?.key === "kind");
    return refuse({ row, why: unknown ? "unknown-kind" : "malformed" });
  }
  // Kind stands in its own column for people who filter the list; the two must say the same.
  if (event.output.kind !== row.kind) return refuse({ row, why: "malformed" });
  const { id, decision, meeting, author } = stamp.output;
  return ok({
    position: row.position,
    id,
    decision,
    meeting,
    by: { id: author, name: cleanText(row.authorName) || "Unknown person" },
    atMs: row.atMs,
    previous: row.previous,
    event: event.output,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
