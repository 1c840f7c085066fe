import type { CountingMethod, Denominator, Method, Rule, Share } from "./rule.ts";

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
