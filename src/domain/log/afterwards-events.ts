import * as v from "valibot";
import { DecisionId } from "#domain/ids.ts";
import { Succession } from "#domain/linking/link.ts";
import { Brief, draftUpTo, textUpTo } from "#domain/text.ts";

const day = v.pipe(v.string(), v.isoDate());

/** What has become of a goal, in the words and units of the goal itself. */
export const GoalReview = v.object({ metric: textUpTo(120), actual: textUpTo(120) });
export type GoalReview = Readonly<v.InferOutput<typeof GoalReview>>;

/** What may happen to a decision that was taken: its record is locked, and only ever added to. */
export const afterwardsEvents = [
  /** A dated correction or addition; what was decided stays readable as it was. */
  v.object({
    kind: v.literal("decision-amended"),
    text: textUpTo(500),
    reason: Brief,
    reviewOn: v.optional(day),
  }),
  /** A later decision has taken this one's place. */
  v.object({
    kind: v.literal("decision-succeeded"),
    how: Succession,
    successor: DecisionId,
    title: textUpTo(255),
  }),
  /** What was expected against what came; `close` ends the reviews. */
  v.object({
    kind: v.literal("review-held"),
    actual: textUpTo(500),
    goals: v.optional(v.pipe(v.array(GoalReview), v.maxLength(6), v.readonly())),
    lessons: draftUpTo(500),
    verdict: v.picklist(["keep", "close"]),
    nextReviewOn: v.optional(day),
  }),
] as const;
