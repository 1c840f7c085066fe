import type { Author, LogRow } from "#domain/log/entry.ts";
import type { NewLogRow } from "#flows/ports.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** How SharePoint is taken to behave where Microsoft promises nothing. Milliseconds, from and to. */
export interface Habits {
  /** From a row being written to its being found by others. */
  readonly visibleAfterMs: Range;
  /** From a row being written to word of it reaching who listens. */
  readonly pushAfterMs: Range;
}

type Range = readonly [from: number, to: number];

/** A number in a range, by chance. */
function within([from, to]: Range, chance: number): number {
  return from + (to - from) * chance;
}

/** One SharePoint list: rows by id, a change log to follow, and word to those who listen. */
export interface SharePointList {
  /** Writes a row; its author has it at once, others find it a little later. */
  append(row: NewLogRow, author: Author): LogRow;
  /** Something changed that is no row of ours. */
  touch(): void;
  /** Rows that others can find now. */
  rows(): readonly LogRow[];
  /** Changes since a cursor, in the order they could be found. */
  since(cursor: number): readonly LogRow[];
  find(eventId: string): LogRow | undefined;
  /** Where the change log ends now. */
  cursor(): number;
  listen(onWord: () => void): () => void;
}

/** An empty list. */
export function openList(time: VirtualTime, chance: () => number, habits: Habits): SharePointList {
  const shown: LogRow[] = [];
  const byEvent = new Map<string, LogRow>();
  const listeners = new Set<() => void>();
  let written = 0;

  const tell = () => {
    if (listeners.size === 0) return;
    time.after(within(habits.pushAfterMs, chance()), () => {
      for (const onWord of listeners) onWord();
    });
  };

  return {
    append(row, author) {
      written += 1;
      const atMs = Math.floor(time.now() / 1000) * 1000;
      const { id: authorId, name: authorName } = author;
      const kept = { ...row, position: written, authorId, authorName, atMs };
      time.after(within(habits.visibleAfterMs, chance()), () => {
        shown.push(kept);
        byEvent.set(kept.eventId, kept);
      });
      tell();
      return kept;
    },
    touch: tell,
    rows: () => shown,
    since: (cursor) => shown.slice(cursor),
    find: (eventId) => byEvent.get(eventId),
    cursor: () => shown.length,
    listen(onWord) {
      listeners.add(onWord);
      return () => listeners.delete(onWord);
    },
  };
}
