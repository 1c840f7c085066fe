import { oldestFirst } from "#domain/chain.ts";
import type { LogEntry, UnreadableRow } from "#domain/log/entry.ts";
import type { Named, Tampering, TamperingKind } from "#domain/log/tampering.ts";
import type { Story } from "#flows/trust/auditing.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { kindWords } from "#surfaces/shared/saying/tampering-words.ts";

/** One row of the audit: what stands in the log and does not count as it stands, and why. */
export interface AuditLine {
  readonly position: number;
  /** Epoch milliseconds, where SharePoint tells. */
  readonly atMs?: number | undefined;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  /** What the row says now, where that is not what counts. */
  readonly now?: string | undefined;
}

/** Every flagged, refused and unreadable row of a story, in the order of the log. */
export function auditLines(story: Story, unlinked: readonly Tampering[]): readonly AuditLine[] {
  const flagged = [...story.tampering, ...unlinked];
  const isFlagged = new Set(story.tampering.map(({ position }) => position));
  const unreadable = story.unreadable.filter(({ row }) => !isFlagged.has(row.position));
  return [
    ...flagged.map((sign) => flaggedLine(sign, story)),
    ...doubles(story),
    ...oldestFirst(story.meeting.refused).map(({ entry, refusal }) => ({
      ...lineOf(entry),
      why: refusalSentence(refusal),
    })),
    ...unreadable.map(unreadableLine),
  ].toSorted((a, b) => a.position - b.position);
}

const whyFlagged: { readonly [W in TamperingKind]: string } = {
  edited: "Changed after it was written. What was said first counts.",
  "original-lost":
    "Changed after it was written, and its first version is gone. It does not count.",
  moved: "Moved to another meeting or decision after it was written. It does not count.",
  "changed-silently": "It says something else than before, and SharePoint noted no change.",
  deleted: "Deleted. It does not count.",
  "forged-author": "Written in the name of somebody else. It does not count.",
  unlinked:
    "It counts. Its author had seen a row before it that is gone, or no longer says what it said.",
};

const whyUnreadable: { readonly [W in UnreadableRow["why"]]: string } = {
  "not-json": "It holds no event.",
  "unknown-kind": "It holds a kind of event this version does not know.",
  malformed: "Its event is incomplete.",
  edited: whyFlagged["original-lost"],
  moved: whyFlagged.moved,
  "forged-author": whyFlagged["forged-author"],
};

function flaggedLine(sign: Tampering, { rows, unreadable }: Story): AuditLine {
  const { what, position, kind, of, who } = sign;
  const nameOf = ({ id, name }: Named) =>
    name || (rows.find(({ by }) => by.id === id)?.by.name ?? "somebody unknown");
  const whose = of === undefined ? "" : `, by ${nameOf(of)}`;
  const entry = rows.find((one) => one.position === position);
  const kept = unreadable.find(({ row }) => row.position === position)?.row;
  return {
    position,
    atMs: sign.atMs ?? entry?.atMs,
    who: nameOf(who ?? of ?? { id: "", name: "" }),
    what: `${kindWords(kind) || "a row"}${what === "unlinked" ? "" : whose}`,
    why: whyFlagged[what],
    now: sign.now ?? kept?.payload,
  };
}

/** A second row of an event that stands already: possible where the unique column was undone. */
function doubles({ rows, entries }: Story): readonly AuditLine[] {
  const counted = new Set(entries.map(({ position }) => position));
  return rows
    .filter(({ position }) => !counted.has(position))
    .map((entry) => ({ ...lineOf(entry), why: "The same event stands in the log before it." }));
}

function unreadableLine({ row, why }: UnreadableRow): AuditLine {
  return {
    position: row.position,
    atMs: row.atMs,
    who: row.authorName || "somebody unknown",
    what: kindWords(row.kind) || "a row",
    why: whyUnreadable[why],
    now: row.payload,
  };
}

function lineOf({ position, atMs, by, event }: LogEntry): Omit<AuditLine, "why"> {
  return { position, atMs, who: by.name, what: kindWords(event.kind) };
}
