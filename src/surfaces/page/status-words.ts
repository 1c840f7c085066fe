import type { Status } from "#domain/decision/status.ts";

/** A decision's status as people say it. */
export const statusWords: { readonly [S in Status]: string } = {
  draft: "Draft",
  proposed: "Proposed",
  "in-session": "In session",
  decided: "Decided",
  deferred: "Deferred",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  "not-needed": "Not needed",
  amended: "Amended",
  superseded: "Superseded",
  reversed: "Reversed",
  closed: "Closed",
};
