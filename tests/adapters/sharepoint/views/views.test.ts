import { describe, expect, it } from "vitest";
import { type Column, schemas } from "#adapters/sharepoint/schema.ts";
import { type Condition, columnsOf } from "#adapters/sharepoint/views/caml.ts";
import { decisionViews } from "#adapters/sharepoint/views/decision-views.ts";
import { eventViews } from "#adapters/sharepoint/views/event-views.ts";

const builtIn = ["ID", "LinkTitle", "Created", "Author", "Modified", "Editor"];
const lists = [
  [schemas.Decisions, decisionViews],
  [schemas["Decision events"], eventViews],
] as const;
const columns = new Map(schemas.Decisions.columns.map((column) => [column.name, column]));

/** The ways a row can get into a view: each a list of conditions that all hold. */
function alternatives(condition: Condition): readonly (readonly Condition[])[] {
  if (!("all" in condition)) return [[condition]];
  const [first = [], ...rest] = condition.all.map(alternatives);
  if (condition.op === "Or") return [first, ...rest].flat();
  return rest.reduce<readonly (readonly Condition[])[]>(
    (ways, next) => ways.flatMap((way) => next.map((more) => [...way, ...more])),
    first,
  );
}

describe.each(lists)("the views of $name", ({ columns: known }, views) => {
  const names = new Set([...builtIn, ...known.map(({ name }) => name)]);

  it("show, ask for and sort by columns there are", () => {
    for (const { columns: shown, query } of views) {
      const { where, groupBy, orderBy = [] } = query;
      const used = [
        ...shown,
        ...(where === undefined ? [] : columnsOf(where)),
        ...(groupBy === undefined ? [] : [groupBy]),
        ...orderBy.map(({ column }) => column),
      ];

      expect(used.filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it("have one default, which shows every row in any order, for Graph reads through it", () => {
    expect(views.filter(({ isDefault }) => isDefault === true)).toEqual([views[0]]);
    expect(views[0]?.query).toEqual({});
  });

  it("show at most ten columns that name people, and none twice", () => {
    const people = new Set([
      "Author",
      "Editor",
      ...known.filter(({ kind }) => kind === "person").map(({ name }) => name),
    ]);
    for (const { columns: shown } of views) {
      expect(shown.filter((name) => people.has(name)).length).toBeLessThanOrEqual(10);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });

  it("have names of their own", () => {
    expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
  });
});

describe("what the views of decisions ask for", () => {
  const asked = decisionViews.flatMap(({ name, query }) =>
    query.where === undefined ? [] : [[name, query.where] as const],
  );

  it.each(asked)("is narrowed by an index whichever way a row gets in: %s", (_, where) => {
    const isIndexed = (name: string) => columns.get(name)?.isIndexed === true;
    const slow = alternatives(where).filter((all) => !all.flatMap(columnsOf).some(isIndexed));

    expect(slow).toEqual([]);
  });

  it.each(asked)("never looks into notes, which SharePoint does not filter: %s", (_, where) => {
    const kinds = columnsOf(where).map((name) => columns.get(name)?.kind);

    expect(kinds).not.toContain("note" satisfies Column["kind"]);
  });

  it.each(asked)("names statuses the list offers: %s", (_, where) => {
    const named = alternatives(where).flatMap((all) =>
      all.flatMap((one) => (one.op === "In" ? one.choices : [])),
    );

    expect(named.filter((status) => !columns.get("Status")?.choices?.includes(status))).toEqual([]);
  });

  it("is answered by the ten views that reviewers are promised", () => {
    expect(decisionViews.map(({ name }) => name)).toEqual([
      "All decisions",
      "Needs my decision",
      "Decided lately",
      "Reviews due",
      "Open objections and conditions",
      "Gate: not needed",
      "Superseded and reversed",
      "By function",
      "Deferred",
      "Slow (> 30 days)",
    ]);
  });
});
