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

const defaultDenominators: Readonly<Record<CountingMethod, Denominator>> = {
  // Who abstains leaves it to the others, so abstaining is not a way to vote against.
  majority: "for+against",
  supermajority: "for+against",
  unanimity: "present",
};

/** Whether a method passes by how many are for it. */
export function isCounting(method: Method): method is CountingMethod {
  return method in defaultDenominators;
}

/** Whom a counting rule counts over, where it does not say. */
export function denominatorOf({ method, denominator }: Rule): Denominator | undefined {
  return isCounting(method) ? (denominator ?? defaultDenominators[method]) : undefined;
}

/** How much a supermajority needs, where its rule does not say: two thirds. */
export function shareOf({ method, share }: Rule): Share | undefined {
  return method === "supermajority" ? (share ?? "2/3") : undefined;
}

/** The rule with another method: its quorum stays, whom it counts over is the method's own. */
export function withMethod({ quorum }: Rule, method: Method): Rule {
  if (!isCounting(method)) return { method, quorum };
  const denominator = defaultDenominators[method];
  return method === "supermajority"
    ? { method, quorum, denominator, share: "2/3" }
    : { method, quorum, denominator };
}

/** Whether two rules decide alike, whatever they leave unsaid. */
export function isSameRule(one: Rule, other: Rule): boolean {
  const drivers = ({ quorum }: Rule) => (quorum.kind === "count" ? quorum.drivers : undefined);
  return (
    one.method === other.method &&
    drivers(one) === drivers(other) &&
    denominatorOf(one) === denominatorOf(other) &&
    shareOf(one) === shareOf(other)
  );
}
