import { describe, expect, it } from "vitest";
import { toDecisionId } from "#domain/ids.ts";
import { earlierOnTheSameMatter } from "#domain/looking-back/earlier.ts";
import { company, framing, nowMs, past } from "./past-fixtures.ts";

const look = (title: string, more: { outcome?: string; context?: string } = {}, rows = company) =>
  earlierOnTheSameMatter(framing(title, more), rows, { nowMs });
const idsOf = (found: readonly { past: { row: { decision: string } } }[]) =>
  found.map(({ past: { row } }): string => row.decision);

describe("framing a decision the company has been at before", () => {
  it("finds the one on the same matter and says by which words", () => {
    const [first, ...rest] = look("Redesign sales forecasting around one shared model");

    expect(first?.past.row.title).toBe("Buy a forecasting tool");
    expect(first?.words).toEqual(["forecasting", "sales"]);
    expect(rest).toEqual([]);
  });

  it("finds a title that was edited slightly", () => {
    expect(idsOf(look("Move our data warehouses to Francfurt"))).toEqual(["warehouse"]);
  });

  it("finds by what was decided and wanted, not by the title alone", () => {
    expect(idsOf(look("Roll Northstar out to all regions"))).toEqual(["tool"]);
    expect(idsOf(look("Cut calls about laptops by half"))).toEqual(["laptops"]);
  });

  it("finds by why now and the wanted outcome of what is being framed", () => {
    const more = { context: "Legal asks about the recording of calls.", outcome: "No risk." };

    expect(idsOf(look("Protect customers", more))).toEqual(["privacy"]);
  });

  it("finds nothing on a matter nobody has been at", () => {
    expect(look("Open an office in Lisbon")).toEqual([]);
    expect(look("")).toEqual([]);
    expect(look("Replace the canteen")).toEqual([]);
  });

  it("never finds itself", () => {
    const self = toDecisionId("tool");
    const same = earlierOnTheSameMatter(framing("Buy a forecasting tool"), company, {
      nowMs,
      self,
    });

    expect(idsOf(same)).not.toContain("tool");
  });
});

describe("several decisions on one matter", () => {
  const title = "Move the data warehouse to Frankfurt";

  it("puts the nearer one first", () => {
    const rows = [past("part", "Close the data warehouse in Leeds"), past("same", title)];

    expect(idsOf(look(title, {}, rows))).toEqual(["same", "part"]);
  });

  it("puts the later of two equals first, and one with a function in common before both", () => {
    const rows = [
      past("old", title, {}, Date.UTC(2020, 0)),
      past("new", title, {}, Date.UTC(2026, 0)),
      past("ours", title, { functions: ["it"] }, Date.UTC(2021, 0)),
    ];

    expect(idsOf(look(title, {}, rows))).toEqual(["ours", "new", "old"]);
  });

  it("gives a word that every decision uses less weight than a rare one", () => {
    const rows = [
      past("a", "Choose a platform for payments"),
      past("b", "Choose a platform for hiring"),
      past("c", "Choose a platform for invoices"),
      past("d", "Stop paper invoices"),
    ];
    const [first] = look("Choose invoices", {}, rows);

    expect(first?.words).toEqual(["invoices", "choose"]);
  });
});
