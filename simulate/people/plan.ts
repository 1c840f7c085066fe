import { toMeetingKey, toPersonId, toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { QuestionList } from "#domain/questions/question.ts";
import { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import * as v from "valibot";

/** Drivers of every simulated meeting; the first of them leads. */
export const drivers = 7;

const sales = v.parse(BusinessFunction, "Sales");

const second = 1000;

/** Everybody arrives within this. */
export const joinWithinMs = 60 * second;
/** When the walk of a first meeting starts: until then people are joining. */
export const walkStartsMs = 180 * second;
/** How long the walk is watched. */
export const walkLastsMs = 420 * second;
/** How long after it is waited for what has not been seen yet. */
export const waitAfterwardsMs = 120 * second;

/** How long after seeing a question people take at most to answer it; by question. */
export const answerWithinMs = { calm: 150 * second, round: 60 * second } as const;

export type QuestionName = keyof typeof answerWithinMs | "talk";

/** A calm question, one that everybody answers within a minute, and one that is only talked about. */
const questions = v.parse(QuestionList, {
  id: "simulated",
  name: "Simulated",
  questions: ["calm", "round", "talk"].map((id) => ({
    id,
    text: `The ${id} question`,
    why: "To see what it costs.",
    audience: "all",
    minutes: 4,
    asks: [{ kind: "text" }],
  })),
});

/** One thing the facilitator does, this long after the walk began. */
export interface FacilitatorAct {
  readonly afterMs: number;
  readonly event: DecisionEvent;
  /** Whether everybody has to learn of it at once. */
  readonly isStep: boolean;
}

/** The walk: the calm question in four minutes, then the round, starting as a budget's minute does. */
export const walk: readonly FacilitatorAct[] = [
  step(0, { kind: "walk-started", override: "Everybody who is needed is here." }),
  step(175, { kind: "answers-revealed", question: idOf("calm") }),
  draft(195, "calm", "One forecast."),
  draft(205, "calm", "One forecast, owned by Sales."),
  step(240, { kind: "question-concluded", question: idOf("calm"), conclusion: "One forecast." }),
  step(312, { kind: "answers-revealed", question: idOf("round") }),
  draft(332, "round", "Reps correct it."),
  draft(342, "round", "Reps correct it, and say why."),
  step(370, {
    kind: "question-concluded",
    question: idOf("round"),
    conclusion: "Reps correct it.",
  }),
];

/** One of these many gives another answer when the first have been revealed. */
export const lateAnswerOneIn = 25;

/** An answer as people give them. */
export function answerTo(question: QuestionName): DecisionEvent {
  const text = {
    text: "Reps forecast by feel; Finance sees the gap last.",
    basis: "fact",
  } as const;
  return { kind: "question-answered", question: idOf(question), answer: { text } };
}

/** The person with this number. */
export function personOf(index: number): Person {
  return { id: toPersonId(`person-${index}`), name: `Person ${index}` };
}

/** The key of the meeting with this number. */
export function keyOf(meeting: number) {
  return toMeetingKey(`19:meeting_${meeting}@thread.v2`);
}

/** What was prepared before anybody joined. */
export function prepared(meeting: number): readonly DecisionEvent[] {
  const leader = personOf(0);
  const info = { key: keyOf(meeting), subject: "Forecast", organizer: leader };
  const seats = Array.from({ length: drivers }, (_, index): DecisionEvent => ({
    kind: "seat-set",
    seat: {
      id: toSeatId(`seat-${index}`),
      function: sales,
      role: "driver",
      duty: index === 0 ? "decider" : "member",
      person: personOf(index),
      required: true,
    },
  }));
  return [
    { kind: "decision-opened", title: "Move forecasting to one model", meeting: info },
    { kind: "gate-answered", gate: { signals: ["strategic-shift"] } },
    { kind: "questions-chosen", list: questions },
    ...seats,
  ];
}

function step(seconds: number, event: DecisionEvent): FacilitatorAct {
  return { afterMs: seconds * second, event, isStep: true };
}

function draft(seconds: number, question: QuestionName, text: string): FacilitatorAct {
  const event: DecisionEvent = { kind: "conclusion-drafted", question: idOf(question), text };
  return { afterMs: seconds * second, event, isStep: false };
}

function idOf(question: QuestionName) {
  const found = questions.questions.find(({ id }) => id === question);
  if (found === undefined) throw new Error(`No question ${question}`);
  return found.id;
}
