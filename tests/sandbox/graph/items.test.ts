import { describe, expect, it } from "vitest";
import { COMPANY, createList, entriesOf, errorOf, fieldsOf, startGraph } from "./graph-fixtures.ts";
import type { GraphOptions } from "../../../sandbox/graph/service.ts";

async function startWithList(options: Partial<GraphOptions> = {}) {
  const graph = startGraph(options);
  const list = await createList(graph.as("Sofia"));
  const kwame = graph.as("Kwame");
  const add = (fields: object) => kwame("POST", `${list}/items`, { fields });
  return { graph, list, kwame, add };
}

describe("writing an item", () => {
  it("gives it the next number, version 1 and the caller as author", async () => {
    const { graph, add } = await startWithList();

    const { status, body } = await add({ Title: "One", EventId: "a" });

    expect(status).toBe(201);
    expect(body["eTag"]).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(body).toMatchObject({
      id: "1",
      createdBy: { user: { id: graph.person("Kwame").id, displayName: "Kwame Mensah" } },
      fields: { Title: "One", EventId: "a", _UIVersionString: "1.0" },
    });
  });

  it("leaves empty fields out instead of giving null", async () => {
    const { add } = await startWithList();

    const { body } = await add({ Title: "One", Kind: null });

    expect(Object.keys(fieldsOf(body))).not.toContain("Kind");
    expect(Object.keys(fieldsOf(body))).not.toContain("Score");
  });

  it("tells times to the second", async () => {
    const { graph, add } = await startWithList();
    graph.advance(1234);

    const { body } = await add({ Title: "One" });

    expect(body["createdDateTime"]).toBe("2026-09-14T12:00:01Z");
  });

  it.each([
    ["a field nobody made", { Colour: "red" }, 400, "Field 'Colour' is not recognized"],
    ["a read-only field", { Created: "2026-01-01T00:00:00Z" }, 400, "Field 'Created' is read-only"],
    ["a person by name", { Lead: "Kwame Mensah" }, 400, "Field 'Lead' is not recognized"],
    ["a number as text", { Score: "3" }, 500, "General exception while processing"],
    ["a link", { Link: "https://example.com" }, 500, "General exception while processing"],
    ["many people without their type", { OthersLookupId: [6] }, 500, "General exception"],
    ["a person the site never saw", { LeadLookupId: "99" }, 400, "No user of this site"],
    ["a choice not on offer", { State: "ajar" }, 400, "not one of the choices"],
    ["256 characters of text", { Title: "x".repeat(256) }, 400, "Invalid text value"],
    ["65 characters where 64 fit", { EventId: "x".repeat(65) }, 400, "Invalid text value"],
    ["a note of 64,000 characters", { Payload: "x".repeat(64_000) }, 400, "Invalid text value"],
    ["a control character", { Title: "bell \u0007" }, 400, "Invalid text value"],
  ])("refuses %s", async (_what, fields, status, message) => {
    const { add } = await startWithList();

    const reply = await add(fields);

    expect(reply.status).toBe(status);
    expect(errorOf(reply).message).toContain(message);
  });

  it("keeps a note of 63,999 characters whole", async () => {
    const { add } = await startWithList();

    const { body } = await add({ Payload: "x".repeat(63_999) });

    expect(fieldsOf(body)["Payload"]).toHaveLength(63_999);
  });

  it("takes people by the number the site has for them", async () => {
    const { add } = await startWithList();

    const { body } = await add({
      LeadLookupId: "6",
      "OthersLookupId@odata.type": "Collection(Edm.Int32)",
      OthersLookupId: [6],
    });

    expect(fieldsOf(body)["LeadLookupId"]).toBe("6");
    expect(fieldsOf(body)["Others"]).toEqual([
      { LookupId: 6, LookupValue: "Sofia Brandt", Email: "sofia.brandt@larkfield.example" },
    ]);
  });

  it("gives a person their number at their first write, and the same one ever after", async () => {
    const { add } = await startWithList();

    const [first, second] = [await add({ Title: "One" }), await add({ Title: "Two" })];

    expect(fieldsOf(first.body)["AuthorLookupId"]).toBe("7");
    expect(fieldsOf(second.body)["AuthorLookupId"]).toBe("7");
  });
});

