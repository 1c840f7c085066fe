import * as v from "valibot";

const Milliseconds = v.pipe(v.number(), v.minValue(0));
const Rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const BehaviourShape = v.strictObject({
  /** How long a new list or column stays unreadable. */
  readableAfterMs: Milliseconds,
  /** Up to how long a written row may be missing from listings and delta. */
  rowsVisibleAfterMs: Milliseconds,
  /** How long search does not know what was written. */
  searchLagMs: Milliseconds,
  latency: v.picklist(["none", "realistic"]),
  /** SharePoint's resource units per minute for this app in this tenant. */
  unitsPerMinute: Count,
  /** How many changes of a list a delta token may lie back before it is answered with 410. */
  deltaHistory: Count,
  /** What a second item with the same unique value is told: Microsoft documents none of them. */
  duplicateAnswer: v.picklist(["invalidRequest", "generalException", "conflict"]),
  /**
   * What people may consent to by themselves: what Microsoft's own policy leaves them, everything
   * that is no administrator's, or nothing. What stands consented is not touched by it.
   */
  userConsent: v.picklist(["managed", "permissive", "none"]),
  /** Who may read the hidden User Information List. */
  userInformationList: v.picklist(["owners", "members"]),
  /** Whether a browser gets through to SharePoint's own REST with a token: unverified. */
  sharePointRestFromBrowser: v.picklist(["allowed", "refused"]),
  /** Whether word of changes is pushed at all: without, asking for it is told `notSupported`. */
  pushUp: v.boolean(),
  /** Whether an app that has only a grant on the site may ask for it: Microsoft does not say. */
  pushUnderSelected: v.boolean(),
  /** How long that word takes. */
  pushDelayMs: Milliseconds,
  /** How often it is lost, 0 to 1. */
  pushLossRate: Rate,
  /** How often it comes twice, 0 to 1. */
  pushDoubleRate: Rate,
  /** How long an address for it is good. */
  pushExpiresSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)),
  /** The same seed loses and doubles the same; another one starts its chances over. */
  pushSeed: v.number(),
});

/** How this Graph behaves where production varies or cannot be known without a tenant. */
export type Behaviour = Readonly<v.InferOutput<typeof BehaviourShape>>;

/** Production in the smallest tenant at its quickest. */
export const usualBehaviour: Behaviour = {
  readableAfterMs: 0,
  rowsVisibleAfterMs: 0,
  // Minutes to hours have been seen.
  searchLagMs: 900_000,
  latency: "none",
  unitsPerMinute: 1250,
  deltaHistory: 100_000,
  duplicateAnswer: "invalidRequest",
  userConsent: "managed",
  userInformationList: "owners",
  sharePointRestFromBrowser: "allowed",
  pushUp: true,
  pushUnderSelected: true,
  pushDelayMs: 0,
  pushLossRate: 0,
  pushDoubleRate: 0,
  // Between the 20 and 60 minutes that have been seen.
  pushExpiresSeconds: 2400,
  pushSeed: 1,
};

/**
 * Some of a behaviour, as somebody asked for it from outside.
 *
 * @throws Error that says which part is wrong.
 */
export function readBehaviour(asked: unknown): Partial<Behaviour> {
  const result = v.safeParse(v.partial(BehaviourShape), asked);
  if (result.success) return result.output as Partial<Behaviour>;
  const issue = result.issues[0];
  throw new Error(`Behaviour ${v.getDotPath(issue) ?? ""}: ${issue.message}`);
}
