import { describe, expect, it } from "vitest";
import { seededChance } from "../../../sandbox/directory/generate.ts";
import type { GraphOptions } from "../../../sandbox/graph/service.ts";
import { createList, entriesOf, errorOf, startGraph } from "./graph-fixtures.ts";
import type { Reply } from "./graph-fixtures.ts";

async function startWithList(options: Partial<GraphOptions> = {}) {
  const graph = startGraph(options);
  const list = await createList(graph.as("Sofia"));
  const kwame = graph.as("Kwame");
  const add = (title: string) => kwame("POST", `${list}/items`, { fields: { Title: title } });
  const latest = () => kwame("GET", `${list}/items/delta?token=latest&$expand=fields`);
  const follow = (reply: Reply) =>
    kwame("GET", String(reply.body["@odata.deltaLink"] ?? reply.body["@odata.nextLink"]));
  return { graph, list, kwame, add, latest, follow };
}

const idsOf = (reply: Reply) => entriesOf(reply).map((one) => one["id"]);

describe("following a list by delta", () => {
  it("starts with nothing and a link", async () => {
    const { add, latest } = await startWithList();
    await add("One");

    const start = await latest();

    expect(entriesOf(start)).toEqual([]);
    expect(start.body["@odata.deltaLink"]).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
  });

  it("tells what was added since, with the fields asked for at the start", async () => {
    const { add, latest, follow } = await startWithList();
    const start = await latest();
    await add("One");

    expect(entriesOf(await follow(start))).toMatchObject([{ id: "1", fields: { Title: "One" } }]);
  });

  it("tells an item's latest state once, however often it changed", async () => {
    const { add, latest, follow, kwame, list } = await startWithList();
    const start = await latest();
    await add("One");
    await kwame("PATCH", `${list}/items/1/fields`, { Title: "Two" });

    expect(entriesOf(await follow(start))).toMatchObject([{ id: "1", fields: { Title: "Two" } }]);
  });

  it("marks what was deleted", async () => {
    const { add, latest, follow, kwame, list } = await startWithList();
    await add("One");
    const start = await latest();
    await kwame("DELETE", `${list}/items/1`);

    expect(entriesOf(await follow(start))).toMatchObject([
      { id: "1", deleted: { state: "deleted" } },
    ]);
  });

  it("says nothing new when nothing is new", async () => {
    const { add, latest, follow } = await startWithList();
    const start = await latest();
    await add("One");
    const caughtUp = await follow(start);

    expect(idsOf(await follow(caughtUp))).toEqual([]);
  });

  it("crawls the whole list in pages when it is given no token", async () => {
    const { add, kwame, list, follow } = await startWithList();
    for (const title of ["One", "Two", "Three"]) await add(title);

    const first = await kwame("GET", `${list}/items/delta?$top=2`);
    const second = await follow(first);

    expect([idsOf(first), idsOf(second)]).toEqual([["1", "2"], ["3"]]);
    expect(first.body).not.toHaveProperty("@odata.deltaLink");
    expect(second.body).toHaveProperty("@odata.deltaLink");
  });

  it("loses nothing written during a crawl", async () => {
    const { add, kwame, list, follow } = await startWithList();
    for (const title of ["One", "Two", "Three"]) await add(title);
    const first = await kwame("GET", `${list}/items/delta?$top=2`);
    await kwame("PATCH", `${list}/items/1/fields`, { Title: "Changed" });
    const second = await follow(first);

    expect(idsOf(await follow(second))).toEqual(["1"]);
  });

  it("shows a late item after later ones, with its lower number", async () => {
    const seeded = seededChance(1);
    let lateness: number | undefined;
    const { graph, add, latest, follow } = await startWithList({
      rowsVisibleAfterMs: 10_000,
      chance: () => lateness ?? seeded(),
    });
    const start = await latest();
    lateness = 0.9;
    await add("Late");
    lateness = 0.1;
    await add("Prompt");

    graph.advance(5000);
    const first = await follow(start);
    graph.advance(5000);
    const second = await follow(first);

    expect([idsOf(first), idsOf(second)]).toEqual([["2"], ["1"]]);
  });

  it("refuses a token it never gave", async () => {
    const { kwame, list } = await startWithList();

    const reply = await kwame("GET", `${list}/items/delta?token=made-up`);

    expect(reply.status).toBe(400);
    expect(errorOf(reply).message).toBe("Provided sync token is malformed");
  });

  it("answers a token too far back with 410 and where to start again", async () => {
    const { add, latest, follow, kwame } = await startWithList({ deltaHistory: 2 });
    const start = await latest();
    for (const title of ["One", "Two", "Three"]) await add(title);

    const gone = await follow(start);

    expect([gone.status, errorOf(gone).code]).toEqual([410, "resyncRequired"]);
    const again = await kwame("GET", String(gone.headers.get("location")));
    expect(idsOf(again)).toEqual(["1", "2", "3"]);
  });
});
