import { describe, expect, it } from "vitest";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { daysAfter, fitting, functionsOf, isOverdue, noFilters } from "#surfaces/log/filters.ts";

const today = "2026-11-23";

function kept(item: string, row: Partial<DecisionRow>): KeptDecision {
  const { status = "decided", functions = [] } = row;
  return {
    item,
    etag: "",
    webUrl: "",
    createdAtMs: 0,
    row: { ...row, status, functions } as DecisionRow,
  };
}

const items = (decisions: readonly KeptDecision[]) => decisions.map(({ item }) => item);

describe("filtering decisions", () => {
  const all = [
    kept("open", { status: "in-session" }),
    kept("old", { status: "amended", reviewOn: "2026-11-22" }),
    kept("gone", { status: "superseded", reviewOn: "2026-11-22" }),
    kept("due", { functions: ["IT"], reviewOn: "2026-12-23" }),
    kept("later", { functions: ["IT", "HR"], reviewOn: "2026-12-24" }),
    kept("left", { status: "not-needed" }),
  ];

  it("shows all of them to begin with", () => {
    expect(fitting(all, noFilters, today)).toEqual(all);
  });

  it.each([
    [{ status: "open" }, ["open"]],
    [{ status: "decided" }, ["old", "gone", "due", "later"]],
    [{ status: "replaced" }, ["gone"]],
    [{ status: "left" }, ["left"]],
    [{ function: "HR" }, ["later"]],
    [{ review: "overdue" }, ["old"]],
    [{ review: "soon" }, ["due"]],
    [{ review: "none" }, ["open", "left"]],
    [{ function: "IT", review: "soon" }, ["due"]],
  ] as const)("fits %o", (change, expected) => {
    expect(items(fitting(all, { ...noFilters, ...change }, today))).toEqual(expected);
  });

  it("offers each function once, by name", () => {
    expect(functionsOf(all)).toEqual(["HR", "IT"]);
  });
});

describe("a review", () => {
  it("is overdue from the day after, and never once the decision is closed or replaced", () => {
    const row = { status: "decided", reviewOn: today } as DecisionRow;

    expect(isOverdue(row, today)).toBe(false);
    expect(isOverdue(row, daysAfter(today, 1))).toBe(true);
    for (const status of ["closed", "superseded", "reversed"] as const) {
      expect(isOverdue({ ...row, status }, daysAfter(today, 1))).toBe(false);
    }
  });
});
