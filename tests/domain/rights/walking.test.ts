import { describe, expect, it } from "vitest";
import type { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import {
  fitting,
  framed,
  gathered,
  log,
  questionIds,
  says,
  started,
  walk,
} from "../meeting-fixtures.ts";
import { ada, ben, dana, emil, farah, hugo } from "../table-fixtures.ts";
import { refusal } from "./refusal-fixtures.ts";

const first = questionIds[0]!;
const second = questionIds[1]!;

describe("starting the walk", () => {
  const start: DecisionEvent = { kind: "walk-started" };
  const withoutDana = gathered.filter(
    ({ by, event }) => by !== dana || event.kind !== "person-arrived",
  );

  it("makes who starts it the facilitator and opens the first question", () => {
    const meeting = replay(log(...gathered, says(ben, start)));

    expect(meeting).toMatchObject({ status: "in-session", current: first });
    expect(meeting.facilitator?.person.id).toBe(ben.id);
  });

  it("waits for the gate", () => {
    expect(refusal(framed.slice(0, 2), ada, start)).toEqual({ reason: "gate-unanswered" });
  });

  it("is not for what is routine", () => {
    const routine = says(ada, { kind: "gate-answered", gate: { signals: ["hard-to-reverse"] } });

    expect(refusal([...gathered, routine], ada, start)).toEqual({ reason: "routine" });
  });

  it("waits for a table that is ready, and says what is not", () => {
    expect(refusal(withoutDana, ada, start)).toMatchObject({
      reason: "table-not-ready",
      findings: [{ code: "required-driver-absent" }, { code: "function-uncovered" }],
    });
  });

  it("may go ahead all the same with a reason, which is kept with what it overrode", () => {
    const override = says(ada, { kind: "walk-started", override: "Dana joins at ten" });

    expect(replay(log(...withoutDana, override)).started?.override).toMatchObject({
      reason: "Dana joins at ten",
      findings: [{ code: "required-driver-absent" }, { code: "function-uncovered" }],
    });
  });

  it("is not for a stranger, and happens once", () => {
    expect(refusal(gathered, hugo, start)).toEqual({ reason: "not-allowed", who: "preparer" });
    expect(refusal(started, ada, start)).toEqual({ reason: "already-started" });
  });

  it("of two at once only the first has an effect", () => {
    const meeting = replay(log(...gathered, says(ada, start), says(ben, start)));

    expect(meeting.facilitator?.person.id).toBe(ada.id);
    expect(meeting.refused?.newest.refusal).toEqual({ reason: "already-started" });
  });
});

describe("answering", () => {
  const answer = (question = first, given = fitting[0]!): DecisionEvent => ({
    kind: "question-answered",
    question,
    answer: given,
  });

  it("is for who is asked", () => {
    expect(refusal(started, ben, answer())).toBeUndefined();
    expect(refusal(started, farah, answer())).toEqual({ reason: "not-in-audience" });
  });

  it("is for everybody where everybody is asked, even without a seat", () => {
    expect(refusal(started, hugo, answer(second, fitting[1]))).toBeUndefined();
  });

  it("must fit the question", () => {
    expect(refusal(started, ben, answer(first, { scale: 3 }))).toEqual({
      reason: "answer-does-not-fit",
    });
  });

  it("must be to a question of the list", () => {
    const question = "no-such" as typeof first;

    expect(refusal(started, ben, answer(question))).toEqual({ reason: "unknown-question" });
  });

  it("comes too late once the question is concluded", () => {
    expect(refusal([...started, ...walk(0)], ben, answer())).toEqual({
      reason: "question-concluded",
    });
  });

  it("keeps the earlier one, and counts the later", () => {
    const later = says(ben, answer(first, { choice: "operational" }));
    const round = replay(log(...started, says(ben, answer()), later)).rounds.get(first);

    expect(round?.answers?.newest.answer).toEqual({ choice: "operational" });
    expect(round?.answers?.earlier?.newest.answer).toEqual(fitting[0]);
  });

  it("says so when it was given after the others' could be seen", () => {
    const reveal = says(ada, { kind: "answers-revealed", question: first });
    const round = replay(log(...started, reveal, says(ben, answer()))).rounds.get(first);

    expect(round?.answers?.newest.afterReveal).toBe(true);
  });

  it("for somebody else is for the facilitator, marked as such", () => {
    const forBen: DecisionEvent = {
      kind: "question-answered",
      question: first,
      answer: fitting[0]!,
      recordedFor: ben,
    };
    const round = replay(log(...started, says(ada, forBen))).rounds.get(first);

    expect(refusal(started, emil, forBen)).toEqual({ reason: "not-allowed", who: "facilitator" });
    expect(round?.answers?.newest).toMatchObject({
      of: { id: ben.id },
      recordedBy: { id: ada.id },
    });
  });
});

describe("leading the walk", () => {
  const reveal: DecisionEvent = { kind: "answers-revealed", question: first };
  const conclude: DecisionEvent = { kind: "question-concluded", question: first, conclusion: "So" };
  const steps: DecisionEvent[] = [
    reveal,
    conclude,
    { kind: "question-opened", question: second },
    { kind: "conclusion-drafted", question: first, text: "So far" },
    { kind: "time-extended", question: first, minutes: 5 },
    { kind: "facilitation-handed-over", to: ben.id },
  ];

  it.each(steps)("is for the facilitator alone: $kind", (event) => {
    expect(refusal(started, ben, event)).toEqual({ reason: "not-allowed", who: "facilitator" });
  });

  it("reveals before it concludes", () => {
    expect(refusal(started, ada, conclude)).toEqual({ reason: "not-revealed" });
  });

  it("opens another question than the one on the table", () => {
    expect(refusal(started, ada, { kind: "question-opened", question: first })).toEqual({
      reason: "already-so",
    });
    expect(refusal(started, ada, { kind: "question-opened", question: second })).toBeUndefined();
  });

  it("reveals once", () => {
    expect(refusal([...started, says(ada, reveal)], ada, reveal)).toEqual({ reason: "already-so" });
  });

  it("of two conclusions at once goes on by one question, not by two", () => {
    const meeting = replay(
      log(...started, says(ada, reveal), says(ada, conclude), says(ada, conclude)),
    );

    expect(meeting.current).toBe(second);
    expect(meeting.refused?.newest.refusal).toEqual({ reason: "question-concluded" });
  });

  it("keeps to the question on the table", () => {
    expect(refusal(started, ada, { ...reveal, question: second })).toEqual({
      reason: "question-not-current",
    });
  });

  it("keeps to the questions of the list", () => {
    const question = "no-such" as typeof first;

    expect(refusal(started, ada, { ...reveal, question })).toEqual({ reason: "unknown-question" });
  });

  it("adds minutes to those added before", () => {
    const more = says(ada, { kind: "time-extended", question: first, minutes: 5 });

    expect(replay(log(...started, more, more)).rounds.get(first)?.extraMinutes).toBe(10);
  });
});
