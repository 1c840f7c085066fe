import * as v from "valibot";
import { BusinessFunction } from "#domain/table/business-function.ts";
import { draftUpTo, textUpTo } from "#domain/text.ts";

/** What a decision is about, as framed before the meeting. Fields fill over time; the title is first. */
export const Frame = v.object({
  /** In the imperative: what would be done. */
  title: textUpTo(140),
  /** Why now. */
  context: draftUpTo(1000),
  /** The outcome wanted. */
  outcome: draftUpTo(500),
  /** What happens if it is not done: the option of doing without. */
  without: draftUpTo(500),
  /** The functions the outcome needs; each must have a driver at the table. */
  functions: v.pipe(v.array(BusinessFunction), v.maxLength(20), v.readonly()),
});
export type Frame = Readonly<v.InferOutput<typeof Frame>>;
