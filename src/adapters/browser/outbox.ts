import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as v from "valibot";
import { DecisionId, EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { Outbox, OutboxItem } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

interface OutboxDatabase extends DBSchema {
  readonly items: {
    readonly key: number;
    readonly value: OutboxItem;
    readonly indexes: { readonly event: string; readonly of: [string, string] };
  };
}

// What lies on a disk may be of an older version, or damaged.
const Item = v.object({
  author: PersonId,
  row: v.object({
    eventId: EventId,
    decision: DecisionId,
    meeting: MeetingKey,
    kind: v.string(),
    previous: v.string(),
    payload: v.string(),
  }),
  saidAtMs: v.number(),
});

/**
 * The outbox in this browser's IndexedDB: it outlives reload and crash, and all windows share it.
 *
 * @throws StoreError `unavailable` when the browser keeps this page from its storage.
 */
export async function openOutbox(name = "quorate"): Promise<Outbox> {
  const db = await kept(() => open(name));
  return {
    async waiting(of, meeting) {
      const found = await kept(() => db.getAllFromIndex("items", "of", [of, meeting]));
      return found.flatMap((item) => {
        const read = v.safeParse(Item, item);
        return read.success ? [read.output] : [];
      });
    },
    async put(item) {
      await kept(async () => {
        const change = db.transaction("items", "readwrite", { durability: "strict" });
        const key = await change.store.index("event").getKey(item.row.eventId);
        // Said twice keeps its place in the order.
        await (key === undefined ? change.store.add(item) : change.store.put(item, key));
        await change.done;
      });
    },
    async remove(event) {
      await kept(async () => {
        const change = db.transaction("items", "readwrite");
        const key = await change.store.index("event").getKey(event);
        if (key !== undefined) await change.store.delete(key);
        await change.done;
      });
    },
    alone: (of, meeting, send) => inTurn(`${name}:outbox:${of}:${meeting}`, send),
  };
}

function open(name: string): Promise<IDBPDatabase<OutboxDatabase>> {
  return openDB<OutboxDatabase>(name, 1, {
    upgrade(db) {
      const items = db.createObjectStore("items", { autoIncrement: true });
      items.createIndex("event", "row.eventId", { unique: true });
      items.createIndex("of", ["author", "row.meeting"]);
    },
  });
}

async function kept<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new StoreError("unavailable", "This browser keeps the page from its storage", { cause });
  }
}

const turns = new Map<string, Promise<unknown>>();

/** One after the other: in all windows where the browser has locks, else within this one. */
async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  // Older web views have no locks; there the unique event id still keeps a thing from being twice.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks !== undefined) return await locks.request(key, act);
  const before = turns.get(key) ?? Promise.resolve();
  const turn = before.then(act, act);
  turns.set(
    key,
    turn.catch(() => undefined),
  );
  return await turn;
}
