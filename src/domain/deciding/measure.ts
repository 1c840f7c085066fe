import type { Count } from "./count.ts";
import { denominatorOf, isCounting, shareOf } from "./counting.ts";
import type { Denominator, Rule } from "./rule.ts";

/** What a counting method measures: how many are for it, of how many, and how many it takes. */
export interface Measure {
  readonly denominator: Denominator;
  readonly inFavour: number;
  readonly against: number;
  readonly total: number;
  readonly needed: number;
}

/**
 * The measure of a count under a rule; undefined where the method does not count. For it is who
 * agrees, with a reservation or without; who disagrees and commits carries the outcome but is
 * against. The recused are in no denominator, the silent only in those that do not ask for a word.
 */
export function measureOf(rule: Rule, count: Count): Measure | undefined {
  const denominator = denominatorOf(rule);
  if (denominator === undefined) return undefined;
  const { counts } = count;
  const inFavour = counts.agree + counts["agree-with-reservation"];
  const against = counts["disagree-and-commit"] + counts.object;
  const total = denominator === "for+against" ? inFavour + against : count[denominator];
  return { denominator, inFavour, against, total, needed: neededOf(rule, total) };
}

/** How many must be for it, of so many; always somebody. In whole numbers, so that nothing rounds. */
export function neededOf(rule: Rule, total: number): number {
  if (!isCounting(rule.method)) return 0;
  return Math.max(1, leastOf(rule, total));
}

function leastOf(rule: Rule, total: number): number {
  if (rule.method === "unanimity") return total;
  if (rule.method === "majority") return Math.floor(total / 2) + 1;
  return shareOf(rule) === "3/4" ? Math.ceil((total * 3) / 4) : Math.ceil((total * 2) / 3);
}
