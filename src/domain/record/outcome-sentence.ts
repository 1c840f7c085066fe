import type { Closing, Outcome, Proposal } from "#domain/meeting-state.ts";
import { oneLine } from "#domain/text.ts";

const verdicts: { readonly [O in Outcome]: string } = {
  decided: "Decided",
  rejected: "Rejected",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
  "not-needed": "Not needed",
};

/** What came out, in one or two sentences: what was decided, or why not. */
export function outcomeSentence({ outcome, reason }: Closing, proposal?: Proposal): string {
  const verdict = verdicts[outcome];
  if (outcome !== "decided")
    return oneLine(reason === undefined ? verdict : `${verdict}: ${reason}`);
  const decided = oneLine(proposal === undefined ? verdict : `${verdict}: ${proposal.text}`);
  return reason === undefined ? decided : oneLine(`${decided} Remark: ${reason}`);
}
