import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../sandbox/list-pages/formatting/evaluate.ts";
import type { Scope } from "../../../../sandbox/list-pages/formatting/evaluate.ts";
import { parseText, parseTree } from "../../../../sandbox/list-pages/formatting/parse.ts";
import { Unsupported } from "../../../../sandbox/list-pages/formatting/value.ts";
import type { Value } from "../../../../sandbox/list-pages/formatting/value.ts";

const columns: Readonly<Record<string, Value>> = {
  Status: "open",
  Score: 7,
  Final: true,
  Due: new Date("2026-09-20T22:30:00Z"),
  Empty: "",
  Lead: { title: "Sofia Brandt", email: "sofia@larkfield.example", id: 6 },
  Tags: ["a", "b"],
};
const scope: Scope = {
  place: { timeZone: "Europe/Berlin" },
  now: Date.parse("2026-09-14T12:00:00Z"),
  me: "sofia@larkfield.example",
  rowIndex: 3,
  currentField: "Status",
  value: (name) => columns[name],
};
const worth = (text: string) => evaluate(parseText(text), scope);

describe("what a format says somewhere", () => {
  it.each<[string, Value]>([
    ["plain text", "plain text"],
    ["@currentField", "open"],
    ["[$Score]", 7],
    ["[$Lead.title]", "Sofia Brandt"],
    ["@me", "sofia@larkfield.example"],
    ["=[$Lead.email] == @me", true],
    ["=if(@currentField == 'open', 'Open', 'Closed')", "Open"],
    ["=if([$Empty] == '', 'none', 'some')", "none"],
    ["=1 + 2 * 3 - 4 / 2", 5],
    ["=(1 + 2) * 3 % 4", 1],
    ["=-[$Score] + 10", 3],
    ["=[$Score] >= 7 && !([$Score] > 7)", true],
    ["=[$Score] < 7 || [$Final]", true],
    ["=toString([$Score] * 100 / 8) + '%'", "87.5%"],
    ["=Number([$Empty])", 0],
    ["=Number([$Due]) > Number(@now)", true],
    ["=[$Due] < @now + 604800000", true],
    ["=if([$Due] <= addDays(@now, 3), 'soon', 'later')", "later"],
    ["=toLocaleDateString([$Due])", "21/09/2026"],
    ["=toLocaleDateString([$Empty])", ""],
    ["=getDate([$Due])", 21],
    ["=getMonth(Date('2026-01-05T12:00:00Z'))", 0],
    ["=toUpperCase(substring('quorate', 0, 3))", "QUO"],
    ["=indexOf([$Tags], 'b')", 1],
    ["=join([$Tags], ' and ')", "a and b"],
    ["=length([$Tags]) + length([$Empty])", 2],
    ["=replaceAll('a-b-c', '-', '$&')", "a$&b$&c"],
    ["=padStart(toString(@rowIndex), 3, '0')", "003"],
    ["=floor(2.7) + ceiling(2.1) + abs(-1)", 6],
  ])("%s comes to %o", (text, value) => {
    expect(worth(text)).toEqual(value);
  });

  it("works out only the branch that is taken", () => {
    expect(worth("=if(true, 'kept', [$Unknown])")).toBe("kept");
  });

  it.each([
    "=@window.innerWidth",
    "=[$Colour]",
    "=getUserImage(@me)",
    "=if(@currentField == 'open'",
    "=1 +",
    "=1 2",
    "='open",
    "=[$Lead.phone]",
  ])("is told to be unknown here, never guessed: %s", (text) => {
    expect(() => worth(text)).toThrow(Unsupported);
  });
});

describe("an expression in the long form", () => {
  it("comes to the same as in the short form", () => {
    const tree = {
      operator: "?",
      operands: [
        {
          operator: "||",
          operands: [{ operator: "==", operands: ["@currentField", "shut"] }, false],
        },
        "a",
        { operator: "+", operands: [{ operator: "Number()", operands: ["[$Score]"] }, 1] },
      ],
    };

    expect(evaluate(parseTree(tree), scope)).toBe(8);
  });

  it("is told to be unknown where it is none", () => {
    expect(() => parseTree({ operator: "+" })).toThrow(Unsupported);
  });
});
