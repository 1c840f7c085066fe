import { describe, expect, it } from "vitest";
import { errorOf } from "../graph/graph-fixtures.ts";
import { saidOf, startSharePoint } from "./rest-fixtures.ts";

describe("a list as SharePoint itself shows it", () => {
  it("is found by id and by title, and counts its items", async () => {
    const { as, list, graphAs, graphPath } = await startSharePoint();
    await graphAs("Inés")("POST", `${graphPath}/items`, { fields: { Title: "One" } });
    const sofia = as("Sofia");

    const [byId, byTitle] = [
      await sofia("GET", list),
      await sofia("GET", "/_api/web/lists/getByTitle('decisions')"),
    ];

    expect(byId.body).toMatchObject({ Title: "Decisions", ItemCount: 1, EnableVersioning: true });
    expect(byTitle.body).toEqual(byId.body);
  });

  it("tells who may write what only when asked for it", async () => {
    const { as, list } = await startSharePoint();
    const sofia = as("Sofia");

    expect((await sofia("GET", list)).body).not.toHaveProperty("WriteSecurity");
    expect((await sofia("GET", `${list}?$select=WriteSecurity,ReadSecurity`)).body).toEqual({
      WriteSecurity: 1,
      ReadSecurity: 1,
    });
  });

  it("is missed in SharePoint's words", async () => {
    const { as } = await startSharePoint();

    const reply = await as("Sofia")("GET", "/_api/web/lists/getbytitle('Kwame''s')");

    expect(reply.status).toBe(404);
    expect(saidOf(reply).value).toBe(
      "List 'Kwame's' does not exist at site with URL 'https://larkfield.sharepoint.com/sites/technology-decisions'.",
    );
  });

  it("takes a new description", async () => {
    const { as, list, graphAs, graphPath } = await startSharePoint();

    expect((await as("Sofia")("MERGE", list, { Description: "New" })).status).toBe(204);

    expect((await graphAs("Sofia")("GET", graphPath)).body["description"]).toBe("New");
  });

  it.each([3, 5, "2"])("refuses write security %o", async (value) => {
    const { as, list } = await startSharePoint();

    expect((await as("Sofia")("MERGE", list, { WriteSecurity: value })).status).toBe(400);
  });
});

async function withSecurity(WriteSecurity: number) {
  const bench = await startSharePoint();
  const items = `${bench.graphPath}/items`;
  await bench.graphAs("Inés")("POST", items, { fields: { Title: "Inés wrote this" } });
  await bench.as("Sofia")("MERGE", bench.list, { WriteSecurity });
  const change = (name: string) =>
    bench.graphAs(name)("PATCH", `${items}/1/fields`, { Title: "Changed" });
  const remove = (name: string) => bench.graphAs(name)("DELETE", `${items}/1`);
  const add = (name: string) => bench.graphAs(name)("POST", items, { fields: { Title: "New" } });
  return { ...bench, change, remove, add };
}

describe("a list in which everybody may change only their own items", () => {
  it("refuses somebody else's change and deletion, also through Graph", async () => {
    const { change, remove } = await withSecurity(2);

    for (const reply of [await change("Mei-Ling"), await remove("Mei-Ling")]) {
      expect(reply.status).toBe(403);
      expect(errorOf(reply).code).toBe("accessDenied");
    }
  });

  it("lets the author change theirs, and anybody add", async () => {
    const { change, add } = await withSecurity(2);

    expect((await change("Inés")).status).toBe(200);
    expect((await add("Mei-Ling")).status).toBe(201);
  });

  it("does not bind who may manage lists", async () => {
    const { change } = await withSecurity(2);

    expect((await change("Kwame")).status).toBe(200);
  });
});

describe("a list in which nobody may change anything", () => {
  it("refuses the author, also a new item, but not who may manage lists", async () => {
    const { change, add } = await withSecurity(4);

    expect((await change("Inés")).status).toBe(403);
    expect((await add("Inés")).status).toBe(403);
    expect((await add("Kwame")).status).toBe(201);
  });
});
