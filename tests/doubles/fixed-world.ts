import { createHash } from "node:crypto";
import type { World } from "#flows/ports.ts";

/** A world whose time stands still until a test moves it. */
export interface FixedWorld extends World {
  /** Moves time on, timer by timer in their order, letting everything settle after each. */
  advance(ms: number): Promise<void>;
  /** Moves time on as far as it takes for something to come true, an hour at most. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** Lets everything settle that needs no time. */
  settle(): Promise<void>;
  readonly timers: number;
}

const hourMs = 3_600_000;

/** A world at a Monday afternoon; its ids count up, its chance follows the seed. */
export function fixedWorld(startMs = Date.UTC(2026, 10, 23, 14), seed = 1): FixedWorld {
  let nowMs = startMs;
  let ids = 0;
  let chance = seed;
  const timers = new Set<{ readonly atMs: number; readonly act: () => void }>();

  const fireNext = (untilMs: number) => {
    const [next] = [...timers].sort((a, b) => a.atMs - b.atMs);
    if (next === undefined || next.atMs > untilMs) return false;
    timers.delete(next);
    nowMs = Math.max(nowMs, next.atMs);
    next.act();
    return true;
  };

  const world: FixedWorld = {
    now: () => nowMs,
    newId() {
      ids += 1;
      return `id-${ids}`;
    },
    random() {
      // mulberry32: small, and the same everywhere.
      chance = (chance + 0x6d2b79f5) | 0;
      let mixed = Math.imul(chance ^ (chance >>> 15), 1 | chance);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    after(ms, act) {
      const timer = { atMs: nowMs + ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    sha256: (text) => Promise.resolve(createHash("sha256").update(text, "utf8").digest("hex")),
    async advance(ms) {
      const untilMs = nowMs + ms;
      await world.settle();
      while (fireNext(untilMs)) await world.settle();
      nowMs = untilMs;
    },
    async until(promise) {
      const state = { isSettled: false };
      const settled = () => {
        state.isSettled = true;
      };
      promise.then(settled, settled);
      const untilMs = nowMs + hourMs;
      await world.settle();
      while (!state.isSettled && fireNext(untilMs)) await world.settle();
      return await promise;
    },
    async settle() {
      // Bodies of requests and answers are read in turns of the event loop, not in microtasks.
      for (let turn = 0; turn < 12; turn += 1) await new Promise((done) => setImmediate(done));
    },
    get timers() {
      return timers.size;
    },
  };
  return world;
}
