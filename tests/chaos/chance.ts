import { seededChance } from "../../sandbox/directory/generate.ts";

/** Chance that tells the same story for the same seed. */
export interface Chance {
  /** 0 ≤ n < 1. */
  next(): number;
  /** True this often, 0 to 1. */
  is(rate: number): boolean;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** A stream of its own, so that one thing more here changes nothing there. */
  fork(): Chance;
}

/** The chance of a seed. */
export function chanceOf(seed: number): Chance {
  const next = seededChance(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    is: (rate) => next() < rate,
    between,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    fork: () => chanceOf(Math.floor(next() * 4_294_967_296)),
  };
}
