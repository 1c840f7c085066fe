import * as v from "valibot";

/** How the table decides. `single-decider`: the decider, after hearing the stances. */
export const Method = v.picklist(["single-decider", "consent"]);
export type Method = v.InferOutput<typeof Method>;

/** How many drivers must be present: all required ones, or a number. */
export const Quorum = v.variant("kind", [
  v.object({ kind: v.literal("required-drivers") }),
  v.object({
    kind: v.literal("count"),
    drivers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  }),
]);
export type Quorum = Readonly<v.InferOutput<typeof Quorum>>;

/** The rule of one proposal, fixed before anybody takes a stance. */
export const Rule = v.object({ method: Method, quorum: Quorum });
export type Rule = Readonly<v.InferOutput<typeof Rule>>;

/** The rule where nobody chose another. */
export const defaultRule: Rule = {
  method: "single-decider",
  quorum: { kind: "required-drivers" },
};
