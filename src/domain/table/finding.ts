import type { PersonId, SeatId } from "#domain/ids.ts";
import type { BusinessFunction } from "./business-function.ts";

/** What a check can say about a table. The first five block the start, the others warn. */
export type FindingCode =
  | "no-decider"
  | "several-deciders"
  | "required-driver-absent"
  | "function-uncovered"
  | "quorum-unmet"
  | "core-team-large"
  | "core-team-small"
  | "attendee-without-role"
  | "seat-without-person"
  | "seat-without-insight"
  | "seat-without-accountability"
  | "external-driver"
  | "one-function-dominates"
  | "invite-declined"
  | "delegate-unaccepted";

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

const blocking: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "no-decider",
  "several-deciders",
  "required-driver-absent",
  "function-uncovered",
  "quorum-unmet",
]);

/** Whether what a code says keeps the walk from starting, or only wants to be known. */
export function severityOf(code: FindingCode): Finding["severity"] {
  return blocking.has(code) ? "blocks" : "warns";
}
