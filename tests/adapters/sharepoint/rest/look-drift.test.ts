import { describe, expect, it } from "vitest";
import { columnSchema } from "#adapters/sharepoint/formatting/expression.ts";
import { type KeptView, lookDrift } from "#adapters/sharepoint/rest/look-drift.ts";
import { toCaml } from "#adapters/sharepoint/views/caml.ts";
import type { ListLook } from "#adapters/sharepoint/views/list-looks.ts";
import type { View } from "#adapters/sharepoint/views/view.ts";

const all: View = { name: "All", about: "", columns: ["ID"], query: {}, isDefault: true };
const late: View = {
  name: "Late",
  about: "",
  columns: ["ID", "Due"],
  query: { where: { op: "IsNull", column: "Due" }, groupBy: "Kind", orderBy: [{ column: "Due" }] },
  rows: { additionalRowClass: { operator: "+", operands: ["a", "b"] } },
};
const format = { $schema: columnSchema, elmType: "div", txtContent: "@currentField" } as const;
const look: ListLook = {
  list: "Decisions",
  views: [all, late],
  formats: [{ column: "Due", title: "Due by", format }],
};
const field = { InternalName: "Due", CustomFormatter: JSON.stringify(format) };

/** A view as SharePoint reports it once it is as it should be. */
function kept(view: View, more: Partial<KeptView> = {}): KeptView {
  return {
    Id: view.name,
    Title: view.name,
    DefaultView: view.isDefault === true,
    PersonalView: false,
    ViewQuery: toCaml(view.query),
    Paged: true,
    CustomFormatter: view.rows === undefined ? "" : JSON.stringify(view.rows),
    ViewFields: { Items: [...view.columns] },
    ...more,
  };
}

const sentences = (views: readonly KeptView[], fields = [field]) =>
  lookDrift(look, views, fields).map(({ sentence }) => sentence);

describe("how a list looks against how it should", () => {
  it("is no drift where all is there", () => {
    expect(sentences([kept(all), kept(late)])).toEqual([]);
  });

  it("says all that is wrong with one view in one sentence", () => {
    const wrong = kept(late, { ViewQuery: "", Paged: false, CustomFormatter: null });

    expect(sentences([kept(all), wrong])).toEqual([
      "The view “Late” finds other rows, ends after one page and looks otherwise.",
    ]);
  });

  it("minds the order of columns", () => {
    expect(sentences([kept(all), kept(late, { ViewFields: { Items: ["Due", "ID"] } })])).toEqual([
      "The view “Late” shows other columns.",
    ]);
  });

  it("does not mind how a query or a look is written", () => {
    const ViewQuery = toCaml(late.query).replaceAll('"', "'").replaceAll("/>", " ></FieldRef>");
    const CustomFormatter = JSON.stringify(late.rows, null, 4);

    expect(sentences([kept(all), kept(late, { ViewQuery, CustomFormatter })])).toEqual([]);
  });

  it("takes a look that is no JSON, or one where there should be none, for another", () => {
    const broken = { ...field, CustomFormatter: "{" };

    expect(sentences([kept(all, { CustomFormatter: "{}" }), kept(late)], [broken])).toEqual([
      "The view “All” looks otherwise.",
      "The column Due by looks otherwise.",
    ]);
  });

  it("never takes somebody's personal view for the shared one", () => {
    expect(sentences([kept(all), kept(late, { PersonalView: true })])).toEqual([
      "The view “Late” is missing.",
    ]);
  });

  it("leaves people the first view they chose, unless it leaves rows out", () => {
    const theirs = kept(late, { Title: "Theirs", DefaultView: true });
    const other = kept(all, { DefaultView: false });
    const unfiltered = { ...theirs, ViewQuery: "<OrderBy></OrderBy>" };

    expect(sentences([other, kept(late), unfiltered])).toEqual([]);
    expect(sentences([other, kept(late), theirs])).toEqual([
      "The view “All” is not what people see first, and what they see leaves rows out.",
    ]);
  });

  it("finds a column missing as a look missing, and says nothing of others", () => {
    const other = { InternalName: "Ours", CustomFormatter: "{}" };

    expect(sentences([kept(all), kept(late)], [other])).toEqual([
      "The column Due by looks otherwise.",
    ]);
  });
});
