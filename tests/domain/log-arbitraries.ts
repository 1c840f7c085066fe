import * as fc from "fast-check";
import { toDecisionId, toEventId } from "#domain/ids.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { type Rule, defaultRule } from "#domain/deciding/rule.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import {
  closed,
  entry,
  fitting,
  frame,
  log,
  meetingKey,
  proposal,
  questionIds,
} from "./meeting-fixtures.ts";
import { ada, ben, dana, emil, farah, goodTable, guest, hugo, seatId } from "./table-fixtures.ts";

const reason = "Because";
const other = toDecisionId("decision-2");
const question = fc.constantFrom(...questionIds, "no-such-question" as (typeof questionIds)[0]);
const seat = fc.constantFrom(...["Sales", "IT", "Finance", "Legal", "Nowhere"].map(seatId));
const who = fc.constantFrom(ada, ben, dana, emil, farah, guest, hugo);
const rule = fc.constantFrom<Rule>(
  defaultRule,
  { ...defaultRule, method: "consent" },
  { ...defaultRule, method: "majority", denominator: "cast" },
  { ...defaultRule, method: "supermajority", share: "3/4" },
);

/** Every kind of event, sensible or not, by people with and without a right to it. */
export const anyEvent: fc.Arbitrary<DecisionEvent> = fc.oneof(
  ...(
    [
      { kind: "person-arrived" },
      { kind: "person-left" },
      { kind: "decision-read" },
      { kind: "decision-framed", frame: { ...frame, title: "Another title" } },
      { kind: "gate-answered", gate: { signals: [] } },
      { kind: "gate-answered", gate: { signals: ["unknown-risk"] } },
      { kind: "questions-chosen", list: technologyDecision },
      { kind: "walk-started" },
      { kind: "walk-started", override: reason },
      { kind: "record-written", item: "7", hash: "0".repeat(64) },
      {
        kind: "decision-opened",
        title: "A second one",
        meeting: { key: meetingKey, subject: "Again" },
      },
      { kind: "decision-resumed", meeting: { key: meetingKey, subject: "Again" } },
      { kind: "decision-amended", text: "In June", reason },
      { kind: "decision-succeeded", how: "reversed", successor: other, title: "Another" },
      { kind: "review-held", actual: "Half of it", lessons: "", verdict: "keep" },
      { kind: "decision-linked", link: { relation: "builds-on", to: other, title: "Another" } },
      { kind: "decision-unlinked", to: other },
    ] satisfies DecisionEvent[]
  ).map((event) => fc.constant<DecisionEvent>(event)),
  fc.record({ kind: fc.constant("rule-chosen" as const), rule }),
  fc.record({ kind: fc.constant("seat-removed" as const), seat }),
  fc.record({ kind: fc.constant("delegate-accepted" as const), seat }),
  fc.record({ kind: fc.constant("interest-declared" as const), seat, reason: fc.constant(reason) }),
  fc.record({ kind: fc.constant("interest-withdrawn" as const), seat }),
  fc.record({
    kind: fc.constant("person-marked-absent" as const),
    person: who.map(({ id }) => id),
  }),
  fc.record({ kind: fc.constant("person-marked-present" as const), person: who }),
  fc.record({ kind: fc.constant("question-opened" as const), question }),
  fc.record({ kind: fc.constant("answers-revealed" as const), question }),
  fc.record({ kind: fc.constant("time-extended" as const), question, minutes: fc.constant(5) }),
  fc.record({
    kind: fc.constant("seat-set" as const),
    seat: fc
      .tuple(fc.constantFrom(...goodTable), fc.option(who, { nil: undefined }))
      .map(([{ seat: place }, delegate]) => ({ ...place, ...(delegate && { delegate }) })),
  }),
  fc.record({
    kind: fc.constant("question-answered" as const),
    question,
    answer: fc.constantFrom(...fitting),
  }),
  fc.record({
    kind: fc.constant("question-answered" as const),
    question,
    answer: fc.constantFrom(...fitting),
    recordedFor: who,
  }),
  fc.record({
    kind: fc.constantFrom("conclusion-drafted" as const),
    question,
    text: fc.constant("So far"),
  }),
  fc.record({
    kind: fc.constant("question-concluded" as const),
    question,
    conclusion: fc.constant("So be it"),
  }),
  fc.record({
    kind: fc.constant("facilitation-handed-over" as const),
    to: who.map(({ id }) => id),
  }),
  fc.record({ kind: fc.constant("facilitation-claimed" as const), from: who.map(({ id }) => id) }),
  fc.record({ kind: fc.constant("proposal-made" as const), text: fc.constant("Do it"), rule }),
  fc.record({
    kind: fc.constant("stance-taken" as const),
    proposal: fc.constantFrom(proposal, toEventId("gone")),
    seat,
    stance: fc.constantFrom(
      { stance: "agree" } as const,
      { stance: "object", reason, ground: "cost" } as const,
      { stance: "recused", reason } as const,
    ),
  }),
  fc.record({
    kind: fc.constant("proposal-ruled" as const),
    proposal: fc.constant(proposal),
    accepted: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("decision-closed" as const),
    outcome: fc.constantFrom("decided", "rejected", "deferred", "withdrawn", "not-needed"),
    reason: fc.constant(reason),
  }),
);

/**
 * A meeting that goes its way from opening to close while anybody says anything in between: deep
 * enough into the rules that acts with a right, without one and too late all occur.
 */
export const anyLog: fc.Arbitrary<readonly LogEntry[]> = fc
  .array(
    fc.record({
      by: who,
      event: anyEvent,
      // Also after the close: that is when a decision is amended, replaced and reviewed.
      position: fc.integer({ min: 1, max: closed.length * 11 }),
    }),
    { minLength: 15, maxLength: 40 },
  )
  .map((extras) => {
    const taken = new Map(log(...closed).map((one) => [one.position, one]));
    for (const { by, event, position } of extras) {
      if (!taken.has(position)) taken.set(position, entry(by, event, { position }));
    }
    return [...taken.values()].sort((a, b) => a.position - b.position);
  });

/** The entries of a log as a browser may get them: in any order, some of them more than once. */
function anyDelivery(entries: readonly LogEntry[]): fc.Arbitrary<readonly LogEntry[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...entries], { minLength: entries.length }),
      fc.subarray([...entries]),
    )
    .map(([once, again]) => [...once, ...again]);
}

/** A log and one way it may be delivered. */
export const anyDeliveredLog = anyLog.chain((entries) =>
  anyDelivery(entries).map((delivered) => ({ entries, delivered })),
);