describe("a column that keeps its values unique", () => {
  it("refuses the second item with the same value", async () => {
    const { add, list, kwame } = await startWithList();
    await add({ EventId: "a" });

    const second = await add({ EventId: "a" });

    expect(second.status).toBe(400);
    expect(errorOf(second).message).toContain("unique constraints");
    expect(entriesOf(await kwame("GET", `${list}/items`))).toHaveLength(1);
  });

  it.each([
    ["generalException", 500],
    ["conflict", 409],
  ] as const)("may word it as %s, since nobody documents it", async (duplicateAnswer, status) => {
    const { add } = await startWithList({ duplicateAnswer });
    await add({ EventId: "a" });

    expect((await add({ EventId: "a" })).status).toBe(status);
  });

  it("also counts an item that no listing shows yet", async () => {
    const { add, list, kwame } = await startWithList({ rowsVisibleAfterMs: 60_000 });
    await add({ EventId: "a" });

    expect(entriesOf(await kwame("GET", `${list}/items`))).toEqual([]);
    expect((await add({ EventId: "a" })).status).toBe(400);
  });

  it("frees a value with the item that held it", async () => {
    const { add, list, kwame } = await startWithList();
    await add({ EventId: "a" });
    await kwame("DELETE", `${list}/items/1`);

    expect((await add({ EventId: "a" })).body["id"]).toBe("2");
  });

  it("lets any number of items leave it empty", async () => {
    const { add } = await startWithList();
    await add({ Title: "One" });

    expect((await add({ Title: "Two" })).status).toBe(201);
  });
});

describe("changing an item", () => {
  it("raises eTag and version and names the editor", async () => {
    const { graph, add, list } = await startWithList();
    await add({ Title: "One" });

    const { status, body } = await graph.as("Mei-Ling")("PATCH", `${list}/items/1/fields`, {
      Title: "Changed",
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({ Title: "Changed", _UIVersionString: "2.0", EditorLookupId: "8" });
    expect(body["@odata.etag"]).toMatch(/,2"$/);
  });

  it("refuses a stale If-Match and changes nothing", async () => {
    const { add, list, kwame } = await startWithList();
    const { body } = await add({ Title: "One" });
    await kwame("PATCH", `${list}/items/1/fields`, { Title: "Two" });

    const stale = await kwame(
      "PATCH",
      `${list}/items/1/fields`,
      { Title: "Three" },
      { "if-match": String(body["eTag"]) },
    );

    expect(stale.status).toBe(412);
    expect((await kwame("GET", `${list}/items/1/fields`)).body["Title"]).toBe("Two");
  });

  it("refuses an If-Match that is no eTag", async () => {
    const { add, list, kwame } = await startWithList();
    await add({ Title: "One" });

    const reply = await kwame("PATCH", `${list}/items/1/fields`, {}, { "if-match": "one" });

    expect([reply.status, errorOf(reply).code]).toEqual([400, "malformedEntityTag"]);
  });

  it("keeps what it was, newest first", async () => {
    const { add, list, kwame } = await startWithList();
    await add({ Title: "One" });
    await kwame("PATCH", `${list}/items/1/fields`, { Title: "Two" });

    const versions = entriesOf(await kwame("GET", `${list}/items/1/versions`));

    expect(versions.map((one) => [one["id"], fieldsOf(one)["Title"]])).toEqual([
      ["2.0", "Two"],
      ["1.0", "One"],
    ]);
  });

  it("never gives a deleted item's number out again", async () => {
    const { add, list, kwame } = await startWithList();
    await add({ Title: "One" });

    expect((await kwame("DELETE", `${list}/items/1`)).status).toBe(204);
    expect((await kwame("GET", `${list}/items/1`)).status).toBe(404);
    expect((await add({ Title: "Two" })).body["id"]).toBe("2");
  });
});

describe("a date without a time", () => {
  it("is kept as midnight where the site is", async () => {
    const graph = startGraph();
    const ceo = graph.as("Adaeze");
    const list = await createList(ceo, "Reviews", COMPANY);

    const { body } = await ceo("POST", `${list}/items`, {
      fields: { Due: "2026-10-01T12:00:00Z" },
    });

    expect(fieldsOf(body)["Due"]).toBe("2026-09-30T22:00:00Z");
  });
});
