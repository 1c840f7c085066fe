import type { Proposal } from "#domain/meeting-state.ts";
import { counted } from "#domain/table/sentences.ts";

/** What a new proposal did to the stances before it; undefined where there were none. */
export function voidedSentence({ voided }: Proposal): string | undefined {
  if (voided === undefined) return undefined;
  const { stances, isRuleChanged } = voided;
  const what = isRuleChanged ? "The rule has changed" : "The proposal has changed";
  return `${what}: ${counted(stances, "stance")} given before ${stances === 1 ? "counts" : "count"} no more.`;
}
