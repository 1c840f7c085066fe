import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csv } from "#domain/export/csv.ts";
import { readCsv } from "./csv-reader.ts";

const one = (cell: Cell) => csv([[cell]]);

/** What a spreadsheet might run, once it has looked past blanks, quotes and invisible characters. */
const looksPast = /^[\s\p{Z}\p{C}"\u2018-\u201F\uFF02]*/u;
const runs = (cell: string) => /^[=+\-@|%]/u.test(cell.replace(looksPast, "").normalize("NFKC"));

describe("a table as CSV", () => {
  it("begins with a byte order mark, quotes text, and ends each line in CR LF", () => {
    expect(
      csv([
        ["Title", "Drivers"],
        ["Été", 5],
      ]),
    ).toBe('\uFEFF"Title","Drivers"\r\n"Été",5\r\n');
  });

  it("doubles quotes and keeps commas and line breaks inside", () => {
    expect(one('say "no", then\nyes')).toBe('\uFEFF"say ""no"", then\nyes"\r\n');
  });

  it("has an empty text where there is nothing", () => {
    expect(one(undefined)).toBe('\uFEFF""\r\n');
  });
});

describe("a cell that looks like a formula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'=1"],
    ["\r=1", "'=1"],
    ["  =1", "'=1"],
    ['"=1', "'\"=1"],
    ["“=1", "'“=1"],
    ["\u200B=1", "'\u200B=1"],
    ["＝1", "'＝1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    ["−1", "'−1"],
    ["%0A=1", "'%0A=1"],
    ["safe;=1+1", "safe;'=1+1"],
    ["safe\t=1", "safe\t'=1"],
    ["first\n=1", "first\n'=1"],
    ["first\r\n@x", "first\n'@x"],
  ])("is text: %j", (text, expected) => {
    expect(readCsv(one(text))).toEqual([[expected]]);
  });

  it.each(["a=1", "Cut from 18 to 9 %", "Ada <ada@larkfield.example>", "x, -1", "5", ""])(
    "is left as it is when it is none: %j",
    (text) => {
      expect(readCsv(one(text))).toEqual([[text]]);
    },
  );
});

const pieces = ["=", "+", "-", "@", "＝", "|", ";", ",", "\t", "\r", "\n", '"', "“", " ", "a", "1"];
const cell = array(constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join(""));
const table = array(array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 });

describe("any table", () => {
  it.each([",", ";", "\t"])("runs nothing in a spreadsheet that ends cells at %j", (separator) => {
    assert(
      property(table, (rows) => {
        expect(readCsv(csv(rows), separator).flat().filter(runs)).toEqual([]);
      }),
    );
  });

  it("has the rows and cells it was made of", () => {
    assert(
      property(table, (rows) => {
        expect(readCsv(csv(rows)).map(({ length }) => length)).toEqual(rows.map((r) => r.length));
      }),
    );
  });
});
