import * as v from "valibot";
import { Brief, textUpTo } from "#domain/text.ts";

export const stances = [
  "agree",
  "agree-with-reservation",
  "disagree-and-commit",
  "object",
  "abstain",
  "recused",
] as const;

const reasoned = { reason: Brief };

/** What a driver says to a proposal. All but agree need a reason; an objection names its ground. */
export const Stance = v.variant("stance", [
  v.object({ stance: v.literal("agree"), reason: v.optional(Brief) }),
  v.object({ stance: v.literal("agree-with-reservation"), ...reasoned }),
  v.object({ stance: v.literal("disagree-and-commit"), ...reasoned }),
  v.object({
    stance: v.literal("object"),
    ...reasoned,
    ground: textUpTo(60),
    /** What would turn the objection. */
    wouldChange: v.optional(Brief),
  }),
  v.object({ stance: v.literal("abstain"), ...reasoned }),
  v.object({ stance: v.literal("recused"), ...reasoned }),
]);
export type Stance = Readonly<v.InferOutput<typeof Stance>>;
