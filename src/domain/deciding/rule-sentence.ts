import { counted } from "#domain/table/sentences.ts";
import type { Method, Quorum, Rule } from "./rule.ts";

const methodSentences: { readonly [M in Method]: string } = {
  "single-decider":
    "Single decider: the decider rules after hearing the stances, and a sign-off that objects stops it.",
  consent: "Consent: passes unless a driver objects with a ground.",
};

/** The rule as one sentence, shown before anybody takes a stance, and who it counts. */
export function ruleSentence(
  rule: Rule,
  { entitled, present }: { readonly entitled: number; readonly present: number },
): string {
  const who = `${counted(entitled, "driver")} entitled, ${present} present.`;
  return `${methodSentences[rule.method]} ${who} ${quorumSentence(rule.quorum)}`;
}

function quorumSentence(quorum: Quorum): string {
  if (quorum.kind === "required-drivers") return "Quorum: all required drivers.";
  return `Quorum: ${counted(quorum.drivers, "driver")}.`;
}
