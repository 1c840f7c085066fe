import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import { type Saying, log, questionIds, says, started } from "../meeting-fixtures.ts";
import { ada, ben, chloe, person } from "../table-fixtures.ts";

function row(...sayings: readonly Saying[]): DecisionRow {
  return projectRow(replay(log(...sayings)), "", 0);
}

describe("answers in the record", () => {
  const question = questionIds[1]!;
  const goal = (by: typeof ada, metric: string, recordedFor?: typeof ada) =>
    says(by, {
      kind: "question-answered",
      question,
      answer: { goal: { metric, target: "9" }, text: { text: "So", basis: "fact" } },
      ...(recordedFor && { recordedFor }),
    });

  it("are the latest of each", () => {
    expect(row(...started, goal(ben, "Old"), goal(chloe, "Hers"), goal(ben, "New")).goals).toBe(
      "Chloe Diaz: Hers to 9\nBen Ortiz: New to 9",
    );
  });

  it("are theirs whose words they are", () => {
    expect(row(...started, goal(ada, "Error", person("Rita Room"))).goals).toBe(
      "Rita Room: Error to 9",
    );
  });
});
