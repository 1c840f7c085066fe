import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { besideExpected, expectedGoals } from "#surfaces/log/afterwards/expected-goals.ts";
import { closed, framed, log } from "../../domain/meeting-fixtures.ts";

const decided = replay(log(...closed));

describe("what a decision is measured by", () => {
  it("is what the table said where the proposal names no goals", () => {
    expect(expectedGoals(decided).map(({ metric }) => metric)).toEqual(["Forecast error"]);
    expect(expectedGoals(replay(log(...framed)))).toEqual([]);
  });

  it("stands beside what came of it", () => {
    expect(besideExpected("2028-01-10 Reviewed by Ada\nForecast error: 11 %", decided)).toBe(
      "2028-01-10 Reviewed by Ada\nForecast error: 11 % (expected: 9 %)",
    );
  });

  it("is left out where the log is not at hand, or names no such goal", () => {
    expect(besideExpected("Forecast error: 11 %", undefined)).toBe("Forecast error: 11 %");
    expect(besideExpected("Cost: 3", decided)).toBe("Cost: 3");
  });
});
