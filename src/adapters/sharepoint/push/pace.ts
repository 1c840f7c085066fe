import type { World } from "#flows/ports.ts";
import { afterRefusalMs, askAgainAfterMs, reconnectAfterMs, renewAfterMs } from "./timing.ts";

/** When the next step is taken. There is one at most: a later word replaces an earlier one. */
export interface Pace {
  /** Asks for another address before this one expires, by the service's clock. */
  renewBefore(expiresAtMs: number | undefined): void;
  /** Asks again after Graph gave no address, and not sooner whatever else happens. */
  askAfterFailure(failure: unknown): void;
  /** Asks for another address, since this one could not be connected to. */
  askAfterRefusal(): void;
  /** Does this shortly: an address that worked may do so again. */
  soon(reconnect: () => void): void;
  /** Something lasted: what fails from now on fails for the first time. */
  forgive(): void;
  stop(): void;
}

/** A pace by the world's clock and chance; `ask` is how another address is asked for. */
export function openPace(
  world: Pick<World, "now" | "random" | "after">,
  clockOffsetMs: () => number,
  ask: () => void,
): Pace {
  let failures = 0;
  let askFromMs = 0;
  let cancel = () => {};

  const next = (ms: number, act: () => void) => {
    cancel();
    cancel = world.after(ms, act);
  };
  const askAfter = (ms: number) => next(Math.max(ms, askFromMs - world.now()), ask);

  return {
    renewBefore(expiresAtMs) {
      const nowMs = world.now() + clockOffsetMs();
      const lifeMs = expiresAtMs === undefined ? undefined : expiresAtMs - nowMs;
      askAfter(renewAfterMs(lifeMs, world.random()));
    },
    askAfterFailure(failure) {
      const waitMs = askAgainAfterMs(failure, failures, world.random());
      askFromMs = world.now() + waitMs;
      failures += 1;
      askAfter(waitMs);
    },
    askAfterRefusal() {
      askAfter(afterRefusalMs(failures, world.random()));
      failures += 1;
    },
    soon: (reconnect) => next(reconnectAfterMs(world.random()), reconnect),
    forgive() {
      failures = 0;
    },
    stop: () => cancel(),
  };
}
