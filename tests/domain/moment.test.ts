import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { endOfTimeBox, momentOf } from "#domain/moment.ts";
import {
  type Saying,
  closed,
  concluded,
  framed,
  gathered,
  log,
  proposed,
  questionIds,
  says,
  started,
  walk,
} from "./meeting-fixtures.ts";
import { ada, ben } from "./table-fixtures.ts";

const momentAfter = (...sayings: readonly Saying[]) => momentOf(replay(log(...sayings)));

describe("the moment a late joiner lands in", () => {
  it.each<[string, readonly Saying[], string]>([
    ["nothing is framed", [], "nothing-framed"],
    ["it is being framed", framed, "gathering"],
    ["the table gathers", gathered, "gathering"],
    ["the walk has started", started, "question"],
    ["all is concluded", concluded, "proposing"],
    ["stances are taken", proposed(), "stances"],
    ["it is closed", closed, "closed"],
  ])("when %s", (_, sayings, kind) => {
    expect(momentAfter(...sayings).kind).toBe(kind);
  });

  it("is the first question after the start", () => {
    expect(momentAfter(...started)).toMatchObject({
      number: 1,
      of: 6,
      question: { id: questionIds[0] },
    });
  });

  it("is the next question after a conclusion", () => {
    expect(momentAfter(...started, ...walk(0))).toMatchObject({ number: 2 });
  });

  it("is an earlier question when the facilitator goes back", () => {
    const back = says(ada, { kind: "question-opened", question: questionIds[2]! });

    expect(momentAfter(...concluded, back)).toMatchObject({ kind: "question", number: 3 });
  });

  it("says whether the record stands", () => {
    const record = says(ben, { kind: "record-written", item: "1", hash: "a".repeat(64) });

    expect(momentAfter(...closed)).toMatchObject({ isRecorded: false });
    expect(momentAfter(...closed, record)).toMatchObject({ isRecorded: true });
  });
});

describe("the time box of a question", () => {
  const question = questionIds[0]!;
  const meeting = replay(
    log(...started, says(ada, { kind: "time-extended", question, minutes: 2 })),
  );
  const [first, second] = meeting.list.questions;

  it("ends its minutes after the question was opened, with those added", () => {
    const round = meeting.rounds.get(question)!;

    expect(endOfTimeBox(first!, round)).toBe(round.openedAtMs! + (3 + 2) * 60_000);
  });

  it("has not begun before the question is opened", () => {
    const round = { extraMinutes: 0, answers: undefined, revealed: false, draft: "" };

    expect(endOfTimeBox(second!, round)).toBeUndefined();
  });
});
