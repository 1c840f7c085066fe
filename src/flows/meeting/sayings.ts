import { judge } from "#domain/rights/judge.ts";
import type { EventId } from "#domain/ids.ts";
import { readEntry } from "#domain/log/entry.ts";
import { evolve } from "#domain/meeting.ts";
import { newestFirst } from "#domain/chain.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import type { Saying } from "./live-meeting.ts";
import type { LogBook } from "./log-book.ts";
import type { OutboxItem } from "#flows/ports.ts";

/** How many of a person's own sayings a surface is told about. */
const remembered = 50;

/** What a log has of what was said here. */
type Heard = Pick<LogBook, "has" | "meeting" | "isPassedOver">;

interface Kept {
  readonly item: OutboxItem;
  readonly saying: Saying;
}

/** What this person said in this browser, and what has become of each. */
export interface Sayings {
  list(book: Heard): readonly Saying[];
  add(item: OutboxItem, event: Saying["event"]): void;
  /** Takes up what an earlier life left in the outbox; what cannot be read is passed over. */
  addUnsent(item: OutboxItem): void;
  settle(id: EventId, state: Saying["state"]): void;
  remove(id: EventId): void;
  /** The meeting as it will be once everything waiting has arrived. */
  over(meeting: Meeting, book: Heard, me: Person, atMs: number): Meeting;
}

/** No sayings yet. */
export function newSayings(): Sayings {
  const kept = new Map<EventId, Kept>();

  function isWaiting({ saying }: Kept, book: Heard): boolean {
    return saying.state.kind === "waiting" && !book.has(saying.id);
  }

  /** Saved is what the list says: another window of this browser may have sent it. */
  function seen({ item, saying }: Kept, book: Heard, refusals: Refusals): Saying {
    if (!book.has(saying.id)) return saying;
    const isPassedOver = book.isPassedOver(item.row.decision);
    const why = isPassedOver ? alreadyOpened : refusals.get(saying.id);
    if (why !== undefined) return { ...saying, state: { kind: "refused", why } };
    return saying.state.kind === "saved"
      ? saying
      : { ...saying, state: { kind: "saved", atMs: saying.saidAtMs } };
  }

  function add(item: OutboxItem, event: Saying["event"]): void {
    const { saidAtMs } = item;
    const state = { kind: "waiting", sinceMs: saidAtMs } as const;
    kept.set(item.row.eventId, { item, saying: { id: item.row.eventId, event, saidAtMs, state } });
    for (const [id, old] of kept) {
      if (kept.size <= remembered) break;
      if (old.saying.state.kind === "saved") kept.delete(id);
    }
  }

  return {
    add,
    list(book) {
      const refusals = refusalsOf(book.meeting());
      return Array.from(kept.values(), (one) => seen(one, book, refusals));
    },
    addUnsent(item) {
      const read = readEntry(asRow(item, item.row.eventId, Number.MAX_SAFE_INTEGER, item.saidAtMs));
      if (read.ok && !kept.has(item.row.eventId)) add(item, read.value.event);
    },
    settle(id, state) {
      const one = kept.get(id);
      if (one !== undefined) kept.set(id, { ...one, saying: { ...one.saying, state } });
    },
    remove: (id) => void kept.delete(id),
    over(meeting, book, me, atMs) {
      let ahead = meeting;
      for (const one of kept.values()) {
        if (!isWaiting(one, book)) continue;
        const read = readEntry(asRow(one.item, me.name, Number.MAX_SAFE_INTEGER, atMs));
        // What would be refused is left to the list to refuse: here it would only be noise.
        if (read.ok && judge(ahead, read.value) === undefined) ahead = evolve(ahead, read.value);
      }
      return ahead;
    },
  };
}

/** Somebody else's decision was opened a moment before, and a meeting has one at a time. */
const alreadyOpened = { reason: "already-opened" } as const;

type Refusals = ReadonlyMap<EventId, Extract<Saying["state"], { kind: "refused" }>["why"]>;

function refusalsOf(meeting: Meeting): Refusals {
  return new Map(
    Array.from(newestFirst(meeting.refused), ({ entry, refusal }) => [entry.id, refusal]),
  );
}

/** What was said, as if SharePoint had stamped it. */
function asRow({ author, row }: OutboxItem, authorName: string, position: number, atMs: number) {
  return { ...row, authorId: author, authorName, position, atMs };
}
