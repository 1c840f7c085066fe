import { type DecisionId, type MeetingKey, toEventId } from "#domain/ids.ts";
import { toPayload } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Person } from "#domain/table/person.ts";
import type { OutboxItem, World } from "#flows/ports.ts";

interface About {
  readonly world: Pick<World, "now" | "newId">;
  readonly me: Person;
  readonly decision: DecisionId;
  readonly meeting: MeetingKey;
}

/** What somebody says about a decision, on its way into the list under an id of its own. */
export function itemOf(event: DecisionEvent, { world, me, decision, meeting }: About): OutboxItem {
  return {
    author: me.id,
    saidAtMs: world.now(),
    row: {
      eventId: toEventId(world.newId()),
      decision,
      meeting,
      kind: event.kind,
      previous: "",
      payload: toPayload(event, me.id),
    },
  };
}
