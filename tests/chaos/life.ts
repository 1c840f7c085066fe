import type { World } from "#flows/ports.ts";
import type { FixedWorld } from "../doubles/fixed-world.ts";
import type { Chance } from "./chance.ts";

/**
 * One life of a window: from opening to reload or crash. Once it is over nothing that it was waiting
 * for ever comes, as in a browser that is gone.
 */
export interface Life {
  readonly isOver: boolean;
  end(): void;
  onEnd(act: () => void): void;
  /** The same promise, for as long as somebody lives to hear of it. */
  heard<T>(promise: Promise<T>): Promise<T>;
  /** Does it after a moment, unless the life has ended before, and tells after another moment. */
  step<T>(act: () => T): Promise<T>;
  /** Time as this window's wrong clock shows it. */
  readonly world: World;
}

/** A new life. `skewMs` is how far its clock is off. */
export function newLife(base: FixedWorld, chance: Chance, skewMs: number): Life {
  const endings: (() => void)[] = [];
  let isOver = false;

  const heard = <T>(promise: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      promise.then(
        (value) => {
          if (!isOver) resolve(value);
        },
        (reason: unknown) => {
          if (!isOver) reject(reason);
        },
      );
    });
  const after = (ms: number, act: () => void) =>
    base.after(ms, () => {
      if (!isOver) act();
    });

  return {
    get isOver() {
      return isOver;
    },
    end() {
      isOver = true;
      for (const act of endings.splice(0)) act();
    },
    onEnd: (act) => void endings.push(act),
    heard,
    step: (act) =>
      new Promise((resolve) => {
        after(chance.between(0, 2), () => {
          const value = act();
          after(chance.between(0, 3), () => resolve(value));
        });
      }),
    world: {
      now: () => base.now() + skewMs,
      newId: () => base.newId(),
      random: () => chance.next(),
      after,
      sha256: (text) => heard(base.sha256(text)),
    },
  };
}
