import type { Status } from "#domain/decision/status.ts";
import { hasEnded } from "#domain/decision/status.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { KeptDecision } from "#flows/ports.ts";

export type StatusFilter =
  | "every"
  | "open"
  | "decided"
  | "rejected"
  | "replaced"
  | "deferred"
  | "left";
export type ReviewFilter = "any" | "overdue" | "soon" | "none";

/** What the journal shows; each part is a word of one sentence. */
export interface Filters {
  readonly status: StatusFilter;
  /** A function by name, or empty for any. */
  readonly function: string;
  readonly review: ReviewFilter;
}

export const noFilters: Filters = { status: "every", function: "", review: "any" };

export const statusOptions: readonly (readonly [StatusFilter, string])[] = [
  ["every", "every decision"],
  ["open", "decisions still open"],
  ["decided", "what was decided"],
  ["replaced", "what was replaced"],
  ["deferred", "what was deferred"],
  ["rejected", "what was rejected"],
  ["left", "what needed no decision"],
];

export const reviewOptions: readonly (readonly [ReviewFilter, string])[] = [
  ["any", "whenever it is reviewed"],
  ["overdue", "with its review overdue"],
  ["soon", "to be reviewed within 30 days"],
  ["none", "without a review date"],
];

/** The decisions that fit the sentence. `today` is a calendar day, YYYY-MM-DD. */
export function fitting(
  decisions: readonly KeptDecision[],
  filters: Filters,
  today: string,
): readonly KeptDecision[] {
  return decisions.filter(
    ({ row }) =>
      fitsStatus(row.status, filters.status) &&
      (filters.function === "" || row.functions.includes(filters.function)) &&
      fitsReview(row, filters.review, today),
  );
}

/** The functions that sat at any of these tables, by name. */
export function functionsOf(decisions: readonly KeptDecision[]): readonly string[] {
  return [...new Set(decisions.flatMap(({ row }) => row.functions))].sort((a, b) =>
    a.localeCompare(b),
  );
}

/** The day a decision is to be reviewed on; none once its reviews have ended, or it was replaced. */
export function reviewDue({ reviewOn, status }: DecisionRow): string | undefined {
  const isOver = status === "closed" || status === "superseded" || status === "reversed";
  return isOver ? undefined : reviewOn;
}

/** Whether a decision's review should have been held. */
export function isOverdue(row: DecisionRow, today: string): boolean {
  const due = reviewDue(row);
  return due !== undefined && due < today;
}

/** A calendar day so many days later, YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function fitsStatus(status: Status, filter: StatusFilter): boolean {
  switch (filter) {
    case "every":
      return true;
    case "open":
      return !hasEnded(status);
    case "decided":
      return ["decided", "amended", "superseded", "reversed", "closed"].includes(status);
    case "replaced":
      return status === "superseded" || status === "reversed";
    case "left":
      return status === "withdrawn" || status === "not-needed";
    case "rejected":
    case "deferred":
      return status === filter;
  }
}

function fitsReview(row: DecisionRow, filter: ReviewFilter, today: string): boolean {
  const due = reviewDue(row);
  switch (filter) {
    case "any":
      return true;
    case "none":
      return row.reviewOn === undefined;
    case "overdue":
      return isOverdue(row, today);
    case "soon":
      return due !== undefined && due >= today && due <= daysAfter(today, 30);
  }
}
