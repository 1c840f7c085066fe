import { describe, expect, it } from "vitest";
import { coverageFirst, covers } from "#domain/table/coverage-first.ts";
import { ada, attendee, ben, chloe, dana, fn } from "../table-fixtures.ts";

const from = (who: typeof ada, name: string | undefined, more: object = {}) => ({
  attendee: attendee(who, more),
  ...(name !== undefined && { function: fn(name) }),
});
const names = (suggestions: ReturnType<typeof coverageFirst>) =>
  suggestions.map(({ attendee: { name } }) => name);

describe("whom to seat next", () => {
  it("is first whoever covers what nobody covers, in the order it is needed", () => {
    const all = [
      from(ada, "Marketing"),
      from(ben, "finance"),
      from(chloe, "Sales"),
      from(dana, undefined),
    ];

    expect(names(coverageFirst(all, [fn("Sales"), fn("Finance")]))).toEqual([
      "Chloe Diaz",
      "Ben Ortiz",
      "Ada Moreau",
      "Dana Wolf",
    ]);
  });

  it("is in the invitation's order where everything is covered", () => {
    const all = [from(ben, "Finance"), from(ada, "Sales")];

    expect(coverageFirst(all, [])).toEqual(all);
  });

  it("is nobody who has declined, or cannot have a seat", () => {
    const { person: _, ...byPhone } = attendee(ben);

    expect(covers(from(ada, "Sales", { response: "declined" }), fn("Sales"))).toBe(false);
    expect(covers({ attendee: byPhone, function: fn("Sales") }, fn("Sales"))).toBe(false);
    expect(covers(from(ada, "sales"), fn("Sales"))).toBe(true);
  });
});
