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

/** Whom a count is over, and what that makes of those who do not speak for or against. */
export const denominatorWords: readonly {
  readonly id: Denominator;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { id: "for+against", label: "Drivers who take a side", meaning: "Abstaining does not count." },
  { id: "cast", label: "Drivers who speak", meaning: "Abstaining counts as not for it." },
  { id: "present", label: "Drivers present", meaning: "Silence counts as not for it." },
  { id: "entitled", label: "Drivers entitled", meaning: "Absence counts as not for it." },
];

/** A quorum in a few words. */
export function quorumWords(quorum: Quorum): string {
  return quorum.kind === "required-drivers"
    ? "all required drivers"
    : counted(quorum.drivers, "driver");
}
