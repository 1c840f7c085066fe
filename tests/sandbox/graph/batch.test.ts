import { describe, expect, it } from "vitest";
import { createList, entriesOf, errorOf, startGraph } from "./graph-fixtures.ts";
import type { Json, Reply } from "./graph-fixtures.ts";

const answersOf = ({ body }: Reply) =>
  new Map((body["responses"] as Json[]).map((one) => [String(one["id"]), one]));
const me = (id: string, more: object = {}) => ({ id, method: "GET", url: "/me", ...more });

describe("a batch", () => {
  it("answers each request by its id, the whole with 200 even when some fail", async () => {
    const reply = await startGraph().as("Sofia")("POST", "/$batch", {
      requests: [me("a"), { id: "b", method: "GET", url: "/users/nobody" }],
    });

    const answers = answersOf(reply);
    expect(reply.status).toBe(200);
    expect([answers.get("a")?.["status"], answers.get("b")?.["status"]]).toEqual([200, 404]);
  });

  it("gives a photo as base64 with its type", async () => {
    const reply = await startGraph().as("Sofia")("POST", "/$batch", {
      requests: [{ id: "1", method: "GET", url: "/me/photos/48x48/$value" }],
    });

    const photo = answersOf(reply).get("1");
    expect(photo?.["headers"]).toMatchObject({ "Content-Type": "image/png" });
    expect(String(photo?.["body"])).toMatch(/^iVBORw0KGgo/);
  });

  it("takes twenty requests and refuses twenty-one", async () => {
    const sofia = startGraph().as("Sofia");
    const batch = (count: number) =>
      sofia("POST", "/$batch", {
        requests: Array.from({ length: count }, (_, index) => me(String(index))),
      });

    expect((await batch(20)).status).toBe(200);
    expect(errorOf(await batch(21)).message).toContain("exceeds the maximum value of 20");
  });

  it.each([
    ["an id used twice", [me("a"), me("a")]],
    ["a request that depends on a later one", [me("a", { dependsOn: ["b"] }), me("b")]],
    ["a body without a content type", [{ id: "a", method: "POST", url: "/x", body: {} }]],
    ["a batch inside it", [{ id: "a", method: "POST", url: "/$batch" }]],
    ["nothing", []],
  ])("refuses %s", async (_what, requests) => {
    const reply = await startGraph().as("Sofia")("POST", "/$batch", { requests });

    expect(reply.status).toBe(400);
  });

  it("does not try what depends on something that failed", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));
    const add = (id: string, fields: object, more: object = {}) => ({
      id,
      method: "POST",
      url: `${list}/items`,
      headers: { "Content-Type": "application/json" },
      body: { fields },
      ...more,
    });

    const reply = await graph.as("Sofia")("POST", "/$batch", {
      requests: [add("a", { Wrong: "x" }), add("b", { Title: "x" }, { dependsOn: ["a"] })],
    });

    expect(answersOf(reply).get("b")?.["status"]).toBe(424);
    expect(entriesOf(await graph.as("Sofia")("GET", `${list}/items`))).toEqual([]);
  });

  it("is charged for every request inside", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));
    const before = graph.graph.meter.read().total.resourceUnits;

    await graph.as("Sofia")("POST", "/$batch", {
      requests: ["a", "b"].map((id) => ({ id, method: "GET", url: `${list}/items` })),
    });

    expect(graph.graph.meter.read().total.resourceUnits - before).toBe(4);
  });
});
