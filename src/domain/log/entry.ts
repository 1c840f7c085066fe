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
  /** Absent while nobody changed the row after it was written. */
  readonly edited?: RowEdit;
}

/** What somebody did to a row after it was written, as its version and its editor tell. */
export interface RowEdit {
  /** Who changed it last, and when (epoch milliseconds). */
  readonly by: { readonly id: string; readonly name: string };
  readonly atMs: number;
  /**
   * `kept`: the row is given as first written, and so it counts. `lost`: the list no longer has its
   * first version. `moved`: it stands under another meeting or decision than first written, where
   * whoever opens the meeting later does not find it; so nobody counts it.
   */
  readonly original: "kept" | "lost" | "moved";
  /** The payload as it reads now. */
  readonly now: string;
}

/** A row that cannot be understood or trusted: kept aside, shown in the audit view, never obeyed. */
export interface UnreadableRow {
  readonly row: LogRow;
  readonly why: "not-json" | "unknown-kind" | "malformed" | "edited" | "moved" | "forged-author";
}

const Stamp = v.object({
  id: EventId,
  decision: DecisionId,
  meeting: MeetingKey,
  author: PersonId,
});

/** An event as a row's payload, with who says it: what a forged author does not match. */
export function toPayload(event: DecisionEvent, by: PersonId): string {
  return JSON.stringify({ ...event, by });
}

/** Whose event a payload says it is; undefined where it does not say, as older ones do not. */
export function claimedAuthor(payload: string): unknown {
  return claimIn(parseJson(payload));
}

/** The entry that a row tells, or the row with why it is unreadable. Total: never throws. */
export function readEntry(row: LogRow): Result<LogEntry, UnreadableRow> {
  if (row.edited?.original === "lost") return refuse({ row, why: "edited" });
  if (row.edited?.original === "moved") return refuse({ row, why: "moved" });
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
  if (isForged(payload, stamp.output.author)) return refuse({ row, why: "forged-author" });
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

// No event has a field `by` of its own: where there is one, it names whoever said it.
function claimIn(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return undefined;
  return Object.hasOwn(payload, "by") ? (payload as { readonly by: unknown }).by : undefined;
}

function isForged(payload: unknown, author: PersonId): boolean {
  const claim = claimIn(payload);
  if (claim === undefined) return false;
  return typeof claim !== "string" || claim.toLowerCase() !== author;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
