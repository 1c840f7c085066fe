import { createHash } from "node:crypto";
import type { World } from "#flows/ports.ts";

interface Timer {
  readonly atMs: number;
  readonly turn: number;
  act: (() => void) | undefined;
}

/** Time that passes only when nothing is left to do: ten minutes of a thousand people take seconds. */
export interface VirtualTime {
  /** Milliseconds since the simulation began. */
  now(): number;
  /** Calls back once after so many milliseconds; the answer cancels. */
  after(ms: number, act: () => void): () => void;
  /** Lets time pass up to this moment, timer by timer. */
  runUntil(ms: number): Promise<void>;
}

/** Time at nought. */
export function virtualTime(): VirtualTime {
  const timers: Timer[] = [];
  let nowMs = 0;
  let turns = 0;
  return {
    now: () => nowMs,
    after(ms, act) {
      turns += 1;
      // Whole milliseconds, so that what happens at once is settled at once.
      const timer: Timer = { atMs: nowMs + Math.ceil(Math.max(0, ms)), turn: turns, act };
      push(timers, timer);
      return () => {
        timer.act = undefined;
      };
    },
    async runUntil(untilMs) {
      await settle();
      for (let next = timers[0]; next !== undefined && next.atMs <= untilMs; next = timers[0]) {
        nowMs = next.atMs;
        while (timers[0]?.atMs === nowMs) pop(timers)?.act?.();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}

/** Everything under way is promises only, so one turn of the event loop settles all of it. */
function settle(): Promise<void> {
  return new Promise((done) => void setImmediate(done));
}

/** Chance by mulberry32: small, and the same on every machine. */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The world as one browser sees it: the common time, and ids and chance of its own. */
export function browserWorld(time: VirtualTime, name: string, seed: number): World {
  let ids = 0;
  return {
    now: () => time.now(),
    after: (ms, act) => time.after(ms, act),
    random: seededChance(seed),
    newId() {
      ids += 1;
      return `${name}-${ids}`;
    },
    sha256: (text) => Promise.resolve(createHash("sha256").update(text, "utf8").digest("hex")),
  };
}

// A binary heap: the earliest timer first, and of one moment the one set first.
function isBefore(a: Timer, b: Timer): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.turn < b.turn);
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.push(timer) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(timer, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
  return first;
}
