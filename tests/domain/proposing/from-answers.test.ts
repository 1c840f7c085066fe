import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import {
  goalsSaid,
  rightsSaid,
  risksSaid,
  withoutPrefill,
} from "#domain/proposing/from-answers.ts";
import type { Goal } from "#domain/questions/answer.ts";
import {
  type Saying,
  concluded,
  framed,
  log,
  questionIds,
  says,
  started,
} from "../meeting-fixtures.ts";
import { ada, ben, chloe, person } from "../table-fixtures.ts";

const after = (...sayings: readonly Saying[]) => replay(log(...sayings));

function goal(by: typeof ada, more: Partial<Goal>, recordedFor?: typeof ada): Saying {
  const question = questionIds[1]!;
  return says(by, {
    kind: "question-answered",
    question,
    answer: {
      goal: { metric: "Forecast error", target: "9", ...more },
      text: { text: "So", basis: "fact" },
    },
    ...(recordedFor && { recordedFor }),
  });
}

describe("what the answers name", () => {
  it("is one goal where all named the same", () => {
    const [only, ...others] = goalsSaid(after(...concluded));

    expect(others).toEqual([]);
    expect(only?.by).toHaveLength(6);
    expect(only?.what.metric).toBe("Forecast error");
  });

  it("is the same for risks and rights", () => {
    const meeting = after(...concluded);

    expect(risksSaid(meeting).map(({ by }) => by.length)).toEqual([6]);
    expect(rightsSaid(meeting).map(({ by }) => by.length)).toEqual([5]);
  });

  it("is the same goal with another capital, blank or line break", () => {
    const said = after(...started, goal(ben, {}), goal(chloe, { metric: "forecast \n error" }));

    expect(goalsSaid(said).map(({ what, by }) => [what.metric, by.length])).toEqual([
      ["Forecast error", 2],
    ]);
  });

  it("is another goal with another target, day or owner", () => {
    const said = after(
      ...started,
      goal(ada, {}),
      goal(ben, { target: "8" }),
      goal(chloe, { owner: "Chloe" }),
    );

    expect(goalsSaid(said)).toHaveLength(3);
  });

  it("is what each said last, and theirs whose words they are", () => {
    const rita = person("Rita Room");
    const said = after(...started, goal(ben, {}), goal(ben, { target: "7" }), goal(ada, {}, rita));

    expect(goalsSaid(said).map(({ what, by }) => [what.target, by[0]?.name])).toEqual([
      ["7", "Ben Ortiz"],
      ["9", "Rita Room"],
    ]);
  });
});

describe("what doing without would mean", () => {
  it("is what the frame says, until the table has said more", () => {
    expect(withoutPrefill(after(...framed))).toBe("We keep missing by 18 %");
  });

  it("is what the table concluded", () => {
    expect(withoutPrefill(after(...concluded))).toBe("Conclusion 3");
  });
});
