import type { Outbox, OutboxItem } from "#flows/ports.ts";

/** What has been said and not confirmed, in memory. Shared by two flows it is two windows' outbox. */
export interface MemoryOutbox extends Outbox {
  items(): readonly OutboxItem[];
}

/** An empty outbox. */
export function memoryOutbox(): MemoryOutbox {
  const items = new Map<string, OutboxItem>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    items: () => [...items.values()],
    waiting: (of, meeting) =>
      Promise.resolve(
        [...items.values()].filter(({ author, row }) => author === of && row.meeting === meeting),
      ),
    put(item) {
      items.set(item.row.eventId, item);
      return Promise.resolve();
    },
    remove(event) {
      items.delete(event);
      return Promise.resolve();
    },
    alone(of, meeting, send) {
      const key = `${of} ${meeting}`;
      const before = turns.get(key) ?? Promise.resolve();
      const turn = before.then(send, send);
      turns.set(
        key,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
