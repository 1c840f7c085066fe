import * as v from "valibot";
import { Brief } from "#domain/text.ts";

/** What may make a technology decision more than one function's business. */
export const signals = [
  "strategic-shift",
  "market-entry-or-exit",
  "unknown-risk",
  "spans-functions",
  "hard-to-reverse",
  "above-spend-limit",
] as const;
export const Signal = v.picklist(signals);
export type Signal = v.InferOutput<typeof Signal>;

/** `routine` stays with its function; `collaborative` needs a group. */
const Route = v.picklist(["routine", "collaborative"]);
type Route = v.InferOutput<typeof Route>;

/** The signals somebody ticked, and the route they chose against the rule, with their reason. */
export const GateAnswer = v.object({
  signals: v.pipe(v.array(Signal), v.maxLength(signals.length), v.readonly()),
  override: v.optional(v.object({ route: Route, reason: Brief })),
});
export type GateAnswer = Readonly<v.InferOutput<typeof GateAnswer>>;

const decisive: readonly Signal[] = ["strategic-shift", "market-entry-or-exit", "unknown-risk"];

/** The route the gate gives, which signals gave it, and what else speaks for a group. */
export interface GateResult {
  readonly route: Route;
  /** The signals that decide; empty for `routine`. */
  readonly reasons: readonly Signal[];
  /** Signals that do not decide alone but advise to ask more people. */
  readonly advice: readonly Signal[];
  /** Why the route differs from the rule, where somebody overrode it. */
  readonly overrideReason?: string;
}

/** Routes a decision: any decisive signal needs a group, the others alone only advise one. */
export function passGate({ signals: given, override }: GateAnswer): GateResult {
  const reasons = decisive.filter((signal) => given.includes(signal));
  const advice = given.filter((signal) => !decisive.includes(signal));
  const route = reasons.length > 0 ? "collaborative" : "routine";
  if (override === undefined) return { route, reasons, advice };
  return { route: override.route, reasons, advice, overrideReason: override.reason };
}
