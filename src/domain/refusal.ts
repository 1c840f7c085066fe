import type { Finding } from "./table/finding.ts";

/** Why something said has no effect: shown to the person, and kept in the audit view. */
export type Refusal =
  | { readonly reason: "not-opened" }
  | { readonly reason: "already-opened" }
  | { readonly reason: "in-another-meeting" }
  | { readonly reason: "already-ended" }
  | { readonly reason: "not-started" }
  | { readonly reason: "already-started" }
  | { readonly reason: "not-allowed"; readonly who: AllowedWho }
  | { readonly reason: "table-not-ready"; readonly findings: readonly Finding[] }
  | { readonly reason: "gate-unanswered" }
  | { readonly reason: "routine" }
  | { readonly reason: "unknown-seat" }
  | { readonly reason: "person-already-seated" }
  | { readonly reason: "delegate-is-the-person" }
  | { readonly reason: "unknown-question" }
  | { readonly reason: "question-not-current" }
  | { readonly reason: "question-concluded" }
  | { readonly reason: "not-in-audience" }
  | { readonly reason: "answer-does-not-fit" }
  | { readonly reason: "not-revealed" }
  | { readonly reason: "already-so" }
  | { readonly reason: "questions-left" }
  | { readonly reason: "no-proposal" }
  | { readonly reason: "proposal-replaced" }
  | { readonly reason: "not-single-decider" }
  | { readonly reason: "not-passed" }
  | { readonly reason: "reason-missing" }
  | { readonly reason: "facilitator-present" }
  | { readonly reason: "facilitator-changed" }
  | { readonly reason: "person-not-present" }
  | { readonly reason: "not-closed" }
  | { readonly reason: "seat-recused" }
  | { readonly reason: "not-linked" }
  | { readonly reason: "links-to-itself" }
  | { readonly reason: "not-decided" };

/** Whose act it would have been. */
export type AllowedWho =
  | "preparer"
  | "facilitator"
  | "driver-or-organizer"
  | "driver"
  | "decider"
  | "delegate"
  | "seat-holder";
