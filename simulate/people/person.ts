import type { DecisionId, MeetingKey } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { DecisionRegister, Push } from "#flows/ports.ts";
import { type Attendee, type Browser, openLean, openWhole } from "./attendee.ts";
import {
  type QuestionName,
  answerTo,
  answerWithinMs,
  drivers,
  lateAnswerOneIn,
  personOf,
} from "./plan.ts";
import { eventLog, pushOf, register } from "../model/ports.ts";
import type { SharePointList } from "../model/share-point-list.ts";
import { type Chronicle, type Sightings, newWitness } from "./sightings.ts";
import type { Tenant } from "../model/tenant.ts";
import { type VirtualTime, browserWorld, seededChance } from "../model/virtual-time.ts";
import { openWire } from "../model/wire.ts";

/** How people and browsers of a meeting behave. */
export interface Manners {
  readonly attendees: number;
  readonly isPushUp: boolean;
  /** Whether most people of a large meeting hear of the facilitator's steps only. */
  readonly hasStepPush: boolean;
  /** Whether the product runs whole, or without the fold. */
  readonly isWhole: boolean;
  /** Whether every browser knows from the start how many people there will be. */
  readonly knowsAudience: boolean;
  /** Over how long those who do not decide put off saying they arrived, and listening; 0: not at all. */
  readonly settlesWithinMs: number;
  /** Whether push of steps also rings, sparingly, for what is said after a reveal. */
  readonly ringsAfterReveal: boolean;
  /** Changes that SharePoint answers at a time; 200 where nobody says otherwise. */
  readonly deltaPage: number | undefined;
  readonly seed: number;
}

/** Where a meeting takes place. */
export interface Venue {
  readonly time: VirtualTime;
  readonly tenant: Tenant;
  readonly events: SharePointList;
  readonly decisions: SharePointList;
  readonly sightings: Sightings;
}

/** One meeting, as those who join it find it. */
export interface Gathering {
  readonly number: number;
  readonly meeting: MeetingKey;
  readonly decision: DecisionId;
  readonly venue: Venue;
  readonly manners: Manners;
  readonly chronicle: Chronicle;
  /** Answers that people wanted to give, and those they could. */
  readonly answers: { meant: number; given: number };
  /** What the facilitator's browser does besides, told of each row it gets. */
  readonly onRowsOfFacilitator: (rows: readonly LogRow[], register: DecisionRegister) => void;
}

const readingMs = 3000;
const tryAgainMs = 1000;

/** The person with this number joins; what they do from then on follows from what they see. */
export function join(gathering: Gathering, index: number): Attendee {
  const { venue, chronicle, answers } = gathering;
  const { time } = venue;
  const isDriver = index < drivers;
  const mind = chanceOf(gathering, index, 32_452);
  const putsOffMs = isDriver ? 0 : mind() * gathering.manners.settlesWithinMs;

  const answer = (question: QuestionName, afterMs: number) => {
    answers.meant += 1;
    time.after(afterMs, () => {
      if (say(gathering, person, answerTo(question))) answers.given += 1;
    });
  };
  const seen = venue.sightings[isDriver ? "driver" : "stakeholder"];
  const witness = newWitness(personOf(index).id, chronicle, seen, {
    onOpened(question) {
      if (question === "talk") return;
      answer(question, readingMs + mind() * (answerWithinMs[question] - readingMs));
    },
    onRevealed(question) {
      if (index % lateAnswerOneIn === 1) answer(question, readingMs * (1 + mind()));
    },
  });
  const browser: Browser = {
    ...browserOf(gathering, index, putsOffMs),
    hearsFirst: isDriver,
    present: () =>
      gathering.manners.knowsAudience ? gathering.manners.attendees : witness.present(),
    announcesArrival: putsOffMs === 0,
    onRows(rows) {
      witness.see(rows, time.now());
      if (index === 0) gathering.onRowsOfFacilitator(rows, browser.register);
    },
  };
  const person = (gathering.manners.isWhole ? openWhole : openLean)(browser);
  if (putsOffMs > 0) time.after(putsOffMs, () => say(gathering, person, arrival));
  return person;
}

/** Says it as soon as this person's browser is ready for it; false where that is not yet. */
export function say(
  gathering: Gathering,
  person: Attendee,
  event: DecisionEvent,
  meantAtMs = gathering.venue.time.now(),
): boolean {
  const eventId = person.say(event);
  if (eventId !== undefined) gathering.chronicle.said(eventId, meantAtMs);
  else if (event.kind !== "person-arrived") {
    gathering.venue.time.after(tryAgainMs, () => say(gathering, person, event, meantAtMs));
  }
  return eventId !== undefined;
}

const arrival: DecisionEvent = { kind: "person-arrived" };

/** A browser's connections: everything of it that takes part in what is asked when. */
function browserOf(gathering: Gathering, index: number, listensAfterMs: number) {
  const { number, meeting, decision, venue, manners } = gathering;
  const { time, tenant, events, decisions } = venue;
  const me = personOf(index);
  const world = browserWorld(time, `${number}-${index}`, seedOf(gathering, index, 104_729));
  const wire = openWire(tenant, world, chanceOf(gathering, index, 15_485));
  const listening = (list: SharePointList) =>
    later(pushOf({ wire, world, list, isUp: manners.isPushUp }), listensAfterMs, time);
  return {
    me,
    meeting,
    decision,
    world,
    log: eventLog(wire, events, me, manners.deltaPage),
    register: register(wire, decisions, world),
    rowPush: listening(events),
    stepPush: manners.hasStepPush ? listening(decisions) : undefined,
  };
}

/** A push that is listened to only after a while. */
function later(push: Push, ms: number, time: VirtualTime): Push {
  if (ms === 0) return push;
  return {
    listen(onNews, onState) {
      let stop = time.after(ms, () => {
        stop = push.listen(onNews, onState);
      });
      return () => stop();
    },
  };
}

/** Each person and each of their connections has chance of its own, so that none disturbs another. */
function seedOf({ number, manners }: Gathering, index: number, purpose: number): number {
  return manners.seed + number * purpose + index * 31 + purpose;
}

function chanceOf(gathering: Gathering, index: number, purpose: number): () => number {
  return seededChance(seedOf(gathering, index, purpose));
}
