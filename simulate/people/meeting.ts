import { toDecisionId, toEventId } from "#domain/ids.ts";
import { toPayload } from "#domain/log/entry.ts";
import type { Attendee } from "./attendee.ts";
import { type Gathering, type Manners, type Venue, join, say } from "./person.ts";
import { joinWithinMs, keyOf, personOf, prepared, walk } from "./plan.ts";
import { newChronicle } from "./sightings.ts";
import { seededChance } from "../model/virtual-time.ts";

/** A meeting under way. */
export interface Meeting {
  /** Lets everybody go; answers how many answers people wanted to give, and how many they could. */
  end(): Gathering["answers"];
}

/** Holds one meeting: everybody joins within a minute, and the walk starts when it is said to. */
export function holdMeeting(
  number: number,
  walkAtMs: number,
  venue: Venue,
  manners: Manners,
): Meeting {
  const { time } = venue;
  const gathering: Gathering = {
    number,
    venue,
    manners,
    meeting: keyOf(number),
    decision: toDecisionId(`decision-${number}`),
    chronicle: newChronicle(),
    answers: { meant: 0, given: 0 },
    onRowsOfFacilitator: manners.ringsAfterReveal ? bell(number, venue, manners) : () => {},
  };
  prepare(gathering);
  const people: Attendee[] = [];
  const chance = seededChance(manners.seed + number * 7919);
  for (let index = 0; index < manners.attendees; index += 1) {
    time.after(chance() * joinWithinMs, () => {
      const person = join(gathering, index);
      people.push(person);
      if (index === 0) lead(gathering, person, walkAtMs);
    });
  }
  return {
    end() {
      for (const person of people) person.close();
      return gathering.answers;
    },
  };
}

/** What was prepared before anybody joined, and cost before. */
function prepare({ number, meeting, decision, venue }: Gathering): void {
  for (const [index, event] of prepared(number).entries()) {
    const eventId = toEventId(`prepared-${number}-${index}`);
    const said = { kind: event.kind, payload: toPayload(event, personOf(0).id), previous: "" };
    venue.events.append({ eventId, decision, meeting, ...said }, personOf(0));
  }
}

/** The facilitator keeps to the plan, whatever the others are up to. */
function lead(gathering: Gathering, facilitator: Attendee, walkAtMs: number): void {
  const { time } = gathering.venue;
  for (const { afterMs, event } of walk) {
    time.after(walkAtMs + afterMs - time.now(), () => say(gathering, facilitator, event));
  }
}

/** Word for what follows a reveal too, as seldom as a large meeting can afford. */
function bell(
  number: number,
  { time }: Venue,
  { attendees }: Manners,
): Gathering["onRowsOfFacilitator"] {
  const decision = toDecisionId(`decision-${number}`);
  const seen = new Set<string>();
  let rungAtMs = 0;
  let isRevealed = false;
  let isDue = false;
  return (rows, register) => {
    for (const { eventId, kind } of rows) {
      if (seen.has(eventId)) continue;
      seen.add(eventId);
      if (steps.has(kind)) {
        rungAtMs = time.now();
        isRevealed = kind === "answers-revealed";
      } else if (isRevealed && !isDue) {
        isDue = true;
        time.after(rungAtMs + attendees * 200 - time.now(), () => {
          isDue = false;
          rungAtMs = time.now();
          if (isRevealed) register.announce(decision, "").catch(() => undefined);
        });
      }
    }
  };
}

const steps: ReadonlySet<string> = new Set(
  walk.flatMap(({ event, isStep }) => (isStep ? event.kind : [])),
);
