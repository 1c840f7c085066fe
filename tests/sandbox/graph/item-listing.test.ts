import { describe, expect, it } from "vitest";
import { createList, entriesOf, errorOf, fieldsOf, startGraph } from "./graph-fixtures.ts";
import type { Bench, Reply } from "./graph-fixtures.ts";
import { currentRow } from "../../../sandbox/graph/store/list.ts";
import type { GraphOptions } from "../../../sandbox/graph/service.ts";

async function startWithItems(count: number, options: Partial<GraphOptions> = {}) {
  const graph = startGraph({ unitsPerMinute: 100_000, ...options });
  const list = await createList(graph.as("Sofia"));
  const kwame = graph.as("Kwame");
  for (let number = 1; number <= count; number += 1) {
    graph.advance(200);
    await kwame("POST", `${list}/items`, {
      fields: { Title: `Item ${number}`, Kind: number % 2 ? "odd" : "even", Score: number },
    });
  }
  return { graph, list, kwame };
}

/** Fills a list up to so many items, without a request for each. */
function copyItem({ graph: { world } }: Bench, path: string, upTo: number) {
  const list = world.state.lists.get(path.split("/").at(-1) ?? "");
  const row = list && currentRow(list, 1);
  if (!row) throw new Error(`${path} holds no item to copy`);
  for (let id = 2; id <= upTo; id += 1)
    world.record({
      fact: "row-written",
      listId: list.head.id,
      row: { ...row, id, fields: { ...row.fields, Score: id } },
    });
}

const idsOf = (reply: Reply) => entriesOf(reply).map((one) => one["id"]);

describe("listing items", () => {
  it("gives 200 a page and a link to the rest on graph.microsoft.com", async () => {
    const { list, kwame } = await startWithItems(201);

    const first = await kwame("GET", `${list}/items?$expand=fields`);
    const next = String(first.body["@odata.nextLink"]);

    expect(entriesOf(first)).toHaveLength(200);
    expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\//);
    expect(entriesOf(await kwame("GET", next)).map(fieldsOf)).toMatchObject([
      { Title: "Item 201" },
    ]);
  });

  it("shows only the fields selected, and none without $expand", async () => {
    const { list, kwame } = await startWithItems(1);

    const [narrow] = entriesOf(await kwame("GET", `${list}/items?$expand=fields($select=Title)`));
    const [bare] = entriesOf(await kwame("GET", `${list}/items`));

    expect(Object.keys(fieldsOf(narrow ?? {}))).toEqual(["@odata.etag", "Title"]);
    expect(bare).not.toHaveProperty("fields");
  });

  it("shows only the properties selected, beside the fields expanded", async () => {
    const { list, kwame } = await startWithItems(1);

    const [item] = entriesOf(await kwame("GET", `${list}/items?$select=eTag&$expand=fields`));

    expect(Object.keys(item ?? {})).toEqual(["@odata.etag", "id", "eTag", "fields"]);
  });

  it("filters by an indexed column", async () => {
    const { list, kwame } = await startWithItems(4);

    expect(idsOf(await kwame("GET", `${list}/items?$filter=fields/Kind eq 'even'`))).toEqual([
      "2",
      "4",
    ]);
  });

  it("refuses to filter by a column without index, in SharePoint's words", async () => {
    const { list, kwame } = await startWithItems(1);

    const reply = await kwame("GET", `${list}/items?$filter=fields/Score gt 1`);

    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatchObject({
      code: "invalidRequest",
      message:
        "Field 'Score' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    });
  });

  it("does so all the same when told to accept the risk", async () => {
    const { list, kwame } = await startWithItems(3);

    const reply = await kwame("GET", `${list}/items?$filter=fields/Score gt 1`, undefined, {
      prefer: "HonorNonIndexedQueriesWarningMayFailRandomly",
    });

    expect(idsOf(reply)).toEqual(["2", "3"]);
  });

  it("fails on a filter by creation time", async () => {
    const { list, kwame } = await startWithItems(1);

    const path = `${list}/items?$filter=createdDateTime gt 2026-01-01T00:00:00Z`;

    expect((await kwame("GET", path)).status).toBe(400);
  });

  it("takes $orderby and orders nothing by it", async () => {
    const { list, kwame } = await startWithItems(2);

    expect(idsOf(await kwame("GET", `${list}/items?$orderby=id desc`))).toEqual(["1", "2"]);
  });

  it("refuses a query that touches more than 5,000 items", async () => {
    const { graph, list, kwame } = await startWithItems(1);
    copyItem(graph, list, 5001);
    const prefer = { prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };

    const reply = await kwame(
      "GET",
      `${list}/items?$filter=fields/Score gt 5000`,
      undefined,
      prefer,
    );

    expect(errorOf(reply).message).toContain("list view threshold");
    expect(entriesOf(await kwame("GET", `${list}/items?$top=5000`))).toHaveLength(5000);
  });

  it("refuses a parameter it does not know instead of ignoring it", async () => {
    const { list, kwame } = await startWithItems(0);

    const reply = await kwame("GET", `${list}/items?$search=one`);

    expect(reply.status).toBe(501);
    expect(errorOf(reply).message).toContain("$search");
  });
});

describe("an item that becomes visible late", () => {
  it("is missing from listings first, and readable by its number at once", async () => {
    const { graph, list, kwame } = await startWithItems(1, { rowsVisibleAfterMs: 5000 });

    expect(idsOf(await kwame("GET", `${list}/items`))).toEqual([]);
    expect((await kwame("GET", `${list}/items/1`)).status).toBe(200);

    graph.advance(5000);
    expect(idsOf(await kwame("GET", `${list}/items`))).toEqual(["1"]);
  });
});
