import type { EventId } from "#domain/ids.ts";
import type { Outbox, OutboxItem } from "#flows/ports.ts";
import type { Life } from "./life.ts";

/** One person's browser: what its disk keeps outlives its windows, and its locks do not. */
export interface Browser {
  /** The outbox as one window sees it. */
  outboxFor(life: Life): Outbox;
  waiting(): readonly OutboxItem[];
  /** Everything that ever lay in the outbox, in the order it was put: from then on it is kept. */
  readonly kept: readonly EventId[];
}

interface Turn {
  readonly life: Life;
  readonly begin: () => void;
}

/** A browser nothing was said in yet. Every step takes a moment, in which the window may die. */
export function newBrowser(): Browser {
  const items = new Map<EventId, OutboxItem>();
  const kept: EventId[] = [];
  const queues = new Map<string, Turn[]>();

  const release = (key: string, gone: (turn: Turn) => boolean) => {
    const queue = queues.get(key) ?? [];
    const left = queue.filter((turn) => !gone(turn));
    queues.set(key, left);
    if (left[0] !== queue[0]) left[0]?.begin();
  };

  return {
    kept,
    waiting: () => [...items.values()],
    outboxFor: (life) => {
      life.onEnd(() => {
        for (const key of queues.keys()) release(key, (turn) => turn.life === life);
      });
      return {
        waiting: (of, meeting) =>
          life.step(() =>
            [...items.values()].filter(
              ({ author, row }) => author === of && row.meeting === meeting,
            ),
          ),
        put: (item) =>
          life.step(() => {
            const { eventId } = item.row;
            if (!kept.includes(eventId)) kept.push(eventId);
            items.set(eventId, item);
          }),
        remove: (event) => life.step(() => void items.delete(event)),
        alone: (of, meeting, send) =>
          new Promise((resolve, reject) => {
            const key = `${of} ${meeting}`;
            const turn: Turn = {
              life,
              begin: () => {
                const done = () => release(key, (one) => one === turn);
                life.heard(send()).then(resolve, reject).finally(done);
              },
            };
            const queue = queues.get(key) ?? [];
            queues.set(key, [...queue, turn]);
            if (queue.length === 0) turn.begin();
          }),
      };
    },
  };
}
