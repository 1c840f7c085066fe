import type { World } from "#flows/ports.ts";
import type { Connect } from "./connection.ts";

/** What is heard of one line. Nothing follows `onDown`. */
interface LineEvents {
  readonly onUp: () => void;
  readonly onNotice: (payload: unknown) => void;
  /** How long it was up; 0 where it never was. */
  readonly onDown: (lastedMs: number) => void;
}

const patienceMs = 20_000;

/**
 * A connection that keeps its word: it comes up within 20 seconds or goes down, goes down once,
 * and is silent after that and after it was closed. The answer closes it, as often as one likes.
 */
export function openLine(
  connect: Connect,
  world: Pick<World, "now" | "after">,
  address: string,
  events: LineEvents,
): () => void {
  let isOver = false;
  let sinceMs: number | undefined;
  const end = () => {
    if (isOver) return;
    isOver = true;
    cancelPatience();
    close();
  };
  const onDown = () => {
    if (isOver) return;
    end();
    events.onDown(sinceMs === undefined ? 0 : world.now() - sinceMs);
  };
  const cancelPatience = world.after(patienceMs, onDown);
  const close = connect(address, {
    onUp() {
      cancelPatience();
      sinceMs = world.now();
      if (!isOver) events.onUp();
    },
    onNotice(payload) {
      if (!isOver) events.onNotice(payload);
    },
    onDown,
  });
  return end;
}
