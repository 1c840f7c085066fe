import { describe, expect, it } from "vitest";
import { createList, startGraph } from "./graph-fixtures.ts";

describe("writing an item", () => {
  it("gives it the next number, version 1 and the caller as author", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));

    const { status, body } = await graph.as("Kwame")("POST", `${list}/items`, {
      fields: { Title: "One", EventId: "a" },
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: "1",
      eTag: expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
      createdBy: { user: { id: graph.person("Kwame").id, displayName: "Kwame Mensah" } },
      fields: { Title: "One", EventId: "a", _UIVersionString: "1.0" },
    });
  });
});
