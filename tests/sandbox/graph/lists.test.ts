import { describe, expect, it } from "vitest";
import { createList, entriesOf, errorOf, startGraph, TECH } from "./graph-fixtures.ts";

const LISTS = `/sites/${TECH}/lists`;

describe("making a list", () => {
  it("makes list and columns in one call, with SharePoint's defaults filled in", async () => {
    const graph = startGraph();
    const sofia = graph.as("Sofia");
    const list = await createList(sofia);

    const columns = entriesOf(await sofia("GET", `${list}/columns`));

    expect(columns.map((one) => one["name"])).toContain("EventId");
    expect(columns.find((one) => one["name"] === "Kind")).toMatchObject({
      indexed: true,
      enforceUniqueValues: false,
      text: { maxLength: 255, allowMultipleLines: false },
    });
  });

  it("is the owner's to do: others get 403", async () => {
    const graph = startGraph();
    graph.graph.world.record({
      fact: "scopes-consented",
      personId: graph.person("Mei-Ling").id,
      scopes: ["Sites.Manage.All"],
    });

    const reply = await graph.as("Mei-Ling")("POST", LISTS, { displayName: "Log" });

    expect([reply.status, errorOf(reply).code]).toEqual([403, "accessDenied"]);
  });

  it("refuses a name, which is the server's to give", async () => {
    const reply = await startGraph().as("Sofia")("POST", LISTS, { displayName: "Log", name: "L" });

    expect(errorOf(reply).message).toContain("Cannot define a 'name' for a list");
  });

  it("refuses a title already in use", async () => {
    const sofia = startGraph().as("Sofia");
    await createList(sofia, "Log");

    const reply = await sofia("POST", LISTS, { displayName: "log" });

    expect([reply.status, errorOf(reply).code]).toEqual([409, "nameAlreadyExists"]);
  });

  it("leaves nothing behind when one of its columns is refused", async () => {
    const sofia = startGraph().as("Sofia");
    const columns = [
      { name: "A", text: {} },
      { name: "B", text: {}, enforceUniqueValues: true },
    ];

    const reply = await sofia("POST", LISTS, { displayName: "Log", columns });

    expect(reply.status).toBe(400);
    expect(entriesOf(await sofia("GET", LISTS))).toEqual([]);
  });

  it("can be found by title, and filtered by it", async () => {
    const sofia = startGraph().as("Sofia");
    await createList(sofia, "Decision events");
    await createList(sofia, "Decisions");

    expect((await sofia("GET", `${LISTS}/Decision%20events`)).status).toBe(200);
    const found = await sofia("GET", `${LISTS}?$filter=displayName eq 'Decisions'`);
    expect(entriesOf(found).map((one) => one["displayName"])).toEqual(["Decisions"]);
  });
});

describe("a list that is new", () => {
  it("is 404 at first and readable a little later", async () => {
    const graph = startGraph({ readableAfterMs: 500 });
    const sofia = graph.as("Sofia");
    const list = await createList(sofia);

    expect((await sofia("GET", list)).status).toBe(404);
    graph.advance(500);
    expect((await sofia("GET", list)).status).toBe(200);
  });

  it("does not know a new column yet when it is written to", async () => {
    const graph = startGraph({ readableAfterMs: 500 });
    const sofia = graph.as("Sofia");
    const list = await createList(sofia);
    graph.advance(500);
    await sofia("POST", `${list}/columns`, { name: "Extra", text: {} });
    const write = () => sofia("POST", `${list}/items`, { fields: { Extra: "x" } });

    expect(errorOf(await write()).message).toBe("Field 'Extra' is not recognized");
    graph.advance(500);
    expect((await write()).status).toBe(201);
  });
});

describe("a column", () => {
  it.each([
    ["has no type", { name: "A" }, "exactly one type"],
    ["has two types", { name: "A", text: {}, number: {} }, "exactly one type"],
    ["is unique without index", { name: "A", text: {}, enforceUniqueValues: true }, "indexed"],
    [
      "is a note with an index",
      { name: "A", text: { allowMultipleLines: true }, indexed: true },
      "cannot be indexed",
    ],
  ])("is refused when it %s", async (_what, column, message) => {
    const sofia = startGraph().as("Sofia");
    const list = await createList(sofia);

    const reply = await sofia("POST", `${list}/columns`, column);

    expect(reply.status).toBe(400);
    expect(errorOf(reply).message).toContain(message);
  });

  it("gets a digit when SharePoint has its name already, and plain letters for others", async () => {
    const sofia = startGraph().as("Sofia");
    const list = await createList(sofia);

    const [author, spaced] = [
      await sofia("POST", `${list}/columns`, { name: "Author", text: {} }),
      await sofia("POST", `${list}/columns`, { name: "Due by", text: {} }),
    ];

    expect([author.body["name"], spaced.body["name"]]).toEqual(["Author0", "Due_x0020_by"]);
  });

  it("keeps its type", async () => {
    const sofia = startGraph().as("Sofia");
    const list = await createList(sofia);

    expect((await sofia("PATCH", `${list}/columns/Score`, { text: {} })).status).toBe(400);
    expect(
      (await sofia("PATCH", `${list}/columns/Score`, { description: "1 to 5" })).body,
    ).toMatchObject({
      name: "Score",
      description: "1 to 5",
      number: { decimalPlaces: "automatic" },
    });
  });

  it("becomes unique only while its values are", async () => {
    const sofia = startGraph().as("Sofia");
    const list = await createList(sofia);
    const add = () => sofia("POST", `${list}/items`, { fields: { Kind: "same" } });
    await add();
    await add();

    const unique = () => sofia("PATCH", `${list}/columns/Kind`, { enforceUniqueValues: true });

    expect((await unique()).status).toBe(400);
    await sofia("DELETE", `${list}/items/2`);
    expect((await unique()).status).toBe(200);
    expect((await add()).status).toBe(400);
  });

  it("can be the 20th with an index, not the 21st", async () => {
    const sofia = startGraph().as("Sofia");
    const list = await createList(sofia);
    const add = (name: string) =>
      sofia("POST", `${list}/columns`, { name, text: {}, indexed: true });
    for (let number = 3; number <= 20; number += 1) await add(`Index${number}`);

    expect((await add("OneMore")).status).toBe(400);
  });
});
