import { describe, expect, it } from "vitest";
import { toDecisionId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { type Figure, figuresOf } from "#surfaces/log/charts/figures.ts";
import { exported } from "../../domain/export/exported-fixtures.ts";

const today = "2027-12-01";
const day = (text: string) => Date.parse(`${text}T12:00:00Z`);

function row(change: Partial<DecisionRow> = {}): DecisionRow {
  return { ...exported().row, status: "decided", reviewOn: undefined, ...change };
}

function figure(rows: readonly DecisionRow[], title: string): Figure {
  return figuresOf(rows, today).find((one) => one.title === title)!;
}

const bars = ({ bars: all }: Figure) => all.map(({ value, of }) => `${value}/${of}`);

describe("the time to decide", () => {
  it("puts each decision into one span, and says how long half of them took", () => {
    const rows = [0, 7, 8, 31, 400].map((daysToDecide) => row({ daysToDecide }));
    const told = figure([...rows, row({ daysToDecide: undefined })], "Time to decide");

    expect(bars(told)).toEqual(["2/5", "1/5", "0/5", "1/5", "1/5"]);
    expect(told.sentence).toBe("Half of them were decided within 8 days.");
  });

  it("says so where nothing is decided", () => {
    expect(figure([], "Time to decide").sentence).toBe("Nothing is decided yet.");
  });
});

describe("how long decisions stand", () => {
  const successor = toDecisionId("d-new");
  const replaced = row({
    decision: toDecisionId("d-old"),
    status: "superseded",
    decidedAtMs: day("2026-11-24"),
    replacedBy: "Superseded by: A new one [d-new]",
  });

  it("counts a replaced one until its successor was decided", () => {
    const rows = [
      replaced,
      row({ decision: successor, decidedAtMs: day("2027-04-01") }),
      row({ decidedAtMs: day("2026-11-24") }),
    ];

    expect(bars(figure(rows, "Still standing"))).toEqual(["3/3", "3/3", "2/3", "1/2", "0/0"]);
  });

  it("takes one whose successor is not in the list for replaced at once", () => {
    expect(bars(figure([replaced], "Still standing"))[0]).toBe("0/1");
  });

  it("leaves out what is not old enough", () => {
    const told = figure([row({ decidedAtMs: day("2027-11-20") })], "Still standing");

    expect(told.sentence).toBe("No decision is a month old yet.");
  });
});

describe("functions and reviews", () => {
  it("counts tables at which functions were missing", () => {
    const rows = [3, 2, 0].map((functionsCovered) => row({ functionsNeeded: 3, functionsCovered }));
    const told = figure([...rows, row({ functionsNeeded: 0 })], "Functions covered");

    expect(bars(told)).toEqual(["1/3", "1/3", "1/3"]);
    expect(told.sentence).toBe("At 1 of 3 tables every function needed was there.");
  });

  it("puts each decision into one state of its reviews", () => {
    const rows = [
      row({ reviewedAtMs: day("2027-06-01"), reviewOn: "2028-06-01" }),
      row({ reviewOn: "2028-01-01" }),
      row({ reviewOn: "2027-01-01" }),
      row({ reviewedAtMs: day("2027-06-01"), reviewOn: "2027-09-01" }),
      row(),
      row({ status: "draft", reviewOn: "2020-01-01" }),
      row({ status: "superseded", reviewOn: "2027-01-01" }),
    ];
    const told = figure(rows, "Reviews");

    expect(bars(told)).toEqual(["1/5", "1/5", "2/5", "1/5"]);
    expect(told.sentence).toBe("2 reviews are overdue.");
  });
});
