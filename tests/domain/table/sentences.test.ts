import { describe, expect, it } from "vitest";
import { isSameFunction } from "#domain/table/business-function.ts";
import { capital, counted, listed, seatName, seatNames } from "#domain/table/sentences.ts";
import { ada, ben, driver, fn } from "../table-fixtures.ts";

describe("a list of names", () => {
  it.each([
    [[], ""],
    [["Ada"], "Ada"],
    [["Ada", "Ben"], "Ada and Ben"],
    [["Ada", "Ben", "Chloe"], "Ada, Ben and Chloe"],
    [["Ada", "Ben", "Chloe", "Dana"], "Ada, Ben, Chloe and Dana"],
    [["Ada", "Ben", "Chloe", "Dana", "Emil"], "Ada, Ben, Chloe and 2 others"],
  ])("of %j reads %j", (names, words) => {
    expect(listed(names)).toBe(words);
  });

  it("is cut where it is told to be", () => {
    expect(listed(["Ada", "Ben", "Chloe"], 2)).toBe("Ada and 2 others");
  });
});

describe("a number of things", () => {
  it.each([
    [0, "0 drivers"],
    [1, "1 driver"],
    [2, "2 drivers"],
  ])("of %i reads %j", (count, words) => {
    expect(counted(count, "driver")).toBe(words);
  });
});

describe("a seat in a sentence", () => {
  it("goes by its person and function", () => {
    expect(seatName(driver("IT", { person: ben }).seat)).toBe("Ben Ortiz (IT)");
  });

  it("goes by its function where it is empty", () => {
    expect(capital(seatName(driver("IT").seat))).toBe("The IT seat");
  });

  it("stands with others", () => {
    expect(seatNames([driver("Sales", { person: ada }), driver("IT")])).toBe(
      "Ada Moreau (Sales) and the IT seat",
    );
  });
});

describe("two names of functions", () => {
  it.each([
    ["Finance", "finance", true],
    ["Sales  Operations", "sales operations", true],
    ["Sales", "Sales Operations", false],
  ])("%j and %j mean the same: %j", (a, b, same) => {
    expect(isSameFunction(fn(a), fn(b))).toBe(same);
  });
});
