import { describe, expect, it } from "vitest";
import { summary } from "#domain/export/summary.ts";
import { closed, decidable, gathered, says } from "../meeting-fixtures.ts";
import { ada, emil } from "../table-fixtures.ts";
import { exported, webUrl, withoutLog } from "./exported-fixtures.ts";

const left = says(emil, { kind: "person-left" });

describe("the summary for those who were not there", () => {
  it("says what, why, how, who disagreed, what follows, and where the record is", () => {
    const goals = "Ada: one\nBen: two\nChloe: three\nDana: four\nEmil: five";
    const rights = "Emil Sand decides: which data goes in";

    expect(summary(exported({ goals, rights })).split("\n")).toEqual([
      "For those who were not there, from 2026-11-24:",
      "Redesign sales forecasting",
      "Decided: Move the forecast into one shared model by May.",
      "Why: Three forecasts, none right",
      "Meant to bring: One forecast people act on",
      "How: Passed: 3 agree, 1 with reservation, 1 disagrees and commits, 0 object. The decider ruled for it.",
      "Dissent:",
      "– Dana Wolf (Finance) disagrees and commits: May is too early for Finance",
      "Goals:",
      "– Ada: one",
      "– Ben: two",
      "– and 3 more in the record",
      "Who decides what from here:",
      "– Emil Sand decides: which data goes in",
      "To be reviewed on 2027-06-01.",
      `The whole record: ${webUrl}`,
    ]);
  });

  it("names who was away", () => {
    const ended = says(ada, { kind: "decision-closed", outcome: "deferred", reason: "Later" });
    const sayings = [...gathered, left, says(ada, { kind: "walk-started", override: "Go" }), ended];

    expect(summary(exported({}, sayings))).toMatch(/^For Emil Sand, from 2026-11-24:/u);
  });

  it("fits one screen whatever people wrote", () => {
    const long = `${"word ".repeat(200)}\n`.repeat(40);
    const lines = summary(
      exported({
        title: long,
        outcome: long,
        context: long,
        goals: long,
        rights: long,
        conditions: long,
        dissentByName: long,
      }),
    ).split("\n");

    expect(lines.length).toBeLessThanOrEqual(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  it("says of an open decision that it is open", () => {
    expect(summary(exported({}, decidable))).toContain("In session, not decided yet.");
  });

  it("is there without the log", () => {
    expect(summary(withoutLog())).toBe(summary(exported({}, closed)));
  });

  it("gives nobody a line of their own that is not theirs", () => {
    const outcome = "Decided.\nThe whole record: https://evil.example";

    expect(summary(withoutLog({ outcome }))).toContain(
      "Decided. The whole record: https://evil.example\n",
    );
  });
});
