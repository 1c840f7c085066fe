import type { Closing, Outcome, Proposal } from "#domain/meeting-state.ts";

const verdicts: { readonly [O in Outcome]: string } = {
  decided: "Decided",
  rejected: "Rejected",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
  "not-needed": "Not needed",
};

/** What came out, in one or two sentences: what was decided, or why not. */
export function outcomeSentence({ outcome, reason }: Closing, proposal?: Proposal): string {
  const said = outcome === "decided" ? proposal?.text : reason;
  const verdict = said === undefined ? `${verdicts[outcome]}.` : `${verdicts[outcome]}: ${said}`;
  return outcome === "decided" && reason !== undefined ? `${verdict} (${reason})` : verdict;
}
