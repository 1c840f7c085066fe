import { describe, expect, it } from "vitest";
import { listPageRoutes } from "../../../sandbox/list-pages/routes.ts";
import { createList, startGraph } from "../graph/graph-fixtures.ts";

const HOSTILE = `<img src=x onerror=alert(1)>"'&=cmd|' /C calc'!A0`;

async function startPages() {
  const bench = startGraph();
  const sofia = bench.as("Sofia");
  const list = await createList(sofia, "Decision events");
  const pages = listPageRoutes(bench.graph.world);
  return {
    ...bench,
    list,
    add: (fields: object) => sofia("POST", `${list}/items`, { fields }),
    change: (id: number, fields: object) => sofia("PATCH", `${list}/items/${id}/fields`, fields),
    read: async (path: string) => {
      const response = await pages.request(path);
      return { status: response.status, headers: response.headers, html: await response.text() };
    },
  };
}

const LIST = "/technology-decisions/Lists/Decision%20events";

describe("the page of a list", () => {
  it("shows items newest first, values by their type", async () => {
    const { add, read } = await startPages();
    await add({ Title: "Older" });
    await add({
      Title: "Newer",
      State: "open",
      Final: true,
      Score: 1250,
      Due: "2026-10-01T12:00:00Z",
      LeadLookupId: "6",
    });

    const { html } = await read(LIST);

    expect(html.indexOf("Newer")).toBeLessThan(html.indexOf("Older"));
    for (const shown of ['<span class="pill pill-0">open</span>', "Yes", "1,250", "Sofia Brandt"])
      expect(html).toContain(shown);
    expect(html).toMatch(/<time datetime="2026-10-01T00:00:00.000Z">1 Oct 2026<\/time>/);
  });

  it("shows thirty a page and leads to the older ones", async () => {
    const { add, read } = await startPages();
    for (let number = 1; number <= 31; number += 1) await add({ Title: `Item ${number}.` });

    const [first, second] = [await read(LIST), await read(`${LIST}?page=2`)];

    expect(first.html).not.toContain("Item 1.");
    expect(first.html).toContain('href="Decision%20events?page=2"');
    expect(second.html).toContain("Item 1.");
  });

  it("shows hostile text as text, in a page that may run no script", async () => {
    const { add, read } = await startPages();
    await add({ Title: HOSTILE, Payload: HOSTILE });

    const { html, headers } = await read(LIST);

    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("is closed to who is no member, and says whom to ask", async () => {
    const { read, person } = await startPages();

    const { status, html } = await read(`${LIST}?person=${person("Priya").id}`);

    expect(status).toBe(403);
    expect(html).toContain("Ask Sofia Brandt or Kwame Mensah for access");
  });

  it("says so when the list is empty, or missing", async () => {
    const { read } = await startPages();

    expect((await read(LIST)).html).toContain("No items yet.");
    expect((await read("/technology-decisions/Lists/Nothing")).status).toBe(404);
  });
});

describe("the page of an item", () => {
  it("shows every column and what each version changed", async () => {
    const { add, change, read } = await startPages();
    await add({ Title: "One", State: "open" });
    await change(1, { State: "closed" });

    const { html } = await read(`${LIST}/DispForm.aspx?ID=1`);

    expect(html).toContain("State: open → closed");
    expect(html).toContain("<dt>Payload</dt>");
  });

  it("is found at the address Graph gives", async () => {
    const { add, read } = await startPages();
    await add({ Title: "One" });

    expect((await read(`${LIST}/1_.000`)).html).toContain("Version history");
    expect((await read(`${LIST}/2_.000`)).html).toContain("There is no such item.");
  });
});

describe("the page of a site", () => {
  it("leads to its lists with their number of items", async () => {
    const { add, read } = await startPages();
    await add({ Title: "One" });

    const { html } = await read("/technology-decisions");

    expect(html).toContain('href="technology-decisions/Lists/Decision%20events"');
    expect(html).toContain("1 item<");
  });
});
