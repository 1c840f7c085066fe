import * as v from "valibot";
import {
  type EventId,
  toDecisionId,
  toEventId,
  toMeetingKey,
  toPersonId,
  toSeatId,
} from "#domain/ids.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import { may } from "#domain/rights/judge.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Person } from "#domain/table/person.ts";
import type { LiveMeeting, Picture, Saying } from "#flows/meeting/live-meeting.ts";
import type { Drafts } from "#flows/ports.ts";

/** A person whose id follows from the name. */
export function someone(name: string): Person {
  const key = name.toLowerCase().replaceAll(/[^a-z]+/gu, ".");
  return { id: toPersonId(key), name, mail: `${key}@larkfield.example` };
}

export const helena = someone("Helena Sommer");
export const imran = someone("Imran Tariq");
export const hanna = someone("Hanna Roth");
export const felix = someone("Felix Brandt");
export const sofia = someone("Sofia Oliveira");
export const lena = someone("Lena Gruber");
const daniel = someone("Daniel Acheampong");

export const questions = technologyDecision.questions;
export const startMs = Date.UTC(2026, 10, 23, 14);

/** Who says what, one after the other, ten seconds apart unless said when. */
export type Told = readonly (readonly [who: Person, event: unknown, atMs?: number])[];

/** The entries a list would hold; each event is what its own schema makes of it. */
export function entriesOf(told: Told): readonly LogEntry[] {
  let meeting = toMeetingKey("19:meeting_forecast@thread.v2");
  return told.map(([who, said, atMs], index) => {
    const event = v.parse(DecisionEvent, said);
    // What follows is said in the meeting that took it up.
    if (event.kind === "decision-resumed") meeting = event.meeting.key;
    return {
      position: index + 1,
      id: toEventId(`event-${index + 1}`),
      decision: toDecisionId("decision-1"),
      meeting,
      by: { id: who.id, name: who.name },
      atMs: atMs ?? startMs + index * 10_000,
      previous: "",
      event,
    };
  });
}

/** The title, the gate and a table of five drivers and two stakeholders. */
export const prepared: Told = [
  [
    helena,
    {
      kind: "decision-opened",
      title: "Redesign sales forecasting with an AI model",
      meeting: {
        key: "19:meeting_forecast@thread.v2",
        subject: "Forecasting redesign",
        organizer: helena,
      },
    },
  ],
  [
    helena,
    {
      kind: "decision-framed",
      frame: {
        title: "Redesign sales forecasting with an AI model",
        context: "",
        outcome: "Forecast error down by a third",
        without: "",
        functions: ["Sales", "IT", "HR", "Finance", "Sales Operations"],
      },
    },
  ],
  [helena, { kind: "gate-answered", gate: { signals: ["unknown-risk"] } }],
  [
    helena,
    seat(helena, "Sales", { duty: "decider", accountability: "The forecast of all regions" }),
  ],
  [helena, seat(imran, "IT", { duty: "sign-off", ground: "security" })],
  [helena, seat(hanna, "HR")],
  [helena, seat(felix, "Finance")],
  [helena, seat(sofia, "Sales Operations")],
  [helena, seat(lena, "Legal", { role: "stakeholder", duty: "contributor" })],
  [helena, seat(daniel, "Data", { role: "stakeholder", duty: "performer" })],
];

/** Everybody opens the side panel. */
export const gathered: Told = [
  ...prepared,
  ...[helena, imran, hanna, felix, sofia, lena, daniel].map(
    (who) => [who, { kind: "person-arrived" }] as const,
  ),
];

/** Helena leads; the first question is on the table. */
export const walking: Told = [...gathered, [helena, { kind: "walk-started" }]];

/** A seat as the event that sets it. */
export function seat(person: Person | undefined, name: string, more: object = {}) {
  return {
    kind: "seat-set",
    seat: {
      id: toSeatId(`seat-${name.toLowerCase().replaceAll(" ", "-")}`),
      function: name,
      role: "driver",
      duty: "member",
      required: true,
      insight: "Knows the numbers",
      accountability: "Answers for the numbers",
      ...(person && { person }),
      ...more,
    },
  };
}

/** The questions up to this one concluded, so that it is on the table. */
export function atQuestion(number: number): Told {
  const before = questions.slice(0, number - 1);
  return [
    ...walking,
    ...before.flatMap(({ id }) => [
      [helena, { kind: "answers-revealed", question: id }] as const,
      [
        helena,
        { kind: "question-concluded", question: id, conclusion: `What we said about ${id}` },
      ] as const,
    ]),
  ];
}

/** All questions concluded: the facilitator writes the proposal. */
export const proposing: Told = atQuestion(questions.length + 1);

export interface FakeLive extends LiveMeeting {
  /** Somebody else says something. */
  hear(...told: Told): void;
  /** What this person said, in order. */
  said(): readonly DecisionEvent[];
  /** Changes anything else in the picture. */
  change(change: Partial<Picture>): void;
  /** Settles the last saying of this person. */
  settle(state: Saying["state"]): void;
}

/** A live meeting over the real rules, with nothing between it and the log. */
export function fakeLive(told: Told, me: Person, nowMs = startMs + 600_000): FakeLive {
  let history = [...told];
  const sayings: Saying[] = [];
  const listeners = new Set<() => void>();
  let more: Partial<Picture> = {};
  let shown: Picture | undefined;

  const meeting = (): Meeting => replay(entriesOf(history));
  function changed(): void {
    shown = undefined;
    for (const listener of listeners) listener();
  }

  return {
    picture() {
      shown ??= {
        me,
        meeting: meeting(),
        sayings: [...sayings],
        following: { kind: "live" },
        recording: { kind: "idle" },
        unreadable: [],
        tampering: [],
        clockOffsetMs: 0,
        ...more,
      };
      return shown;
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    say(event) {
      const refusal = may(meeting(), me.id, event, nowMs);
      if (refusal !== undefined) return refuse(refusal);
      history = [...history, [me, event, nowMs]];
      const id: EventId = toEventId(`event-${history.length}`);
      sayings.push({ id, event, saidAtMs: nowMs, state: { kind: "saved", atMs: nowMs } });
      changed();
      return ok(id);
    },
    takeUp(_, at) {
      return Promise.resolve(this.say({ kind: "decision-resumed", meeting: at }));
    },
    tryAgain: () => undefined,
    discard(id) {
      sayings.splice(0, sayings.length, ...sayings.filter((one) => one.id !== id));
      changed();
    },
    refresh: () => undefined,
    leave: () => undefined,
    close: () => undefined,
    hear(...others) {
      history = [...history, ...others];
      changed();
    },
    said: () => sayings.map(({ event }) => event),
    change(change) {
      more = { ...more, ...change };
      changed();
    },
    settle(state) {
      const last = sayings.pop();
      if (last !== undefined) sayings.push({ ...last, state });
      // What the list does not have, or the rules turned down, is no part of the meeting.
      if (state.kind === "failed" || state.kind === "refused") history = history.slice(0, -1);
      changed();
    },
  };
}

/** Drafts in memory. */
export function memoryDrafts(): Drafts {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key),
    write: (key, text) => void kept.set(key, text),
    clear: (key) => void kept.delete(key),
  };
}
