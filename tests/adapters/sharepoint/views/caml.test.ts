import { describe, expect, it } from "vitest";
import { type Condition, columnsOf, toCaml } from "#adapters/sharepoint/views/caml.ts";

const isOpen: Condition = { op: "In", column: "Status", choices: ["draft", "deferred"] };
const isMine: Condition = { op: "Eq", column: "Decider", to: { kind: "me" } };
const isLate: Condition = { op: "Lt", column: "ReviewOn", to: { kind: "today", plusDays: -3 } };

describe("a view's query in SharePoint's words", () => {
  it("is empty for everything, in no order", () => {
    expect(toCaml({})).toBe("");
  });

  it("asks for several values, for whoever looks, and for days from today", () => {
    expect(toCaml({ where: isOpen })).toBe(
      '<Where><In><FieldRef Name="Status"/><Values><Value Type="Choice">draft</Value>' +
        '<Value Type="Choice">deferred</Value></Values></In></Where>',
    );
    expect(toCaml({ where: isMine })).toContain('<Value Type="Integer"><UserID Type="Integer"/>');
    expect(toCaml({ where: isLate })).toContain('<Today OffsetDays="-3"/>');
  });

  it("joins two conditions at a time, however many there are", () => {
    const where: Condition = { op: "And", all: [isOpen, isMine, isLate] };

    expect(toCaml({ where })).toMatch(
      /^<Where><And><And><In>.*<\/In><Eq>.*<\/Eq><\/And><Lt>.*<\/Lt><\/And><\/Where>$/u,
    );
  });

  it("of one alternative is that alternative", () => {
    expect(toCaml({ where: { op: "Or", all: [isMine] } })).toBe(toCaml({ where: isMine }));
  });

  it("groups before it sorts, and sorts before it filters", () => {
    const orderBy = [{ column: "DecidedOn", descending: true }, { column: "ID" }];

    expect(toCaml({ where: isMine, groupBy: "LeadFunction", orderBy })).toMatch(
      /^<GroupBy Collapse="FALSE" GroupLimit="30"><FieldRef Name="LeadFunction"\/><\/GroupBy><OrderBy><FieldRef Name="DecidedOn" Ascending="FALSE"\/><FieldRef Name="ID"\/><\/OrderBy><Where>/u,
    );
  });

  it("cannot be broken out of by what is compared, nor by a column's name", () => {
    const hostile = `"/></Where><x a='&`;
    const to = { kind: "text", is: hostile } as const;

    expect(toCaml({ where: { op: "Eq", column: hostile, to } })).toBe(
      '<Where><Eq><FieldRef Name="&quot;/&gt;&lt;/Where&gt;&lt;x a=&apos;&amp;"/>' +
        '<Value Type="Text">&quot;/&gt;&lt;/Where&gt;&lt;x a=&apos;&amp;</Value></Eq></Where>',
    );
  });

  it("names the columns it looks at, in whatever depth", () => {
    const where: Condition = { op: "Or", all: [isLate, { op: "And", all: [isOpen, isMine] }] };

    expect(columnsOf(where)).toEqual(["ReviewOn", "Status", "Decider"]);
  });
});
