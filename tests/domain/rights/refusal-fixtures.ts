import type { Person } from "#domain/table/person.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import { type Saying, log, refusalOf, says } from "../meeting-fixtures.ts";

/** Why the last of these sayings had no effect; undefined where it had one. */
export function refusal(
  sayings: readonly Saying[],
  by: Person,
  event: DecisionEvent,
  afterSeconds = 10,
) {
  const all = [...sayings, says(by, event, { id: "last", afterSeconds })];
  return refusalOf(replay(log(...all)), log(...all).at(-1)!.id);
}
