import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { newMeeting } from "#domain/meeting-state.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import {
  type Saying,
  closed,
  concluded,
  decidable,
  decision,
  framed,
  gathered,
  log,
  meetingKey,
  proposed,
  questionIds,
  says,
  stance,
  startMs,
  started,
} from "../meeting-fixtures.ts";
import { ada, dana } from "../table-fixtures.ts";

const hash = "a".repeat(64);

function row(...sayings: readonly Saying[]): DecisionRow {
  return projectRow(replay(log(...sayings)), hash, sayings.length);
}

describe("the row of a decision that was decided", () => {
  const decided = row(...closed);

  it("says what was decided", () => {
    expect(decided).toMatchObject({
      decision,
      meeting: meetingKey,
      title: "Redesign sales forecasting",
      status: "decided",
      outcome: "Decided: Move the forecast into one shared model by May.",
      proposal: "Move the forecast into one shared model by May.",
      context: "Three forecasts, none right",
      wantedOutcome: "One forecast people act on",
      withoutIt: "We keep missing by 18 %",
    });
  });

  it("says the rule and the computation", () => {
    expect(decided.rule).toBe(
      "Single decider: the decider rules after hearing the stances, and a sign-off that objects stops it. 5 drivers entitled, 5 present. Quorum: all required drivers.",
    );
    expect(decided.result).toBe(
      "Passed: 3 agree, 1 with reservation, 1 disagrees and commits, 0 object. The decider ruled for it.",
    );
  });

  it("says who decided and who led", () => {
    expect(decided.decider).toEqual(ada);
    expect(decided.facilitator).toEqual({ id: ada.id, name: ada.name });
  });

  it("has the marks of the smallest picture of the table", () => {
    expect(decided).toMatchObject({
      driversPresent: 5,
      drivers: 5,
      functionsCovered: 3,
      functionsNeeded: 3,
      dissent: 1,
    });
  });

  it("says who sat where, drivers first", () => {
    expect(decided.table.split("\n")).toEqual([
      "Sales (decider): Ada Moreau – agree",
      "IT (member): Ben Ortiz – agree",
      "HR (member): Chloe Diaz – agree with reservation: Train people first",
      "Finance (member): Dana Wolf – disagree and commit",
      "Sales Operations (member): Emil Sand – agree",
      "Legal (contributor): Farah Nour",
    ]);
  });

  it("says dissent by name, with its reason", () => {
    expect(decided.dissentByName).toBe(
      "Dana Wolf (Finance) disagrees and commits: May is too early for Finance",
    );
  });

  it("says what each question came to", () => {
    expect(decided.conclusions.split("\n")).toEqual([
      "Is this strategic or operational? Conclusion 1",
      "Which business outcome is this for, and what changes in how we compete or deliver? Conclusion 2",
      "How does it move our goals, and could we reach them without spending this? Conclusion 3",
      "Which risks do we not understand yet, and who could show us? Conclusion 4",
      "Can we move fast and still know who answers for what? Conclusion 5",
      "Who decides what from here on, and how does that stay clear? Conclusion 6",
    ]);
  });

  it("says once which goals, risks and rights several named, and how many", () => {
    expect(decided).toMatchObject({
      goals: "6 people: Forecast error from 18 to 9 % by 2027-06-30",
      risks: "6 people: privacy: What the model sees of customers (to find out: Legal)",
      rights: "5 people: Emil Sand decides: which data goes in, up to no customer names",
    });
  });

  it("names the functions involved, each once", () => {
    expect(decided.functions).toEqual([
      "Sales",
      "IT",
      "HR",
      "Finance",
      "Sales Operations",
      "Legal",
    ]);
  });

  it("says when it was decided, when it is reviewed, and what proves it", () => {
    expect(decided).toMatchObject({
      decidedAtMs: startMs + closed.length * 10_000,
      reviewOn: "2027-06-01",
      hash,
      events: closed.length,
    });
  });

  it("takes the day of review that was set at the close", () => {
    const close = says(ada, {
      kind: "decision-closed",
      outcome: "decided",
      reviewOn: "2027-01-15",
    });

    expect(row(...decidable, close).reviewOn).toBe("2027-01-15");
  });

  it("adds a remark made at the close", () => {
    const close = says(ada, {
      kind: "decision-closed",
      outcome: "decided",
      reason: "Start with one region.",
    });

    expect(row(...decidable, close).outcome).toBe(
      "Decided: Move the forecast into one shared model by May. Remark: Start with one region.",
    );
  });
});

describe("the row of a decision that ended otherwise", () => {
  it.each([
    ["rejected", "Rejected: No budget this year"],
    ["deferred", "Deferred: No budget this year"],
    ["withdrawn", "Withdrawn: No budget this year"],
    ["not-needed", "Not needed: No budget this year"],
  ] as const)("says that it was %s, and why", (outcome, sentence) => {
    const close = says(ada, { kind: "decision-closed", outcome, reason: "No budget this year" });

    expect(row(...decidable, close)).toMatchObject({
      status: outcome,
      outcome: sentence,
      proposal: "Move the forecast into one shared model by May.",
    });
  });

  it("says how far it had come where nothing was proposed", () => {
    const close = says(ada, { kind: "decision-closed", outcome: "deferred", reason: "No time" });

    expect(row(...started, close)).toMatchObject({
      outcome: "Deferred: No time",
      proposal: "",
      result: "",
      conclusions: "",
      dissentByName: "",
      rule: "Single decider: the decider rules after hearing the stances, and a sign-off that objects stops it. 5 drivers entitled, 5 present. Quorum: all required drivers.",
    });
  });

  it("says why it failed where an objection stood", () => {
    const objection = {
      stance: "object",
      reason: "Names of customers leave the company",
      ground: "privacy",
      wouldChange: "A review by Legal",
    } as const;
    const close = says(ada, {
      kind: "decision-closed",
      outcome: "rejected",
      reason: "Dana objects",
    });
    const rejected = row(...proposed("consent"), stance(dana, "Finance", objection), close);

    expect(rejected.result).toBe(
      "Not passed, because a driver objects: 0 agree, 1 objects, 4 silent.",
    );
    expect(rejected.dissentByName).toBe(
      "Dana Wolf (Finance) objects, on privacy: Names of customers leave the company (would change it: A review by Legal)",
    );
  });
});

describe("the row of a decision that is open", () => {
  it("is there as soon as it is opened", () => {
    expect(row(...framed.slice(0, 1))).toMatchObject({
      title: "Redesign forecasting",
      status: "draft",
      outcome: "",
      result: "",
      table: "",
      drivers: 0,
      functions: [],
      decidedAtMs: undefined,
      reviewOn: undefined,
      decider: undefined,
      facilitator: undefined,
    });
  });

  it("says who sits where once they do", () => {
    const open = row(...gathered.slice(0, -2));

    expect(open.status).toBe("proposed");
    expect(open.table.split("\n")[4]).toBe("Sales Operations (member): Emil Sand, absent");
    expect(open).toMatchObject({ driversPresent: 4, drivers: 5 });
  });

  it("says what is concluded so far", () => {
    expect(row(...concluded).conclusions.split("\n").length).toBe(questionIds.length);
  });

  it("says when it is to be reviewed once that is proposed", () => {
    expect(row(...proposed()).reviewOn).toBe("2027-06-01");
  });

  it("cannot be made before there is one", () => {
    expect(() => projectRow(newMeeting, "", 0)).toThrow("No decision has been opened");
  });
});
