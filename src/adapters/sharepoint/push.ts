import type { Graph } from "#adapters/graph/client.ts";
import type { Push, World } from "#flows/ports.ts";
import type { ListRef } from "./list-items.ts";
import { type Connect, connectBySocket } from "./push/connection.ts";
import { openLine } from "./push/line.ts";
import { openPace } from "./push/pace.ts";
import { type Subscription, expiryTold, subscribe } from "./push/subscription.ts";

interface PushOptions {
  readonly graph: Graph;
  readonly list: ListRef;
  readonly world: Pick<World, "now" | "random" | "after">;
  /** How far the service's clock is ahead of ours; nothing where that is not known. */
  readonly clockOffsetMs?: () => number;
  readonly connect?: Connect;
}

/**
 * Word of a list's changes over SharePoint's web socket. An address is asked for (1 resource unit),
 * connected to, and followed by the next one before it expires, without a moment in between. It is
 * an accelerator: whatever is refused or breaks is tried again later, and nothing is ever thrown.
 *
 * @see https://learn.microsoft.com/graph/api/subscriptions-socketio
 */
export function openPush(options: PushOptions): Push {
  return { listen: (onNews, onState) => listen(options, onNews, onState) };
}

const soundAfterMs = 60_000;

function listen(
  { graph, list, world, clockOffsetMs = () => 0, connect = connectBySocket }: PushOptions,
  onNews: () => void,
  onState: (isUp: boolean) => void,
): () => void {
  let isStopped = false;
  /** Whether an address is being asked for, or connected to. */
  let isTrying = false;
  /** Closes the connection that word comes over; undefined while none does. */
  let closeLine: (() => void) | undefined;
  let closeLatest = () => {};

  const ask = async () => {
    isTrying = true;
    const answer = await subscribe(graph, list).catch((failure: unknown) => ({ failure }));
    if (isStopped) return;
    if ("address" in answer) {
      open(answer);
      return;
    }
    isTrying = false;
    pace.askAfterFailure(answer.failure);
  };
  const pace = openPace(world, clockOffsetMs, () => void ask());

  const open = ({ address, expiresAtMs }: Subscription) => {
    isTrying = true;
    let untilMs = expiresAtMs;
    const close = openLine(connect, world, address, {
      onUp() {
        const closeBefore = closeLine;
        closeLine = close;
        isTrying = false;
        pace.renewBefore(untilMs);
        if (closeBefore === undefined) {
          onState(true);
        } else {
          // Closed only now, so that no word falls between the two.
          closeBefore();
          pace.forgive();
        }
        // What happened while nobody listened is not told again.
        if (!isStopped) onNews();
      },
      onNotice(payload) {
        const toldMs = untilMs === undefined ? expiryTold(payload) : undefined;
        if (toldMs !== undefined) {
          untilMs = toldMs;
          pace.renewBefore(toldMs);
        }
        onNews();
      },
      onDown(lastedMs) {
        const wasUp = closeLine === close;
        if (wasUp) closeLine = undefined;
        else isTrying = false;
        if (lastedMs < soundAfterMs) {
          // The address may be what is wrong: its token may have expired, or never been any good.
          pace.askAfterRefusal();
        } else {
          pace.forgive();
          // Unless the next address is on its way already.
          if (!isTrying) pace.soon(() => open({ address, expiresAtMs: untilMs }));
        }
        if (wasUp) onState(false);
      },
    });
    closeLatest = close;
  };

  void ask();
  return () => {
    isStopped = true;
    pace.stop();
    closeLatest();
    closeLine?.();
  };
}
