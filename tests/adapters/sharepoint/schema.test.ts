import { describe, expect, it } from "vitest";
import { fromDay, toDay } from "#adapters/sharepoint/calendar-day.ts";
import { driftOf } from "#adapters/sharepoint/drift.ts";
import { decisionColumns, filledOnly, fromRow, toRow } from "#adapters/sharepoint/row.ts";
import { schemas, toDefinition } from "#adapters/sharepoint/schema.ts";
import { closedRow, openRow } from "../../contracts/decision-fixtures.ts";

const all = Object.values(schemas);
const unknown = () => undefined;

describe("the schema of the lists", () => {
  it("has names that SharePoint keeps as they are", () => {
    const builtIn = ["ID", "Author", "Editor", "Created", "Modified", "Title", "Attachments"];
    const names = all.flatMap(({ columns }) => columns.map(({ name }) => name));

    expect(names.filter((name) => !/^[A-Z][A-Za-z]{1,31}$/u.test(name))).toEqual([]);
    expect(names.filter((name) => builtIn.includes(name))).toEqual([]);
  });

  it("has no text column that SharePoint would take for a person's number", () => {
    for (const { columns } of all) {
      const people = columns.filter(({ kind }) => kind === "person").map(({ name }) => name);
      const mistakable = people.flatMap((name) => [`${name}Id`, `${name}LookupId`]);

      expect(columns.filter(({ name }) => mistakable.includes(name))).toEqual([]);
    }
  });

  it("stays within 20 indexes a list, and indexes what is unique or searched", () => {
    for (const { columns } of all) {
      const indexed = columns.filter(({ isIndexed }) => isIndexed === true);

      expect(indexed.length).toBeLessThanOrEqual(20);
      expect(columns.filter(({ isUnique }) => isUnique === true)).toHaveLength(1);
      expect(columns.every(({ isUnique, isIndexed }) => !isUnique || isIndexed === true)).toBe(
        true,
      );
    }
  });

  it("is what a list made of it looks like", () => {
    for (const schema of all) {
      const made = schema.columns.map((column) => ({ ...toDefinition(column), name: column.name }));

      expect(driftOf(schema, made as Parameters<typeof driftOf>[1])).toEqual([]);
    }
  });

  it("finds every column missing in a list without any", () => {
    for (const schema of all) expect(driftOf(schema, [])).toHaveLength(schema.columns.length);
  });
});

describe("a decision as a row", () => {
  it("uses columns of the schema only, and all of them", () => {
    const people = ["DeciderLookupId", "FacilitatorLookupId"];
    const keys = Object.keys(toRow(closedRow("d-1"), unknown));
    const written = keys.filter((key) => !key.includes("@odata") && !people.includes(key));

    expect(written.toSorted()).toEqual([...decisionColumns].toSorted());
  });

  it("is the same decision when it is read again", () => {
    for (const row of [openRow("d-1"), closedRow("d-1")]) {
      expect(fromRow(filledOnly(toRow(row, unknown)))).toEqual(row);
    }
  });

  it("sends nothing empty when it is made, and empties everything else when it is written", () => {
    const row = toRow(openRow("d-1"), unknown);

    expect(Object.values(filledOnly(row))).not.toContain(null);
    expect(filledOnly(row)).not.toHaveProperty("Functions");
    expect(row).toMatchObject({
      Outcome: null,
      DeciderLookupId: null,
      Functions: [],
      ReviewOn: null,
    });
  });

  it.each([
    ["no fields", undefined],
    ["a key that is none", { ...toRow(openRow("d-1"), unknown), DecisionKey: "has spaces" }],
    ["a status nobody knows", { DecisionKey: "d-1", Status: "maybe" }],
    ["a number where text belongs", { DecisionKey: "d-1", Status: "draft", Outcome: 7 }],
  ])("is unreadable with %s", (_, fields) => {
    expect(fromRow(fields)).toBeUndefined();
  });

  it("is readable with nothing but its key and status", () => {
    expect(fromRow({ DecisionKey: "d-1", Status: "decided" })).toMatchObject({
      title: "Untitled decision",
      status: "decided",
      functions: [],
    });
  });
});

describe("a calendar day", () => {
  const zones: readonly (readonly [string, number])[] = [
    ["Honolulu", -10],
    ["Los Angeles", -8],
    ["London", 0],
    ["Berlin in summer", 2],
    ["Kolkata", 5.5],
    ["Tokyo", 9],
    ["Auckland in summer", 13],
  ];

  it.each(zones)("kept at midnight in %s is that day", (_, hours) => {
    const midnight = new Date(Date.UTC(2027, 2, 1) - hours * 3_600_000).toISOString();

    expect(toDay(midnight)).toBe("2027-03-01");
  });

  it("echoed as it was sent is that day", () => {
    expect(toDay(fromDay("2027-12-31"))).toBe("2027-12-31");
  });

  it("that is none is nothing", () => {
    expect([toDay(""), toDay("soon")]).toEqual([undefined, undefined]);
  });
});
