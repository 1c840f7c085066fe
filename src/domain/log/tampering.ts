import type { Result } from "#domain/result.ts";
import { cleanText } from "#domain/text.ts";
import { type LogEntry, type LogRow, type UnreadableRow, claimedAuthor } from "./entry.ts";

/** A sign that a log is not as it was written. It is shown to everybody and changes nothing. */
export interface Tampering {
  readonly what: TamperingKind;
  /** The row it is about; of `unlinked` the row that follows the one in doubt. */
  readonly position: number;
  /** The decision the row stands or stood under. */
  readonly decision: string;
  /** Who did it, as far as SharePoint tells, and when (epoch milliseconds). */
  readonly who?: Named;
  readonly atMs?: number;
  /** Whose event it is or was, and of which kind. */
  readonly of?: Named;
  readonly kind: string;
  /** The payload as it reads now, where that is not what counts. */
  readonly now?: string;
}

/** A person as a row names them; the name is empty where only the id is known. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type TamperingKind =
  /** Changed, and counted as first written. */
  | "edited"
  /** Changed, and its first version is gone: it counts no longer. */
  | "original-lost"
  /** Put under another meeting or decision: it counts no longer. */
  | "moved"
  /** It says something else than before, and SharePoint noted no change. */
  | "changed-silently"
  /** Seen before and gone: it counts for nobody. */
  | "deleted"
  /** Written by one person in another one's name. */
  | "forged-author"
  /** Its author had seen a row before it that is not in the log, or reads differently now. */
  | "unlinked";

/** What a row by itself gives away, as `readEntry` understood it. */
export function signOf(row: LogRow, read: Result<LogEntry, UnreadableRow>): Tampering | undefined {
  const { position, decision, kind, atMs, edited, authorId, authorName } = row;
  const author = named(authorId, authorName);
  const about = { position, decision, kind };
  if (!read.ok && read.refusal.why === "forged-author") {
    const claim = claimedAuthor(row.payload);
    const of = named(typeof claim === "string" ? claim.toLowerCase() : "", "");
    return { what: "forged-author", ...about, who: author, atMs, of };
  }
  if (edited === undefined) return undefined;
  const who = named(edited.by.id, edited.by.name);
  const { atMs: editedAtMs, now } = edited;
  return { what: kinds[edited.original], ...about, who, atMs: editedAtMs, of: author, now };
}

/** A sign about an event that somebody has seen, of which SharePoint itself says nothing. */
export function signAbout(what: TamperingKind, entry: LogEntry): Tampering {
  const { position, decision, by, event } = entry;
  return { what, position, decision, kind: event.kind, of: by };
}

const kinds = { kept: "edited", lost: "original-lost", moved: "moved" } as const;

function named(id: string, name: string): Named {
  return { id, name: cleanText(name) };
}
