import { describe, expect, it } from "vitest";
import { columnSchema, pick, rowSchema } from "#adapters/sharepoint/formatting/expression.ts";
import { columnsRead, decisionFormats } from "#adapters/sharepoint/formatting/formats.ts";
import { statusPill } from "#adapters/sharepoint/formatting/status-pill.ts";
import { schemas } from "#adapters/sharepoint/schema.ts";
import { decisionViews } from "#adapters/sharepoint/views/decision-views.ts";
import { complaints, haveSchemas } from "./published-schemas.ts";

const known = new Set(schemas.Decisions.columns.map(({ name }) => name));
const formats = [...decisionFormats];

describe("what Quorate tells SharePoint about the look of its columns", () => {
  it.runIf(haveSchemas).each(formats)("fits Microsoft's schema: %s", (_, format) => {
    expect(complaints(columnSchema, format)).toEqual([]);
  });

  it.runIf(haveSchemas)("would be refused by that schema with an element it does not know", () => {
    expect(complaints(columnSchema, { ...statusPill, elmType: "script" })).not.toEqual([]);
  });

  it("has a look and a word for every status the list offers", () => {
    const choices = schemas.Decisions.columns.find(({ name }) => name === "Status")?.choices ?? [];
    const words = JSON.stringify(statusPill.children?.[0]?.children?.[1]);

    expect(choices.filter((status) => !words.includes(`== '${status}'`))).toEqual([]);
    expect(words).toContain("'In session'");
  });

  it("says in words whatever it says in colour", () => {
    const text = JSON.stringify(formats);

    for (const word of ["in favour", "dissent", "abstained", "Overdue since", "Due ", "Reviewed "])
      expect(text).toContain(word);
  });

  it("belongs to columns there are, and reads columns there are", () => {
    const named = formats.flatMap(([column, format]) => [column, ...columnsRead(format)]);

    expect(named.filter((column) => !known.has(column))).toEqual([]);
  });

  it("finds every column that it reads in each view it is drawn in", () => {
    for (const { name, columns } of decisionViews) {
      const drawn = formats.filter(([column]) => columns.includes(column));
      const read = drawn.flatMap(([, format]) => columnsRead(format));

      expect([name, read.filter((column) => !columns.includes(column))]).toEqual([name, []]);
    }
  });

  it("cannot be broken out of by a quote", () => {
    expect(() => pick("@currentField", { a: "it's" })).toThrow("cannot say");
  });
});

describe("what Quorate tells SharePoint about the look of rows", () => {
  const dressed = decisionViews.filter(({ rows }) => rows !== undefined);

  it.runIf(haveSchemas).each(dressed)("fits Microsoft's schema: $name", ({ rows }) => {
    expect(complaints(rowSchema, rows)).toEqual([]);
  });

  it("reads only columns that the view shows", () => {
    for (const { columns, rows = {} } of dressed) {
      expect(columnsRead(rows).filter((column) => !columns.includes(column))).toEqual([]);
    }
  });
});
