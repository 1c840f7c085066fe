import type { World } from "#flows/ports.ts";
import type { Connect, ConnectionEvents } from "./push-connection.ts";

const patienceMs = 20_000;

/**
 * A connection that keeps its word: it comes up within 20 seconds or goes down, goes down once,
 * and is silent after that and after it was closed. The answer closes it, as often as one likes.
 */
export function openLine(
  connect: Connect,
  world: Pick<World, "after">,
  address: string,
  events: ConnectionEvents,
): () => void {
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    cancelPatience();
    close();
  };
  const onDown = () => {
    if (isOver) return;
    end();
    events.onDown();
  };
  const cancelPatience = world.after(patienceMs, onDown);
  const close = connect(address, {
    onUp() {
      cancelPatience();
      if (!isOver) events.onUp();
    },
    onNotice(payload) {
      if (!isOver) events.onNotice(payload);
    },
    onDown,
  });
  return end;
}
