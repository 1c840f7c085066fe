import { describe, expect, it } from "vitest";
import { entriesOf, fieldsOf } from "../../graph/graph-fixtures.ts";
import { saidOf, startSharePoint } from "../rest-fixtures.ts";

const OPEN = `<Where><Eq><FieldRef Name="State"/><Value Type="Choice">open</Value></Eq></Where>`;

async function withView(settings: object = {}) {
  const bench = await startSharePoint();
  const sofia = bench.as("Sofia");
  const made = await sofia("POST", `${bench.list}/views`, { Title: "Open", ...settings });
  return { ...bench, sofia, made, view: `${bench.list}/views/getbytitle('Open')` };
}

describe("the views of a list", () => {
  it("begin with one that is the default and shows every column", async () => {
    const { as, list } = await startSharePoint();

    const [first, ...others] = entriesOf(
      await as("Sofia")("GET", `${list}/views?$select=Title,DefaultView&$expand=ViewFields`),
    );

    expect(others).toEqual([]);
    expect(first).toMatchObject({ Title: "All Items", DefaultView: true });
    expect(first).toHaveProperty("ViewFields.Items.0", "LinkTitle");
    expect(first).toHaveProperty("ViewFields.Items.2", "Kind");
  });

  it("take a new one with its query, order and limit", async () => {
    const { made } = await withView({ ViewQuery: OPEN, RowLimit: 12, Paged: false });

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ Title: "Open", RowLimit: 12, Paged: false });
  });

  it("give a query back in a writing of their own", async () => {
    const { made } = await withView({
      ViewQuery: OPEN.replaceAll('"', "'").replace("<Eq>", "\n <Eq>"),
    });

    expect(made.body["ViewQuery"]).toBe(OPEN.replace("/>", " />"));
  });

  it("are found by what they say of themselves", async () => {
    const { sofia, list } = await withView();
    const named = async (filter: string) =>
      sofia("GET", `${list}/views?$select=Title&$filter=${encodeURIComponent(filter)}`);

    expect(entriesOf(await named("Title eq 'Open'"))).toEqual([{ Title: "Open" }]);
    expect((await named("Colour eq 'red'")).status).toBe(400);
  });

  it("allow two of one name: only their ids differ", async () => {
    const { sofia, list } = await withView();
    await sofia("POST", `${list}/views`, { Title: "Open" });

    const named = entriesOf(await sofia("GET", `${list}/views?$select=Title,Id`));

    expect(named.filter(({ Title }) => Title === "Open")).toHaveLength(2);
  });

  it.each([
    ["no XML", "<Where>"],
    ["a field the list has not", OPEN.replace("State", "Colour")],
    [
      "three joined by one and",
      `<Where><And>${"<IsNull><FieldRef Name='State'/></IsNull>".repeat(3)}</And></Where>`,
    ],
    ["a comparison of long text", OPEN.replace("State", "Payload")],
  ])("refuse a query with %s", async (_what, ViewQuery) => {
    const { made, sofia, list } = await withView({ ViewQuery });

    expect(made.status).toBe(400);
    expect(entriesOf(await sofia("GET", `${list}/views`))).toHaveLength(1);
  });

  it("are not made personal, nor with settings the sandbox would have to ignore", async () => {
    const { sofia, list } = await withView();

    for (const setting of [{ PersonalView: true }, { JSLink: "x.js" }])
      expect((await sofia("POST", `${list}/views`, { Title: "X", ...setting })).status).toBe(501);
  });
});

describe("one view", () => {
  it("changes what is named and keeps the rest", async () => {
    const { sofia, view } = await withView({ ViewQuery: OPEN });
    const CustomFormatter = `{"additionalRowClass":"=if([$Final], 'a', 'b')"}`;

    expect((await sofia("MERGE", view, { CustomFormatter })).status).toBe(204);

    expect((await sofia("GET", view)).body).toMatchObject({
      CustomFormatter,
      ViewQuery: OPEN.replace("/>", " />"),
    });
  });

  it("becomes the default in place of the one before", async () => {
    const { sofia, view, list } = await withView();
    await sofia("MERGE", view, { DefaultView: true });

    const views = entriesOf(await sofia("GET", `${list}/views`));

    expect(views.filter(({ DefaultView }) => DefaultView).map(({ Title }) => Title)).toEqual([
      "Open",
    ]);
  });

  it("refuses a formatter that is no JSON object", async () => {
    const { sofia, view } = await withView();

    expect((await sofia("MERGE", view, { CustomFormatter: "[1" })).status).toBe(400);
  });

  it("is deleted, unless it is the default", async () => {
    const { sofia, view, list } = await withView();

    expect((await sofia("DELETE", view)).status).toBe(200);
    expect(saidOf(await sofia("GET", view)).value).toBe("The specified view is invalid.");
    const last = await sofia("DELETE", `${list}/views/getbytitle('All Items')`);
    expect(last.status).toBe(400);
  });

  it("has its columns taken away and added one by one", async () => {
    const { sofia, view } = await withView();
    await sofia("POST", `${view}/viewfields/removeallviewfields`);
    for (const name of ["Due", "Title", "Due"])
      await sofia("POST", `${view}/viewfields/addviewfield('${name}')`);

    const { body } = await sofia("GET", `${view}/viewfields`);

    expect(body["Items"]).toEqual(["Due", "LinkTitle"]);
    expect(body["SchemaXml"]).toBe('<FieldRef Name="Due" /><FieldRef Name="LinkTitle" />');
  });

  it("refuses a column the list has not", async () => {
    const { sofia, view } = await withView();

    const reply = await sofia("POST", `${view}/viewfields/addviewfield('Colour')`);

    expect(reply.status).toBe(400);
  });
});

describe("a filter on the default view", () => {
  it("also hides items from Graph, which never says so", async () => {
    const { sofia, view, graphAs, graphPath } = await withView({ ViewQuery: OPEN });
    const ines = graphAs("Inés");
    for (const State of ["open", "closed"])
      await ines("POST", `${graphPath}/items`, { fields: { Title: State, State } });
    await sofia("MERGE", view, { DefaultView: true });

    const items = entriesOf(await ines("GET", `${graphPath}/items?$expand=fields`));

    expect(items.map((item) => fieldsOf(item)["Title"])).toEqual(["open"]);
  });
});
