import { describe, expect, it } from "vitest";
import { minutes } from "#domain/export/minutes.ts";
import { exported, hash, hostile, webUrl, withoutLog } from "./exported-fixtures.ts";

const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));

describe("the minutes of a decision", () => {
  it("go from what to what follows", () => {
    expect(headings(minutes(withoutLog()))).toEqual([
      "# Redesign sales forecasting",
      "## Why",
      "## Who",
      "## How",
      "## Dissent",
      "## What each question said",
      "## Goals",
      "## Risks to understand",
      "## Decision rights",
    ]);
  });

  it("tell options, conditions, milestones and communication where there are any", () => {
    const more = { options: "0 a", conditions: "b", milestones: "c", communication: "d" };

    expect(headings(minutes(withoutLog(more)))).toEqual(
      expect.arrayContaining(["## Options", "## Conditions", "## Milestones", "## Communication"]),
    );
  });

  it("begin with the outcome and the facts", () => {
    expect(minutes(exported())).toContain(`# Redesign sales forecasting

> Decided: Move the forecast into one shared model by May.

- Decision: 12
- Status: Decided
- Decided on: 2026-11-24
- Decider: Ada Moreau
- Lead function: Sales
- Facilitator: Ada Moreau
- Review on: 2027-06-01
- Meeting: Forecasting
- In SharePoint: <${webUrl}>
`);
  });

  it("tell who sat where and what they said", () => {
    expect(minutes(exported())).toContain(
      "\n- HR (member): Chloe Diaz – agree with reservation: Train people first\n",
    );
  });

  it("tell the dissent by name", () => {
    expect(minutes(exported())).toContain(
      "## Dissent\n\n- Dana Wolf (Finance) disagrees and commits: May is too early for Finance\n",
    );
  });

  it("tell everybody's answers where the log is at hand", () => {
    expect(minutes(exported())).toContain(`### 1. Is this strategic or operational?

**Conclusion 1**

- Ada Moreau: Strategic
- Ben Ortiz: Strategic
`);
  });

  it("tell the conclusions alone where it is not", () => {
    expect(minutes(withoutLog())).toContain("\n- Is this strategic or operational? Conclusion 1\n");
  });

  it("end with what the record is proved by", () => {
    expect(minutes(exported()).endsWith(`events of its log: ${hash}\n`)).toBe(true);
  });

  it("leave out what nobody said", () => {
    const why = { context: "", wantedOutcome: "", withoutIt: "", gateReasons: "" };
    const bare = { ...why, dissentByName: "", goals: "" };

    expect(headings(minutes(withoutLog(bare)))).not.toContain("## Why");
    expect(minutes(withoutLog(bare))).not.toContain("## Goals");
  });

  it.each(hostile)("gain no heading, tag or link from %j", (text) => {
    const told = minutes(
      withoutLog({ title: text, outcome: text, context: `x\n${text}`, goals: `x\n${text}` }),
    );

    expect(headings(told)).toHaveLength(9);
    expect(told).not.toMatch(/<(?!https?:)|(?<!\\)\]\(|^ *(?:```|\* )/mu);
  });
});
