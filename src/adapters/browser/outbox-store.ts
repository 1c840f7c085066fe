import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as v from "valibot";
import { DecisionId, EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { OutboxItem } from "#flows/ports.ts";

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
  isTried: v.exactOptional(v.boolean()),
  saidAtMs: v.number(),
});

/** The outbox's part of this browser's IndexedDB. Everything here fails as the browser fails. */
export interface OutboxStore {
  /** Opens it now, so that the first thing said need not wait for that. */
  open(): Promise<unknown>;
  read(of: PersonId, meeting: MeetingKey): Promise<readonly OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(event: EventId): Promise<void>;
}

/** Opens again when the browser has closed it in between. */
export function outboxStore(name: string): OutboxStore {
  let opening: Promise<IDBPDatabase<OutboxDatabase>> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const opened = () => {
    opening ??= open(name, forget).catch((failure: unknown) => {
      forget();
      throw failure;
    });
    return opening;
  };
  return {
    open: opened,
    async read(of, meeting) {
      const found = await (await opened()).getAllFromIndex("items", "of", [of, meeting]);
      return found.flatMap((item) => {
        const read = v.safeParse(Item, item);
        return read.success ? [read.output] : [];
      });
    },
    async put(item) {
      const change = (await opened()).transaction("items", "readwrite", { durability: "strict" });
      const key = await change.store.index("event").getKey(item.row.eventId);
      // Said twice keeps its place in the order.
      await (key === undefined ? change.store.add(item) : change.store.put(item, key));
      await change.done;
    },
    async remove(event) {
      const change = (await opened()).transaction("items", "readwrite");
      const key = await change.store.index("event").getKey(event);
      if (key !== undefined) await change.store.delete(key);
      await change.done;
    },
  };
}

function open(name: string, onClosed: () => void): Promise<IDBPDatabase<OutboxDatabase>> {
  return openDB<OutboxDatabase>(name, 1, {
    upgrade(db) {
      const items = db.createObjectStore("items", { autoIncrement: true });
      items.createIndex("event", "row.eventId", { unique: true });
      items.createIndex("of", ["author", "row.meeting"]);
    },
    terminated: onClosed,
  });
}
