import { describe, expect, it } from "vitest";
import { createList, errorOf, startGraph, TECH } from "./graph-fixtures.ts";

async function startWithBudget(unitsPerMinute: number) {
  const graph = startGraph({ unitsPerMinute });
  const list = await createList(graph.as("Sofia"));
  graph.advance(60_000);
  return { graph, list, kwame: graph.as("Kwame") };
}

describe("the minute budget of SharePoint", () => {
  it.each([
    ["one item", "GET", "/items/1", 1],
    ["many items", "GET", "/items", 2],
    ["delta with a token", "GET", "/items/delta?token=latest", 1],
    ["delta without", "GET", "/items/delta", 2],
    ["a new item", "POST", "/items", 2],
    ["a changed item", "PATCH", "/items/1/fields", 2],
  ])("is charged for %s", async (_what, method, path, units) => {
    const { graph, list, kwame } = await startWithBudget(1250);
    await kwame("POST", `${list}/items`, { fields: { Title: "x" } });
    const before = graph.graph.meter.read().total.resourceUnits;

    await kwame(method, `${list}${path}`, method === "GET" ? undefined : {});

    expect(graph.graph.meter.read().total.resourceUnits - before).toBe(units);
  });

  it("ends in 429 with the seconds until the next minute, and opens again then", async () => {
    const { graph, list, kwame } = await startWithBudget(10);
    graph.advance(15_000);
    for (let count = 0; count < 5; count += 1) await kwame("GET", `${list}/items`);

    const refused = await kwame("GET", `${list}/items`);

    expect([refused.status, errorOf(refused).code]).toEqual([429, "activityLimitReached"]);
    expect(refused.headers.get("retry-after")).toBe("45");
    graph.advance(45_000);
    expect((await kwame("GET", `${list}/items`)).status).toBe(200);
  });

  it("is shared by everybody who uses the app", async () => {
    const { graph, list, kwame } = await startWithBudget(10);
    for (let count = 0; count < 5; count += 1) await kwame("GET", `${list}/items`);

    expect((await graph.as("Sofia")("GET", `${list}/items`)).status).toBe(429);
  });

  it("is burnt further by those who go on asking", async () => {
    const { graph, list, kwame } = await startWithBudget(10);
    for (let count = 0; count < 8; count += 1) await kwame("GET", `${list}/items`);

    expect(graph.graph.meter.read().minute).toEqual({ budget: 10, used: 16 });
  });

  it("warns from four fifths on", async () => {
    const { list, kwame } = await startWithBudget(10);
    const replies = [];
    for (let count = 0; count < 4; count += 1) replies.push(await kwame("GET", `${list}/items`));

    expect(replies.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual([
      null,
      null,
      null,
      "2",
    ]);
  });

  it("leaves the directory alone", async () => {
    const { list, kwame } = await startWithBudget(2);
    await kwame("GET", `${list}/items`);
    await kwame("GET", `${list}/items`);

    expect((await kwame("GET", "/me")).status).toBe(200);
  });
});

describe("the meter", () => {
  it("counts requests, units and refusals by route", async () => {
    const { graph, list, kwame } = await startWithBudget(3);
    await kwame("GET", `${list}/items`);
    await kwame("GET", `${list}/items`);

    expect(graph.graph.meter.read().routes).toContainEqual({
      method: "GET",
      path: "/sites/{site-id}/lists/{list-id}/items",
      requests: 2,
      resourceUnits: 4,
      throttled: 1,
    });
  });

  it("is told apart in the traffic, with who asked and what it cost", async () => {
    const graph = startGraph();

    await graph.as("Kwame")("GET", `/sites/${TECH}?$select=id`);

    expect(graph.traffic).toEqual([
      {
        at: "2026-09-14T12:00:00.000Z",
        method: "GET",
        path: `/sites/${TECH}?$select=id`,
        status: 200,
        units: 1,
        who: "Kwame Mensah",
        ms: 0,
      },
    ]);
  });
});
