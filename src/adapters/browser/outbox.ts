import type { EventId } from "#domain/ids.ts";
import type { Outbox, OutboxItem } from "#flows/ports.ts";
import { type OutboxStore, outboxStore } from "./outbox-store.ts";
import { type Turns, openTurns } from "./turns.ts";

/** An outbox that knows whether a reload would lose something. */
export interface BrowserOutbox extends Outbox {
  /** False while something waits that the browser would not keep: say so, and stay open. */
  outlivesReload(): boolean;
}

/**
 * The outbox of this browser: it outlives reload and crash, and all windows share it. Where the
 * browser keeps this page from its storage, or has no room, things wait in this window instead; so
 * nothing here ever fails.
 */
export async function openOutbox(
  name = "quorate",
  store: OutboxStore = outboxStore(name),
  turns: Turns = openTurns(),
): Promise<BrowserOutbox> {
  const inWindow = new Map<EventId, OutboxItem>();
  const done = new Set<EventId>();
  await store.open().catch(() => undefined);
  return {
    outlivesReload: () => inWindow.size === 0,
    async waiting(of, meeting) {
      const stored = await store.read(of, meeting).catch(() => []);
      const here = [...inWindow.values()].filter(
        ({ author, row }) => author === of && row.meeting === meeting,
      );
      return [...stored, ...here].filter(({ row }) => !done.has(row.eventId));
    },
    async put(item) {
      try {
        await store.put(item);
        inWindow.delete(item.row.eventId);
      } catch {
        inWindow.set(item.row.eventId, item);
      }
    },
    async remove(event) {
      inWindow.delete(event);
      // What cannot be deleted is not sent again in this life, and found to be there in the next.
      await store.remove(event).catch(() => done.add(event));
    },
    alone: (of, meeting, send) => turns.inTurn(`${name}:outbox:${of}:${meeting}`, send),
  };
}
