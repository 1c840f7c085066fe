import type { Denominator, Method, Quorum, Share } from "#domain/deciding/rule.ts";
import { counted } from "#domain/table/sentences.ts";

/** How each method is called and what it is for, in the order they are offered. */
export const methodWords: readonly {
  readonly id: Method;
  readonly label: string;
  readonly meaning: string;
}[] = [
  {
    id: "single-decider",
    label: "One decides",
    meaning: "The decider hears every stance, then decides. Fast, and it is clear who answers.",
  },
  {
    id: "consent",
    label: "Consent",
    meaning: "It passes unless a driver objects with a ground. For what all have to carry.",
  },
  {
    id: "majority",
    label: "Majority",
    meaning: "More than half must agree. For a choice most can live with.",
  },
  {
    id: "supermajority",
    label: "Supermajority",
    meaning: "Two thirds or three quarters must agree. For what is hard to reverse.",
  },
  {
    id: "unanimity",
    label: "Unanimity",
    meaning: "All must agree. For what a single one could bring down.",
  },
];

export const shareWords: readonly { readonly id: Share; readonly label: string }[] = [
  { id: "2/3", label: "Two thirds" },
  { id: "3/4", label: "Three quarters" },
];

/** Whom a count is over, with what silence and abstaining come to. */
export const denominatorWords: readonly (readonly [Denominator, string])[] = [
  ["for+against", "Drivers who take a side: abstaining does not count"],
  ["cast", "Drivers who speak: abstaining counts as not for it"],
  ["present", "Drivers present: silence counts as not for it"],
  ["entitled", "All drivers entitled: absence counts as not for it"],
];

/** A quorum in a few words. */
export function quorumWords(quorum: Quorum): string {
  return quorum.kind === "required-drivers"
    ? "all required drivers"
    : counted(quorum.drivers, "driver");
}
