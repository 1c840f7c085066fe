import type { PersonId, SeatId } from "#domain/ids.ts";
import type { BusinessFunction } from "./business-function.ts";

const blocking = [
  "no-decider",
  "several-deciders",
  "required-driver-absent",
  "function-uncovered",
  "quorum-unmet",
] as const;

/** What a check can say about a table, gravest first. The first five block the start. */
export const findingCodes = [
  ...blocking,
  "core-team-large",
  "core-team-small",
  "seat-without-person",
  "invite-declined",
  "delegate-unaccepted",
  "attendee-without-role",
  "one-function-dominates",
  "external-driver",
  "seat-without-insight",
  "seat-without-accountability",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One thing a check found: how grave, whom it names, and one sentence that says what to do. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: "blocks" | "warns";
  /** One or two sentences: what is the matter, and what to do about it. */
  readonly sentence: string;
  /** The seats, people and function it is about, for the button that mends it. */
  readonly seats: readonly SeatId[];
  readonly people: readonly PersonId[];
  readonly function?: BusinessFunction;
}

/** Whether what a code says keeps the walk from starting, or only wants to be known. */
export function severityOf(code: FindingCode): Finding["severity"] {
  return blocking.some((grave) => grave === code) ? "blocks" : "warns";
}
