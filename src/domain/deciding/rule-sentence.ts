import { counted } from "#domain/table/sentences.ts";
import { neededOf } from "./measure.ts";
import { denominatorOf, shareOf } from "./counting.ts";
import type { Denominator, Quorum, Rule } from "./rule.ts";

/** Whom a counting rule counts over, as its sentences say it. */
const countedOver: { readonly [D in Denominator]: string } = {
  entitled: "the drivers entitled",
  present: "the drivers present",
  cast: "the drivers who speak",
  "for+against": "the drivers who take a side",
};

/** The rule as one sentence, shown before anybody takes a stance, and who it counts. */
export function ruleSentence(
  rule: Rule,
  figures: { readonly entitled: number; readonly present: number },
): string {
  const who = `${counted(figures.entitled, "driver")} entitled, ${figures.present} present.`;
  return `${methodSentence(rule, figures)} ${who} ${quorumSentence(rule.quorum)}`;
}

function methodSentence(rule: Rule, figures: Parameters<typeof ruleSentence>[1]): string {
  const denominator = denominatorOf(rule) ?? "cast";
  const of = `${countedOver[denominator]} agree, with a reservation or without${needs(rule, figures)}`;
  switch (rule.method) {
    case "single-decider":
      return "Single decider: the decider rules after hearing the stances, and a sign-off that objects stops it.";
    case "consent":
      return "Consent: passes unless a driver objects with a ground.";
    case "majority":
      return `Majority: passes when more than half of ${of}; a tie fails.`;
    case "supermajority":
      return `Supermajority: passes when at least ${shareWords[shareOf(rule) ?? "2/3"]} of ${of}.`;
    case "unanimity":
      return `Unanimity: passes when all of ${of}.`;
  }
}

const shareWords = { "2/3": "two thirds", "3/4": "three quarters" } as const;

/** How many that is, where it does not depend on what is said. */
function needs(rule: Rule, figures: Parameters<typeof ruleSentence>[1]): string {
  const denominator = denominatorOf(rule);
  if (denominator !== "entitled" && denominator !== "present") return "";
  const total = figures[denominator];
  return total === 0 ? "" : ` (${neededOf(rule, total)} of ${total})`;
}

function quorumSentence(quorum: Quorum): string {
  if (quorum.kind === "required-drivers") return "Quorum: all required drivers.";
  return `Quorum: ${counted(quorum.drivers, "driver")}.`;
}
