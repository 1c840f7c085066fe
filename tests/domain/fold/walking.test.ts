import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import {
  concluded,
  decidable,
  gathered,
  log,
  questionIds,
  says,
  started,
} from "../meeting-fixtures.ts";
import { ada, ben } from "../table-fixtures.ts";

describe("going back to a question", () => {
  const question = questionIds[1]!;
  const back = replay(log(...decidable, says(ada, { kind: "question-opened", question })));

  it("opens it with its conclusion as a draft", () => {
    expect(back.current).toBe(question);
    expect(back.rounds.get(question)).toMatchObject({ draft: "Conclusion 2" });
    expect(back.rounds.get(question)?.conclusion).toBeUndefined();
  });

  it("voids the proposal that took it as settled", () => {
    expect(back.proposal).toBeUndefined();
  });

  it("keeps the answers and that they were revealed", () => {
    const before = replay(log(...concluded)).rounds.get(question);

    expect(back.rounds.get(question)?.answers).toEqual(before?.answers);
    expect(back.rounds.get(question)?.revealed).toBe(true);
  });

  it("leads on to the proposal once it is concluded again, not through the others", () => {
    const again = says(ada, { kind: "question-concluded", question, conclusion: "Otherwise" });
    const opened = says(ada, { kind: "question-opened", question });

    expect(replay(log(...concluded, opened, again)).current).toBeUndefined();
  });
});

describe("leaving a question for another and coming back", () => {
  const [first, second] = questionIds;
  const meeting = replay(
    log(
      ...started,
      says(ada, { kind: "conclusion-drafted", question: first!, text: "So far" }),
      says(ada, { kind: "question-opened", question: second! }),
      says(ada, { kind: "question-opened", question: first! }),
    ),
  );

  it("finds the sentence as far as it had grown", () => {
    expect(meeting.rounds.get(first!)).toMatchObject({ draft: "So far", revealed: false });
  });

  it("starts its time anew", () => {
    const opened = meeting.rounds.get(second!)?.openedAtMs ?? 0;

    expect(meeting.rounds.get(first!)?.openedAtMs).toBe(opened + 10_000);
  });
});

describe("before the walk", () => {
  const question = questionIds[1]!;
  const early = says(ben, {
    kind: "question-answered",
    question,
    answer: { goal: { metric: "Error", target: "9" }, text: { text: "So", basis: "fact" } },
  });
  const meeting = replay(log(...gathered, early));

  it("answers may be given", () => {
    expect(meeting.rounds.get(question)?.answers?.newest).toMatchObject({ of: author(ben) });
  });

  it("no question is open for them", () => {
    expect(meeting.rounds.get(question)?.openedAtMs).toBeUndefined();
    expect(meeting.current).toBeUndefined();
  });
});

function author({ id, name }: typeof ben) {
  return { id, name };
}
