import { describe, expect, it } from "vitest";
import { owningFunction } from "#domain/decision/owning-function.ts";
import { newMeeting } from "#domain/meeting-state.ts";
import { ada, asTable, ben, driver, fn } from "../table-fixtures.ts";

const framedFor = (...names: readonly string[]) => ({
  ...newMeeting,
  frame: { ...newMeeting.frame, functions: names.map(fn) },
});

describe("a decision that needs no group", () => {
  it("is the decider's function's, whatever else it needs", () => {
    const seats = asTable(
      driver("IT", { person: ada }),
      driver("Sales", { person: ben, duty: "decider" }),
    );

    expect(owningFunction({ ...framedFor("IT", "Finance"), seats })).toBe("Sales");
  });

  it("is the only function's that it needs, where nobody decides yet", () => {
    expect(owningFunction(framedFor("Finance"))).toBe("Finance");
  });

  it("is nobody's yet where several are needed, or none", () => {
    expect(owningFunction(framedFor("Finance", "IT"))).toBeUndefined();
    expect(owningFunction(framedFor())).toBeUndefined();
  });
});
