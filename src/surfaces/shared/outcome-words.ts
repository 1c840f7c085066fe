import type { Outcome } from "#domain/meeting-state.ts";

/** How a decision ended, as a heading. */
export const outcomeWords: { readonly [O in Outcome]: string } = {
  decided: "Decided",
  rejected: "Rejected",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
  "not-needed": "Not needed",
};
