import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../../sandbox/sharepoint-rest/caml/evaluate.ts";
import { readQuery } from "../../../../sandbox/sharepoint-rest/caml/query.ts";
import { currentRows } from "../../../../sandbox/graph/store/list.ts";
import type { List } from "../../../../sandbox/graph/store/list.ts";
import { createList, startGraph, TECH } from "../../graph/graph-fixtures.ts";

const field = (name: string) => `<FieldRef Name="${name}"/>`;
const value = (type: string, inner: string) => `<Value Type="${type}">${inner}</Value>`;

/** The titles a query finds in four rows; a day after the last one it asks as Inés. */
async function finds(query: string, asking = "Inés") {
  const { as, graph, directory, person, advance } = startGraph();
  const path = await createList(as("Sofia"));
  const add = async (name: string, fields: object) => as(name)("POST", `${path}/items`, { fields });
  await add("Sofia", { Title: "a", State: "open", Score: 10, Due: "2026-09-10T12:00:00Z" });
  await add("Inés", { Title: "B", State: "closed", Score: 2, Due: "2026-09-15T12:00:00Z" });
  await add("Inés", { Title: "c", LeadLookupId: "7", Final: true, Payload: "Long & wide" });
  advance(3_600_000);
  await add("Sofia", { Title: "D", State: "open", Due: "2026-09-14T12:00:00Z" });
  const list = graph.world.state.lists.get(path.split("/").at(-1) ?? "") as List;
  const site = directory.sites.find(({ id }) => id === TECH);
  if (!site) throw new Error("no site");
  const who = { world: graph.world, site, personId: person(asking).id };
  const rows = rowsOf(who, list, readQuery(query), currentRows(list));
  return rows.map(({ fields }) => fields["Title"]).join("");
}

const where = (condition: string) => finds(`<Where>${condition}</Where>`);

describe("what a view's query finds", () => {
  it.each([
    ["a choice, whatever its case", `<Eq>${field("State")}${value("Choice", "OPEN")}</Eq>`, "aD"],
    [
      "all but one, the empty ones too",
      `<Neq>${field("State")}${value("Choice", "open")}</Neq>`,
      "Bc",
    ],
    ["numbers as numbers", `<Gt>${field("Score")}${value("Number", "9")}</Gt>`, "a"],
    ["at most, never the empty ones", `<Leq>${field("Score")}${value("Number", "2")}</Leq>`, "B"],
    ["what is empty", `<IsNull>${field("Due")}</IsNull>`, "c"],
    ["what is not", `<IsNotNull>${field("Lead")}</IsNotNull>`, "c"],
    ["a yes or no", `<Eq>${field("Final")}${value("Boolean", "1")}</Eq>`, "c"],
    [
      "a piece of text",
      `<Contains>${field("Payload")}${value("Note", "&amp; wide")}</Contains>`,
      "c",
    ],
    ["a beginning", `<BeginsWith>${field("Title")}${value("Text", "b")}</BeginsWith>`, "B"],
    [
      "one of several",
      `<In>${field("State")}<Values>${value("Choice", "closed")}${value("Choice", "x")}</Values></In>`,
      "B",
    ],
    ["whom it concerns", `<Eq>${field("Lead")}${value("Integer", "<UserID/>")}</Eq>`, "c"],
    ["who made it, by name", `<Eq>${field("Author")}${value("User", "Sofia Brandt")}</Eq>`, "aD"],
    ["what is due today", `<Eq>${field("Due")}${value("DateTime", "<Today/>")}</Eq>`, "D"],
    [
      "what is due within a day",
      `<And><Geq>${field("Due")}${value("DateTime", "<Today/>")}</Geq><Leq>${field("Due")}${value("DateTime", '<Today OffsetDays="1"/>')}</Leq></And>`,
      "BD",
    ],
    [
      "either of two",
      `<Or><IsNotNull>${field("Lead")}</IsNotNull><Eq>${field("ID")}${value("Counter", "1")}</Eq></Or>`,
      "ac",
    ],
    ["a day by its date", `<Eq>${field("Created")}${value("DateTime", "2026-09-14")}</Eq>`, "aBcD"],
    [
      "a moment by its time",
      `<Gt>${field("Created")}<Value Type="DateTime" IncludeTimeValue="TRUE">2026-09-14T12:30:00Z</Value></Gt>`,
      "D",
    ],
  ])("is %s", async (_what, condition, titles) => {
    expect(await where(condition)).toBe(titles);
  });

  it("depends on who asks", async () => {
    const mine = `<Where><Eq>${field("Author")}${value("Integer", "<UserID/>")}</Eq></Where>`;

    expect(await finds(mine, "Inés")).toBe("Bc");
    expect(await finds(mine, "Sofia")).toBe("aD");
    expect(await finds(mine, "Kwame")).toBe("");
  });
});

describe("the order of what a view's query finds", () => {
  it("is by each field in turn, what is empty first", async () => {
    const order = `<OrderBy>${field("State")}<FieldRef Name="Due" Ascending="FALSE"/></OrderBy>`;

    expect(await finds(order)).toBe("cBDa");
  });

  it("keeps groups together before anything else", async () => {
    const grouped = `<GroupBy Collapse="TRUE">${field("State")}</GroupBy><OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>`;

    expect(await finds(grouped)).toBe("cBDa");
  });
});
