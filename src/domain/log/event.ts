import * as v from "valibot";
import { afterwardsEvents } from "./afterwards-events.ts";
import { decidingEvents } from "./deciding-events.ts";
import { preparingEvents } from "./preparing-events.ts";
import { walkingEvents } from "./walking-events.ts";

/** Everything that can happen to a decision: one schema per kind gives both type and parser. */
export const DecisionEvent = v.variant("kind", [
  ...preparingEvents,
  ...walkingEvents,
  ...decidingEvents,
  ...afterwardsEvents,
]);
export type DecisionEvent = Readonly<v.InferOutput<typeof DecisionEvent>>;

export type EventKind = DecisionEvent["kind"];

/** The event of one kind. */
export type EventOf<K extends EventKind> = Extract<DecisionEvent, { kind: K }>;
