import * as v from "valibot";
import { Brief, textUpTo } from "#domain/text.ts";

const day = v.pipe(v.string(), v.isoDate());

/** A source is shown as a link, so only http(s) addresses are one. */
const Source = v.pipe(v.string(), v.maxLength(500), v.url(), v.regex(/^https?:\/\//iu));

/** A brief, marked as fact or assumption, with where it comes from. */
export const TextAnswer = v.object({
  text: Brief,
  basis: v.picklist(["fact", "assumption"]),
  source: v.optional(Source),
});
export type TextAnswer = Readonly<v.InferOutput<typeof TextAnswer>>;

/** A measurable goal: from where to where, by when, whose. Dates are calendar days, YYYY-MM-DD. */
export const Goal = v.object({
  metric: textUpTo(120),
  unit: v.optional(textUpTo(20)),
  baseline: v.optional(textUpTo(40)),
  target: textUpTo(40),
  date: v.optional(day),
  owner: v.optional(textUpTo(120)),
});
export type Goal = Readonly<v.InferOutput<typeof Goal>>;

export const riskCategories = [
  "privacy",
  "security",
  "regulatory",
  "people",
  "delivery",
  "other",
] as const;

/** A risk not understood yet, who could show it to us, and by when. */
export const Risk = v.object({
  what: Brief,
  category: v.picklist(riskCategories),
  whoCouldSee: v.optional(textUpTo(120)),
  by: v.optional(day),
});
export type Risk = Readonly<v.InferOutput<typeof Risk>>;

/** Who decides what from here on, up to which limit, and where it goes beyond. */
export const DecisionRight = v.object({
  what: textUpTo(140),
  who: textUpTo(120),
  limit: v.optional(textUpTo(120)),
  escalateTo: v.optional(textUpTo(120)),
});
export type DecisionRight = Readonly<v.InferOutput<typeof DecisionRight>>;

/** What somebody answered: at most one of each kind, at least one. */
export const Answer = v.pipe(
  v.object({
    choice: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/u))),
    text: v.optional(TextAnswer),
    scale: v.optional(v.picklist([1, 2, 3, 4, 5])),
    goal: v.optional(Goal),
    risk: v.optional(Risk),
    rights: v.optional(DecisionRight),
  }),
  v.check((answer) => Object.values(answer).some((part) => part !== undefined)),
);
export type Answer = Readonly<v.InferOutput<typeof Answer>>;
