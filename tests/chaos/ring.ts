import type { Push } from "#flows/ports.ts";
import type { FixedWorld } from "../doubles/fixed-world.ts";
import type { Chance } from "./chance.ts";
import type { Life } from "./life.ts";
import type { Weather } from "./weather.ts";

/** Word of commits, as badly as push may carry it. */
export interface Ring {
  /** Something was committed to the list. */
  committed(): void;
  pushFor(life: Life): Push;
  /** From now on every word arrives, once. */
  calm(): void;
}

/** A ring nobody listens to yet. */
export function newRing(base: FixedWorld, chance: Chance, weather: Weather): Ring {
  const listeners = new Set<() => void>();
  let isCalm = false;
  const times = () => {
    if (isCalm || weather.push === undefined) return 1;
    if (chance.is(weather.push.lost)) return 0;
    return chance.is(weather.push.doubled) ? 2 : 1;
  };
  return {
    calm: () => {
      isCalm = true;
    },
    committed() {
      for (const listener of listeners) {
        for (let left = times(); left > 0; left -= 1) {
          base.after(chance.between(20, 1500), listener);
        }
      }
    },
    pushFor: (life) => ({
      listen(onNews, onState) {
        const hear = () => {
          if (!life.isOver) onNews();
        };
        const connect = () => {
          listeners.add(hear);
          onState(true);
          onNews();
          // Sockets break now and then; while they are away nothing is heard.
          if (!isCalm) life.world.after(chance.between(10_000, 120_000), lose);
        };
        const lose = () => {
          if (isStopped || isCalm) return;
          listeners.delete(hear);
          onState(false);
          life.world.after(chance.between(500, 15_000), () => {
            if (!isStopped) connect();
          });
        };
        let isStopped = false;
        life.world.after(chance.between(50, 2000), () => {
          if (!isStopped) connect();
        });
        const stop = () => {
          isStopped = true;
          listeners.delete(hear);
        };
        life.onEnd(stop);
        return stop;
      },
    }),
  };
}
