import { describe, expect, it } from "vitest";
import { createList, entriesOf, startGraph } from "./graph-fixtures.ts";
import type { Json, Reply } from "./graph-fixtures.ts";

const MINUTES = 60_000;

const wish = (queryString: string, more: Json = {}) => ({
  requests: [{ entityTypes: ["listItem"], query: { queryString }, ...more }],
});

/** What a search found: how many there are, and those it shows. */
function foundIn(reply: Reply) {
  const [response] = entriesOf(reply);
  const containers = (response?.["hitsContainers"] ?? []) as Json[];
  return containers[0] as { readonly total: number; readonly hits?: readonly Json[] };
}

/** A list with two items, as search knows them after some time. */
async function afterMinutes(minutes: number) {
  const bench = startGraph();
  const sofia = bench.as("Sofia");
  const list = await createList(sofia);
  const items = `${list}/items`;
  await sofia("POST", items, { fields: { Title: "Forecasting tool", Payload: "Buy or build" } });
  await sofia("POST", items, { fields: { Title: "Reuse the API", Payload: "Forecasts too" } });
  bench.advance(minutes * MINUTES);
  return { bench, sofia, items };
}

describe("searching list items", () => {
  it("finds nothing that the crawl has not seen yet", async () => {
    const { sofia } = await afterMinutes(14);

    const container = foundIn(await sofia("POST", "/search/query", wish("forecasting")));

    expect(container).toEqual({ total: 0, moreResultsAvailable: false });
  });

  it.each([
    ["forecasting", ["Forecasting tool"]],
    ["forecast*", ["Forecasting tool", "Reuse the API"]],
    ["reuse api", ["Reuse the API"]],
    ['"reuse the"', ["Reuse the API"]],
    ['forecast* path:"http://localhost:4280/sandbox/sites/company"', []],
  ])("finds by %s: %j", async (queryString, titles) => {
    const { sofia } = await afterMinutes(15);

    const { hits = [] } = foundIn(await sofia("POST", "/search/query", wish(queryString)));

    expect(hits.map((hit) => (hit["resource"] as { fields: Json }).fields["title"])).toEqual(
      titles,
    );
  });

  it("still finds an item by what it said before it was changed", async () => {
    const { bench, sofia, items } = await afterMinutes(15);
    await sofia("PATCH", `${items}/1/fields`, { Title: "Another tool" });
    bench.advance(MINUTES);

    const before = await sofia("POST", "/search/query", wish("forecasting"));
    bench.advance(15 * MINUTES);
    const after = await sofia("POST", "/search/query", wish("forecasting"));

    expect([foundIn(before).total, foundIn(after).total]).toEqual([1, 0]);
  });

  it("shows nobody what they may not read", async () => {
    const { bench } = await afterMinutes(15);

    const reply = await bench.as("Priya")("POST", "/search/query", wish("forecast*"));

    expect(foundIn(reply).total).toBe(0);
  });

  it("comes in pages", async () => {
    const { sofia } = await afterMinutes(15);

    const reply = await sofia("POST", "/search/query", wish("forecast*", { from: 1, size: 1 }));

    expect(foundIn(reply)).toMatchObject({
      total: 2,
      moreResultsAvailable: false,
      hits: [{ rank: 2 }],
    });
  });

  it.each([
    ["a column that is no managed property", wish("x", { fields: ["Kind"] }), 501],
    ["another part of the language", wish("author:sofia"), 501],
    ["an operator", wish("forecast OR api"), 501],
    ["two requests at once", { requests: [...wish("a").requests, ...wish("b").requests] }, 400],
    ["nothing", {}, 400],
  ])("refuses %s instead of ignoring it", async (_what, body, status) => {
    const { sofia } = await afterMinutes(0);

    expect((await sofia("POST", "/search/query", body)).status).toBe(status);
  });
});
