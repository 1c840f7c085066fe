import {
  type EventId,
  type QuestionId,
  toDecisionId,
  toEventId,
  toMeetingKey,
} from "#domain/ids.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { newestFirst } from "#domain/chain.ts";
import type { Method } from "#domain/deciding/rule.ts";
import type { Stance } from "#domain/deciding/stance.ts";
import type { Answer } from "#domain/questions/answer.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Person } from "#domain/table/person.ts";
import {
  ada,
  ben,
  chloe,
  dana,
  emil,
  farah,
  fn,
  goodTable,
  seatId,
  stakeholder,
} from "./table-fixtures.ts";

/** One thing somebody says; `id` where a later event speaks of it. */
export interface Saying {
  readonly by: Person;
  readonly event: DecisionEvent;
  readonly id?: string;
  /** Seconds after the saying before; ten unless told. */
  readonly afterSeconds?: number;
}

/** Somebody says something. */
export function says(by: Person, event: DecisionEvent, more: Partial<Saying> = {}): Saying {
  return { by, event, ...more };
}

export const decision = toDecisionId("decision-1");
export const meetingKey = toMeetingKey("19:meeting_forecasting@thread.v2");
/** When the first row of `log` was written. */
export const startMs = Date.UTC(2026, 10, 24, 9);

/** The rows these sayings make: at positions 10, 20, 30, so that others may come in between. */
export function log(...sayings: readonly Saying[]): readonly LogEntry[] {
  let atMs = startMs;
  return sayings.map(({ by, event, id, afterSeconds = 10 }, at) => {
    atMs += afterSeconds * 1000;
    return entry(by, event, { position: (at + 1) * 10, atMs, ...(id && { id: toEventId(id) }) });
  });
}

/** One row. */
export function entry(
  by: Person,
  event: DecisionEvent,
  at: { readonly position: number; readonly atMs?: number; readonly id?: EventId },
): LogEntry {
  const { position, atMs = startMs + position * 1000, id = toEventId(`event-${position}`) } = at;
  return {
    position,
    id,
    decision,
    meeting: meetingKey,
    by: { id: by.id, name: by.name },
    atMs,
    previous: "",
    event,
  };
}

/** The ids of the six questions. */
export const questionIds: readonly QuestionId[] = technologyDecision.questions.map(({ id }) => id);

const factText = (text: string) => ({ text, basis: "fact" }) as const;

/** An answer that fits each of the six questions. */
export const fitting: readonly Answer[] = [
  { choice: "strategic" },
  {
    goal: { metric: "Forecast error", baseline: "18", target: "9", unit: "%", date: "2027-06-30" },
    text: factText("We promise what we can deliver"),
  },
  { text: factText("Half of it by agreeing on one definition") },
  { risk: { what: "What the model sees of customers", category: "privacy", whoCouldSee: "Legal" } },
  { scale: 3, text: factText("Name one owner per region") },
  { rights: { what: "which data goes in", who: "Emil Sand", limit: "no customer names" } },
];

export const frame = {
  title: "Redesign sales forecasting",
  context: "Three forecasts, none right",
  outcome: "One forecast people act on",
  without: "We keep missing by 18 %",
  functions: ["Sales", "IT", "Finance"].map(fn),
};

/** Ada opens the decision, frames it and passes the gate. */
export const framed: readonly Saying[] = [
  says(ada, {
    kind: "decision-opened",
    title: "Redesign forecasting",
    meeting: { key: meetingKey, subject: "Forecasting", organizer: farah },
  }),
  says(ada, { kind: "decision-framed", frame }),
  says(ada, { kind: "gate-answered", gate: { signals: ["strategic-shift"] } }),
];

const legal = stakeholder("Legal", { person: farah });

/** Then everybody gets a seat, and comes. */
export const gathered: readonly Saying[] = [
  ...framed,
  ...[...goodTable, legal].map(({ seat }) => says(ada, { kind: "seat-set", seat })),
  ...[ada, ben, chloe, dana, emil, farah].map((one) => says(one, { kind: "person-arrived" })),
];

/** Then Ada starts the walk: she leads, and the first question is open. */
export const started: readonly Saying[] = [...gathered, says(ada, { kind: "walk-started" })];

/** One question, from its opening to its conclusion, with answers of all who are asked. */
export function walk(at: number): readonly Saying[] {
  const { id: question, audience } = technologyDecision.questions[at]!;
  const drivers = [ada, ben, chloe, dana, emil];
  const asked = audience === "all" ? [...drivers, farah] : drivers;
  return [
    ...asked.map((one) => says(one, { kind: "question-answered", question, answer: fitting[at]! })),
    says(ada, { kind: "answers-revealed", question }),
    says(ada, { kind: "question-concluded", question, conclusion: `Conclusion ${at + 1}` }),
  ];
}

/** Then they walk all six questions. */
export const concluded: readonly Saying[] = [
  ...started,
  ...questionIds.flatMap((_, at) => walk(at)),
];

export const proposal = toEventId("proposal-1");

/** Then Ada proposes, for a single decider unless told. */
export function proposed(method: Method = "single-decider"): readonly Saying[] {
  const rule = { method, quorum: { kind: "required-drivers" } } as const;
  const text = "Move the forecast into one shared model by May.";
  return [
    ...concluded,
    says(ada, { kind: "proposal-made", text, rule, reviewOn: "2027-06-01" }, { id: proposal }),
  ];
}

/** Somebody's stance on `proposal`, for the seat of a function. */
export function stance(by: Person, place: string, taken: Stance): Saying {
  return says(by, { kind: "stance-taken", proposal, seat: seatId(place), stance: taken });
}

const commits: Stance = {
  stance: "disagree-and-commit",
  reason: "May is too early for Finance",
};

/** Then all take a stance, Dana against, and Ada rules for it. */
export const decidable: readonly Saying[] = [
  ...proposed(),
  stance(ada, "Sales", { stance: "agree" }),
  stance(ben, "IT", { stance: "agree" }),
  stance(chloe, "HR", { stance: "agree-with-reservation", reason: "Train people first" }),
  stance(dana, "Finance", commits),
  stance(emil, "Sales Operations", { stance: "agree" }),
  says(ada, { kind: "proposal-ruled", proposal, accepted: true }),
];

/** Then Ada closes it as decided. */
export const closed: readonly Saying[] = [
  ...decidable,
  says(ada, { kind: "decision-closed", outcome: "decided" }, { id: "close" }),
];

/** Why the last thing said had no effect; undefined where it had one. */
export function refusalOf(meeting: Meeting, saying: EventId | number): Refusal | undefined {
  for (const { entry: refused, refusal } of newestFirst(meeting.refused)) {
    if (refused.id === saying || refused.position === saying) return refusal;
  }
  return undefined;
}
