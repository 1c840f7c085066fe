import * as v from "valibot";
import { QuestionId } from "#domain/ids.ts";
import { textUpTo } from "#domain/text.ts";

const optional = { optional: v.optional(v.boolean()) };

/** One thing a question asks for. A question asks for one of a kind at most. */
export const Ask = v.variant("kind", [
  v.object({
    kind: v.literal("choice"),
    options: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/u)),
          label: textUpTo(60),
          meaning: v.optional(textUpTo(140)),
        }),
      ),
      v.minLength(2),
      v.maxLength(8),
      v.readonly(),
    ),
    ...optional,
  }),
  v.object({ kind: v.literal("text"), ...optional }),
  /** One to five; what the ends mean. */
  v.object({ kind: v.literal("scale"), low: textUpTo(60), high: textUpTo(60), ...optional }),
  v.object({ kind: v.literal("goal"), ...optional }),
  v.object({ kind: v.literal("risk"), ...optional }),
  v.object({ kind: v.literal("rights"), ...optional }),
]);
export type Ask = Readonly<v.InferOutput<typeof Ask>>;

/** One question of a list: what is asked of whom, why, and how long the table has for it. */
export const Question = v.object({
  id: QuestionId,
  text: textUpTo(200),
  why: textUpTo(600),
  audience: v.picklist(["drivers", "all"]),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  asks: v.pipe(
    v.array(Ask),
    v.minLength(1),
    v.maxLength(3),
    v.check((asks) => new Set(asks.map((ask) => ask.kind)).size === asks.length),
    v.readonly(),
  ),
});
export type Question = Readonly<v.InferOutput<typeof Question>>;

/** The questions a meeting is walked through, in order. Data, never code: customers write their own. */
export const QuestionList = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/u)),
  name: textUpTo(80),
  questions: v.pipe(
    v.array(Question),
    v.minLength(1),
    v.maxLength(20),
    v.check((list) => new Set(list.map((question) => question.id)).size === list.length),
    v.readonly(),
  ),
});
export type QuestionList = Readonly<v.InferOutput<typeof QuestionList>>;
