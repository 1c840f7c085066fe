import { describe, expect, it } from "vitest";
import { decisionsCsv } from "#domain/export/decisions-csv.ts";
import { readCsv } from "./csv-reader.ts";
import { exported, hash, webUrl, withoutLog } from "./exported-fixtures.ts";

/** A table as one object a row, by its head. */
function read(text: string): readonly Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((word, at) => [word, row[at] ?? ""])));
}

describe("decisions as a table", () => {
  it("has a line each, in the order given", () => {
    const rows = read(decisionsCsv([exported({ title: "Second" }), exported({ title: "First" })]));

    expect(rows.map((row) => row["Title"])).toEqual(["Second", "First"]);
  });

  it("has what the list has", () => {
    expect(read(decisionsCsv([exported()]))[0]).toMatchObject({
      Number: "12",
      Status: "Decided",
      Outcome: "Decided: Move the forecast into one shared model by May.",
      "Opened on": "2026-11-20",
      "Decided on": "2026-11-24",
      "Review on": "2027-06-01",
      Decider: "Ada Moreau",
      Functions: "Sales, IT, HR, Finance, Sales Operations, Legal",
      "Drivers present": "5",
      Dissent: "1",
      "In SharePoint": webUrl,
      Hash: hash,
    });
  });

  it("says nothing where nothing is known", () => {
    const open = withoutLog({ decidedAtMs: undefined, decider: undefined, reviewOn: undefined });

    expect(read(decisionsCsv([open]))[0]).toMatchObject({
      "Decided on": "",
      Decider: "",
      "Review on": "",
    });
  });

  it.each(['=HYPERLINK("https://evil.example";"Open")', "+cmd|' /C calc'!A0", '"=1+1', "＝1+1"])(
    "keeps a hostile title text: %s",
    (title) => {
      expect(read(decisionsCsv([exported({ title })]))[0]?.["Title"]).toBe(`'${title}`);
    },
  );
});
