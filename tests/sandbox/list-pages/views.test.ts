import { describe, expect, it } from "vitest";
import { listPageRoutes } from "../../../sandbox/list-pages/routes.ts";
import { startSharePoint } from "../sharepoint-rest/rest-fixtures.ts";

const PAGE = "/technology-decisions/Lists/Decisions";
const OPEN = `<Where><Eq><FieldRef Name="State"/><Value Type="Choice">open</Value></Eq></Where>`;
const BADGE = {
  elmType: "div",
  attributes: {
    class: "=if(@currentField == 'open', 'sp-field-severity--good', 'sp-field-severity--low')",
  },
  txtContent: "='It is ' + @currentField",
};

/** A list with one view beside the first, and three items in it. */
async function startView(settings: object, fields = ["Title", "State"]) {
  const bench = await startSharePoint();
  const sofia = bench.as("Sofia");
  await sofia("POST", `${bench.list}/views`, { Title: "Mine", ...settings });
  const view = `${bench.list}/views/getbytitle('Mine')`;
  await sofia("POST", `${view}/viewfields/removeallviewfields`);
  for (const name of fields) await sofia("POST", `${view}/viewfields/addviewfield('${name}')`);
  for (const [Title, State] of [
    ["First", "open"],
    ["Second", "closed"],
    ["Third", "open"],
  ])
    await bench.graphAs("Inés")("POST", `${bench.graphPath}/items`, { fields: { Title, State } });
  const pages = listPageRoutes(bench.graph.world);
  const read = async (query = "?view=Mine") => (await pages.request(PAGE + query)).text();
  return { ...bench, sofia, view, read };
}

const titles = (html: string) =>
  Array.from(html.matchAll(/">(First|Second|Third)<\/a>/g), ([, title]) => title);

describe("a list with several views", () => {
  it("names them all as links and marks the one that is shown", async () => {
    const { read } = await startView({});
    const html = await read();

    expect(html).toMatch(/<a href="Decisions">All Items<\/a>/);
    expect(html).toMatch(/<a href="Decisions\?view=Mine" aria-current="page">Mine<\/a>/);
  });

  it("opens with its default view, also where the one asked for is gone", async () => {
    const { read } = await startView({});

    expect(await read("?view=Gone")).toMatch(/aria-current="page">All Items/);
  });

  it("keeps speaking for the same person from view to view", async () => {
    const { read, person } = await startView({});
    const id = person("Inés").id;

    expect(await read(`?view=Mine&person=${id}`)).toContain(`href="Decisions?person=${id}"`);
  });
});

describe("a view's page", () => {
  it("shows the view's columns only, and its rows in the order of its query", async () => {
    const order = `<OrderBy><FieldRef Name="Title" Ascending="FALSE"/></OrderBy>`;
    const { read } = await startView({ ViewQuery: order + OPEN }, ["State", "Title", "Author"]);
    const html = await read();

    expect(titles(html)).toEqual(["Third", "First"]);
    expect(html.match(/<th scope="col">[^<]*/g)).toEqual([
      '<th scope="col">State',
      '<th scope="col">Title',
      '<th scope="col">Created By',
    ]);
    expect(html).toContain("Inés");
  });

  it("puts rows under the headings it groups by, with how many there are", async () => {
    const grouped = `<GroupBy Collapse="FALSE"><FieldRef Name="State"/></GroupBy>`;
    const { read } = await startView({ ViewQuery: grouped });
    const html = await read();

    expect(html).toMatch(
      /State: closed\s*<span class="soft">\(1\)[\s\S]*State: open\s*<span class="soft">\(2\)/,
    );
    expect(titles(html)).toEqual(["Second", "First", "Third"]);
  });

  it("goes on after its limit, or says that it ends there", async () => {
    const { read, sofia, view } = await startView({ RowLimit: 2 });

    expect(titles(await read("?view=Mine&page=2"))).toEqual(["Third"]);
    await sofia("MERGE", view, { Paged: false });
    expect(await read()).toMatch(/first 2 items and leaves out 1/);
  });

  it("leads to its items by the first column where it shows no title", async () => {
    const { read } = await startView({}, ["ID", "State"]);

    expect(await read()).toMatch(
      /<a href="Decisions\/DispForm.aspx\?ID=2"\s*><span class="number">2</,
    );
  });

  it("says what is wrong where its query names a column that is gone", async () => {
    const { read, graphAs, graphPath } = await startView({ ViewQuery: OPEN });
    await graphAs("Sofia")("DELETE", `${graphPath}/columns/State`);

    expect(await read()).toMatch(
      /role="alert">\s*This view cannot be shown. Column &#39;State&#39;/,
    );
  });
});

describe("a view of more people than SharePoint looks up at once", () => {
  it("is told so instead of shown", async () => {
    const names = Array.from({ length: 13 }, (_, number) => `Person${number}`);
    const { read, sofia, view, graphAs, graphPath } = await startView({}, []);
    for (const name of names) {
      await graphAs("Sofia")("POST", `${graphPath}/columns`, { name, personOrGroup: {} });
      await sofia("POST", `${view}/viewfields/addviewfield('${name}')`);
    }

    expect(await read()).toContain("exceeds the lookup column threshold (13 of 12)");
  });
});

describe("a list in which people may change only their own items", () => {
  it("says so above its views", async () => {
    const { read, sofia, list } = await startView({});
    await sofia("MERGE", list, { WriteSecurity: 2 });

    expect(await read()).toContain("People may change only the items they created");
  });
});

describe("a formatted view", () => {
  it("draws a column as its format says", async () => {
    const { read, sofia, list } = await startView({});
    await sofia("MERGE", `${list}/fields/getbyinternalnameortitle('State')`, {
      CustomFormatter: JSON.stringify(BADGE),
    });

    expect(await read()).toContain('<div class="sp-field-severity--good">It is open</div>');
  });

  it("gives rows the classes of its row format, in either form", async () => {
    const { read, sofia, view } = await startView({});
    const condition = { operator: "==", operands: ["[$State]", "open"] };
    for (const additionalRowClass of [
      "=if([$State] == 'open', 'sp-field-severity--warning', '')",
      { operator: "?", operands: [condition, "sp-field-severity--warning", ""] },
    ]) {
      await sofia("MERGE", view, { CustomFormatter: JSON.stringify({ additionalRowClass }) });

      expect((await read()).match(/<tr class="sp-field-severity--warning">/g)).toHaveLength(2);
    }
  });

  it("draws whole rows where its format does", async () => {
    const rowFormatter = { elmType: "span", txtContent: "='Row ' + [$Title]" };
    const { read } = await startView({ CustomFormatter: JSON.stringify({ rowFormatter }) });

    expect(await read()).toContain("<span>Row First</span>");
  });

  it("shows the plain value where the page cannot draw the format, and says so at its foot", async () => {
    const { read, sofia, list } = await startView({});
    await sofia("MERGE", `${list}/fields/getbyinternalnameortitle('State')`, {
      CustomFormatter: JSON.stringify({ elmType: "div", txtContent: "=[$Score] + 1" }),
    });
    const html = await read();

    expect(html).toContain('<span class="pill pill-0">open</span>');
    expect(html).toContain(
      "The format of State is shown plainly: this page does not know [$Score], which this view does not show.",
    );
  });
});
