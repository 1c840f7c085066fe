import { tryAgainInMs } from "#flows/meeting/governor.ts";
import type { World } from "#flows/ports.ts";
import type { StoreError } from "#flows/store-error.ts";

/** Does something again after a failure: as late as Microsoft asked, else later each time. */
export class TryingAgain {
  readonly #world: World;
  #failures = 0;
  #cancel: () => void = () => undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Does it once more after this failure; what was to be done later before is not. */
  later(why: StoreError, act: () => void): void {
    this.#failures += 1;
    const failures = this.#failures;
    const { retryAfterSeconds } = why.details;
    const chance = this.#world.random();
    this.in(tryAgainInMs({ failures, chance, retryAfterSeconds }), act);
  }

  /** Does it once after so many milliseconds. */
  in(ms: number, act: () => void): void {
    this.cancel();
    this.#cancel = this.#world.after(ms, act);
  }

  /** It went well: the next failure is the first one again. */
  wentWell(): void {
    this.#failures = 0;
  }

  cancel(): void {
    this.#cancel();
  }
}
