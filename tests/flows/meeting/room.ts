import { toMeetingKey, toPersonId, toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import { type LiveMeetingNeeds, openLiveMeeting } from "#flows/meeting/open-live-meeting.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { memoryLog } from "../../doubles/memory-log.ts";
import { memoryOutbox } from "../../doubles/memory-outbox.ts";
import { memoryRegister } from "../../doubles/memory-register.ts";

export const ana: Person = { id: toPersonId("ana"), name: "Ana Ferreira" };
export const ben: Person = { id: toPersonId("ben"), name: "Ben Okafor" };
export const meetingKey = toMeetingKey("19:meeting_forecast@thread.v2");

/** A meeting with its lists in memory; each `enter` is one browser window. */
export function room() {
  const world = fixedWorld();
  const list = memoryLog(world);
  const register = memoryRegister(world);
  const outboxes = new Map<string, ReturnType<typeof memoryOutbox>>();

  function outboxOf(person: Person) {
    const outbox = outboxes.get(person.id) ?? memoryOutbox();
    outboxes.set(person.id, outbox);
    return outbox;
  }

  return {
    world,
    list,
    register,
    outboxOf,
    async enter(person: Person, needs: Partial<LiveMeetingNeeds> = {}): Promise<LiveMeeting> {
      const live = openLiveMeeting({
        log: list.as(person),
        register,
        outbox: outboxOf(person),
        world,
        clockOffsetMs: () => 0,
        me: person,
        meeting: meetingKey,
        announcesArrival: false,
        ...needs,
      });
      await world.settle();
      return live;
    },
    kinds: () => list.rows().map(({ kind }) => kind),
  };
}

export function open(title = "Move forecasting to one model"): DecisionEvent {
  return {
    kind: "decision-opened",
    title,
    meeting: { key: meetingKey, subject: "Forecast", organizer: ana },
  };
}

/** Everything up to a started walk, said by Ana, who decides; Ben is the other driver. */
export const started: readonly DecisionEvent[] = [
  open(),
  { kind: "gate-answered", gate: { signals: ["unknown-risk"] } },
  { kind: "seat-set", seat: seatFor(ana, "decider", "Sales") },
  { kind: "seat-set", seat: seatFor(ben, "member", "Finance") },
  { kind: "walk-started", override: "Everybody is here." },
];

/** Ends it without a vote: what closes a decision in one step. */
export const deferred: DecisionEvent = {
  kind: "decision-closed",
  outcome: "deferred",
  reason: "The pilot is not finished.",
};

function seatFor(person: Person, duty: "decider" | "member", name: string): Seat {
  return {
    id: toSeatId(`seat-${person.id}`),
    function: name as BusinessFunction,
    role: "driver",
    duty,
    person,
    required: true,
  };
}
