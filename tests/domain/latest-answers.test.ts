import { describe, expect, it } from "vitest";
import { latestAnswers } from "#domain/latest-answers.ts";
import { replay } from "#domain/meeting.ts";
import { fitting, log, questionIds, says, started } from "./meeting-fixtures.ts";
import { ada, ben, chloe } from "./table-fixtures.ts";

const question = questionIds[0]!;
const answer = (by: typeof ada, choice: string, recordedFor?: typeof ada) =>
  says(by, {
    kind: "question-answered",
    question,
    answer: { ...fitting[0], choice },
    ...(recordedFor && { recordedFor }),
  });
const latest = (...answers: ReturnType<typeof answer>[]) =>
  latestAnswers(replay(log(...started, ...answers)).rounds.get(question)).map((given) => [
    given.of.name,
    given.answer.choice,
  ]);

describe("the latest answers", () => {
  it("are one of each person, in the order these were given", () => {
    const given = latest(
      answer(ben, "strategic"),
      answer(chloe, "operational"),
      answer(ben, "operational"),
    );

    expect(given).toEqual([
      ["Chloe Diaz", "operational"],
      ["Ben Ortiz", "operational"],
    ]);
  });

  it("take what was written down for somebody as theirs", () => {
    expect(latest(answer(ben, "strategic"), answer(ada, "operational", ben))).toEqual([
      ["Ben Ortiz", "operational"],
    ]);
  });

  it("are none where nobody answered", () => {
    expect(latest()).toEqual([]);
    expect(latestAnswers(undefined)).toEqual([]);
  });
});
