import { describe, expect, it } from "vitest";
import { ConnectionLost } from "../../../sandbox/graph/errors.ts";
import { createList, entriesOf, startGraph } from "./graph-fixtures.ts";

async function startWithList() {
  const bench = startGraph();
  const list = await createList(bench.as("Sofia"));
  const kwame = bench.as("Kwame");
  const add = () => kwame("POST", `${list}/items`, { fields: { Title: "x" } });
  const count = async () => entriesOf(await kwame("GET", `${list}/items`)).length;
  return { ...bench, add, count };
}

describe("realistic latency", () => {
  it("makes every request take as long as SharePoint does, writes longer than reads", async () => {
    const { graph, traffic, add, count } = await startWithList();
    graph.behave({ latency: "realistic" });

    await add();
    await count();

    const [write, read] = traffic.slice(-2).map(({ ms }) => ms);
    expect(write).toBeGreaterThanOrEqual(220);
    expect(read).toBeGreaterThanOrEqual(90);
  });
});

describe("a fault that is switched on", () => {
  it("answers with its status and Retry-After, as often as it was told to", async () => {
    const { graph, add, count } = await startWithList();
    graph.faults.set([
      {
        method: "POST",
        path: "/items$",
        action: "status",
        status: 503,
        retryAfterSeconds: 7,
        count: 1,
      },
    ]);

    const [first, second] = [await add(), await add()];

    expect([first.status, first.headers.get("retry-after"), second.status]).toEqual([
      503,
      "7",
      201,
    ]);
    expect(await count()).toBe(1);
  });

  it("cuts the connection before anything happened", async () => {
    const { graph, add, count } = await startWithList();
    graph.faults.set([{ method: "POST", path: "/items$", action: "drop-before" }]);

    await expect(add()).rejects.toThrow(ConnectionLost);
    expect(await count()).toBe(0);
  });

  it("cuts the connection after the item is in the list", async () => {
    const { graph, add, count } = await startWithList();
    graph.faults.set([{ method: "POST", path: "/items$", action: "drop-after-commit", count: 1 }]);

    await expect(add()).rejects.toThrow(ConnectionLost);
    expect(await count()).toBe(1);
  });

  it("delays the answer", async () => {
    const { graph, add, traffic } = await startWithList();
    graph.faults.set([{ action: "delay", delayMs: 900 }]);

    await add();

    expect(traffic.at(-1)?.ms).toBe(900);
  });

  it("strikes at its rate, the same way for the same seed", async () => {
    const strikes = async () => {
      const { graph, add } = await startWithList();
      graph.faults.set([{ method: "POST", action: "status", status: 500, rate: 0.5, seed: 3 }]);
      const statuses: number[] = [];
      for (let count = 0; count < 12; count += 1) statuses.push((await add()).status);
      return statuses;
    };

    const statuses = await strikes();

    expect(new Set(statuses)).toEqual(new Set([201, 500]));
    expect(await strikes()).toEqual(statuses);
  });

  it("also strikes inside a batch", async () => {
    const { graph, as } = await startWithList();
    graph.faults.set([{ path: "^/me$", action: "status", status: 429, retryAfterSeconds: 3 }]);

    const { body } = await as("Kwame")("POST", "/$batch", {
      requests: [{ id: "1", method: "GET", url: "/me" }],
    });

    expect(body["responses"]).toMatchObject([{ status: 429, headers: { "Retry-After": "3" } }]);
  });

  it("asks for a new token with certain claims when it is a 401", async () => {
    const { graph, as } = await startWithList();
    graph.faults.set([{ path: "^/me$", action: "status", status: 401 }]);

    const reply = await as("Kwame")("GET", "/me");

    const claims = /claims="([^"]+)"/.exec(reply.headers.get("www-authenticate") ?? "")?.[1];
    expect(JSON.parse(Buffer.from(claims ?? "", "base64").toString("utf8"))).toHaveProperty(
      "access_token",
    );
  });

  it("says where to start again when it is a 410", async () => {
    const { graph, as } = await startWithList();
    graph.faults.set([{ path: "delta", action: "status", status: 410 }]);

    const reply = await as("Kwame")("GET", "/sites/x/lists/y/items/delta?token=z");

    expect(reply.headers.get("location")).toBe(
      "https://graph.microsoft.com/v1.0/sites/x/lists/y/items/delta",
    );
  });

  it.each([
    [[{ action: "explode" }], "action"],
    [[{ action: "status" }], "needs a status"],
    [[{ action: "delay", path: "(" }], "is no regular expression"],
    [{}, "Array"],
  ])("is refused when it is none: %j", (faults, message) => {
    const { graph } = startGraph();

    expect(() => graph.faults.set(faults)).toThrow(message);
  });
});
