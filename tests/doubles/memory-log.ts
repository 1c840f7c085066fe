import type { Author, LogRow, RowEdit } from "#domain/log/entry.ts";
import type { EventLog, World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Mishaps, mishaps } from "./mishaps.ts";

/** The list *Decision events* in memory, for as many people as a test needs. */
export interface MemoryLog extends Pick<Mishaps, "failNext"> {
  /** The list as one person sees it; what they append is theirs. */
  as(author: Author): EventLog;
  rows(): readonly LogRow[];
  /** Eva changes a row by hand; the list keeps its first version, unless told that it is lost. */
  edit(position: number, change: Partial<LogRow>, original?: RowEdit["original"]): void;
  /** Somebody with an owner's tools changes a row, and no version tells of it. */
  overwrite(position: number, change: Partial<LogRow>): void;
  remove(position: number): void;
  /** A row shows up among the changes again, as it is. */
  touch(position: number): void;
  /** Every cursor given so far is too old. */
  expireCursors(): void;
}

const payloadLimit = 30_000;

/** An empty list. Rows are stamped to the second, as SharePoint does. */
export function memoryLog(world: Pick<World, "now">): MemoryLog {
  const rows = new Map<number, LogRow>();
  const changed: number[] = [];
  const lookupIds = new Map<string, string>();
  const { failNext, around } = mishaps();
  let oldest = 0;

  const all = () => [...rows.values()];
  const cursorNow = () => `cursor-${changed.length}`;
  const keep = (row: LogRow) => {
    rows.set(row.position, row);
    changed.push(row.position);
  };

  const lookupIdOf = (author: Author) => {
    const known = lookupIds.get(author.id) ?? String(lookupIds.size + 6);
    lookupIds.set(author.id, known);
    return known;
  };

  return {
    failNext,
    rows: all,
    edit(position, change, original = "kept") {
      const row = rows.get(position)!;
      const atMs = Math.floor(world.now() / 1000) * 1000;
      const now = change.payload ?? row.payload;
      const edited: RowEdit = { by: { id: "eva", name: "Eva Lund" }, atMs, original, now };
      keep({ ...row, ...(original !== "kept" && change), edited });
    },
    overwrite: (position, change) => keep({ ...rows.get(position)!, ...change }),
    remove(position) {
      rows.delete(position);
      changed.push(position);
    },
    touch: (position) => void changed.push(position),
    expireCursors() {
      oldest = changed.length + 1;
      changed.push(0);
    },
    as: (author) => ({
      readMeeting: (meeting, onProgress) =>
        around("readMeeting", () => {
          const found = all().filter((row) => row.meeting === meeting);
          onProgress?.(found.length);
          return { rows: found, cursor: cursorNow() };
        }),
      readDecision: (decision) =>
        around("readDecision", () => all().filter((row) => row.decision === decision)),
      follow: (cursor) =>
        around("follow", () => {
          const seen = Number(/^cursor-(\d+)$/u.exec(cursor)?.[1] ?? -1);
          if (seen < oldest) throw new StoreError("resync", "The cursor is too old");
          const since = [...new Set(changed.slice(seen))].filter((position) => position > 0);
          return {
            rows: since.flatMap((position) => rows.get(position) ?? []),
            gone: since.filter((position) => !rows.has(position)),
            cursor: cursorNow(),
          };
        }),
      append: (row) =>
        around("append", () => {
          if (row.payload.length > payloadLimit) throw new StoreError("rejected", "Too long");
          if (all().some(({ eventId }) => eventId === row.eventId)) {
            throw new StoreError("already-exists", "The event id is taken");
          }
          const kept: LogRow = {
            ...row,
            // Positions rise and are never used again, also after a row was deleted.
            position: Math.max(0, ...changed) + 1,
            authorId: author.id,
            authorName: author.name,
            authorLookupId: lookupIdOf(author),
            atMs: Math.floor(world.now() / 1000) * 1000,
          };
          keep(kept);
          return kept;
        }),
      find: (event) => around("find", () => all().find(({ eventId }) => eventId === event)),
    }),
  };
}
