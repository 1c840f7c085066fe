import * as v from "valibot";

/**
 * How the table decides. `single-decider`: the decider, after hearing the stances; `consent`: unless
 * a driver objects; the others by counting who is for it.
 */
export const Method = v.picklist([
  "single-decider",
  "consent",
  "majority",
  "supermajority",
  "unanimity",
]);
export type Method = v.InferOutput<typeof Method>;

/** The methods that count who is for it. */
export type CountingMethod = Exclude<Method, "single-decider" | "consent">;

/** Whom a counting method counts over: what the share is a share of. */
export const Denominator = v.picklist(["entitled", "present", "cast", "for+against"]);
export type Denominator = v.InferOutput<typeof Denominator>;

/** How much a supermajority needs. */
export const Share = v.picklist(["2/3", "3/4"]);
export type Share = v.InferOutput<typeof Share>;

/** How many drivers must be present: all required ones, or a number. */
export const Quorum = v.variant("kind", [
  v.object({ kind: v.literal("required-drivers") }),
  v.object({
    kind: v.literal("count"),
    drivers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  }),
]);
export type Quorum = Readonly<v.InferOutput<typeof Quorum>>;

/**
 * The rule of one proposal, fixed before anybody takes a stance. What only counting needs is
 * optional and never filled in on reading: a default written into an old event would change its hash.
 */
export const Rule = v.object({
  method: Method,
  quorum: Quorum,
  denominator: v.optional(Denominator),
  share: v.optional(Share),
});
export type Rule = Readonly<v.InferOutput<typeof Rule>>;

/** The rule where nobody chose another. */
export const defaultRule: Rule = {
  method: "single-decider",
  quorum: { kind: "required-drivers" },
};

/** The rule that a value from outside is; undefined where nobody could decide by it. */
export function readRule(value: unknown): Rule | undefined {
  const read = v.safeParse(Rule, value);
  return read.success ? read.output : undefined;
}
