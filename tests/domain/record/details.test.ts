import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import { closed, concluded, log, says } from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";

const rule = { method: "consent", quorum: { kind: "required-drivers" } } as const;

function row(details: ProposalDetails): DecisionRow {
  const made = { kind: "proposal-made", text: "Do it.", rule, ...details } as const;
  return projectRow(replay(log(...concluded, says(ada, made))), "", 0);
}

describe("the details of a proposal in the record", () => {
  it("are the options with doing without first, and which one is proposed", () => {
    const options = { without: "Agree on one definition", others: ["Buy", "Build"], chosen: 2 };

    expect(row({ options }).options.split("\n")).toEqual([
      "0 Reach the goal without this: Agree on one definition",
      "1 Buy",
      "2 Build (proposed)",
    ]);
  });

  it("can be the option of doing without", () => {
    const options = { without: "", others: ["Buy"], chosen: 0 };

    expect(row({ options }).options.split("\n")[0]).toBe(
      "0 Reach the goal without this (proposed)",
    );
  });

  it("are conditions, milestones and who is told", () => {
    const said = row({
      conditions: ["Planners stay", "Legal has seen it"],
      milestones: [
        { what: "Pilot", by: "2027-02-01", owner: "Ben Ortiz" },
        { what: "All regions", by: "2027-06-30" },
      ],
      communication: [{ to: "Regional managers", by: "Ada Moreau" }],
    });

    expect(said).toMatchObject({
      conditions: "Planners stay\nLegal has seen it",
      milestones: "Pilot by 2027-02-01 (Ben Ortiz)\nAll regions by 2027-06-30",
      communication: "Regional managers: told by Ada Moreau",
    });
  });

  it("go before the answers for goals and rights", () => {
    const said = row({
      goals: [{ metric: "Forecast error", target: "8", unit: "%" }],
      rights: [{ what: "vendor changes", who: "Ben Ortiz" }],
    });

    expect(said).toMatchObject({
      goals: "Forecast error to 8 %",
      rights: "Ben Ortiz decides: vendor changes",
    });
  });

  it("stay on their lines, whatever was typed", () => {
    const said = row({
      conditions: ["One\nTwo"],
      options: { without: "a\nb", others: ["c\nd"], chosen: 1 },
      communication: [{ to: "All\nof them", by: "Ada\nMoreau" }],
    });

    expect([said.conditions, said.communication].map((text) => text.split("\n").length)).toEqual([
      1, 1,
    ]);
    expect(said.options.split("\n").length).toBe(2);
  });

  it("are empty where a proposal is a sentence", () => {
    expect(projectRow(replay(log(...closed)), "", 0)).toMatchObject({
      options: "",
      conditions: "",
      milestones: "",
      communication: "",
    });
  });
});
