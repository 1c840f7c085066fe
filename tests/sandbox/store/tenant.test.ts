import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTenant } from "../../../sandbox/graph/store/tenant.ts";
import { createList, entriesOf, startGraph } from "../graph/graph-fixtures.ts";

describe("a tenant with a folder for its state", () => {
  let stateFolder: string;
  beforeEach(() => {
    stateFolder = mkdtempSync(join(tmpdir(), "quorate-tenant-"));
  });
  afterEach(() => rmSync(stateFolder, { recursive: true }));

  async function writeSomething() {
    const graph = startGraph({ stateFolder });
    const list = await createList(graph.as("Sofia"));
    const kwame = graph.as("Kwame");
    await kwame("POST", `${list}/items`, { fields: { Title: "One", EventId: "a" } });
    await kwame("PATCH", `${list}/items/1/fields`, { Title: "Two" });
    await kwame("POST", `${list}/items`, { fields: { Title: "Gone" } });
    await kwame("DELETE", `${list}/items/2`);
    return { list, before: (await kwame("GET", `${list}/items?$expand=fields`)).body };
  }

  it("is the same after a restart, down to eTags and versions", async () => {
    const { list, before } = await writeSomething();

    const kwame = startGraph({ stateFolder }).as("Kwame");

    expect((await kwame("GET", `${list}/items?$expand=fields`)).body).toEqual(before);
    expect(entriesOf(await kwame("GET", `${list}/items/1/versions`))).toHaveLength(2);
  });

  it("keeps views and formats over a restart", async () => {
    const { list } = await writeSomething();
    const listId = list.split("/").at(-1) ?? "";
    const { world } = startGraph({ stateFolder }).graph;
    const [view] = [...(world.state.lists.get(listId)?.views.values() ?? [])];
    if (!view) throw new Error("no view");
    world.record({ fact: "view-written", listId, view: { ...view, title: "Renamed" } });

    const after = startGraph({ stateFolder }).graph.world.state.lists.get(listId);

    expect([...(after?.views.values() ?? [])]).toEqual([{ ...view, title: "Renamed" }]);
  });

  it("remembers after a restart what must stay unique and which numbers are used up", async () => {
    const { list } = await writeSomething();
    const kwame = startGraph({ stateFolder }).as("Kwame");
    const add = (EventId: string) => kwame("POST", `${list}/items`, { fields: { EventId } });

    expect((await add("a")).status).toBe(400);
    expect((await add("b")).body["id"]).toBe("3");
  });

  it("lets a delta token live across a restart", async () => {
    const { list } = await writeSomething();
    const kwame = startGraph({ stateFolder }).as("Kwame");
    const start = await kwame("GET", `${list}/items/delta?token=latest`);

    const later = startGraph({ stateFolder }).as("Kwame");
    await later("POST", `${list}/items`, { fields: { Title: "New" } });

    const news = await later("GET", String(start.body["@odata.deltaLink"]));
    expect(entriesOf(news).map((one) => one["id"])).toEqual(["3"]);
  });

  it("drops a last line that a crash cut short", async () => {
    const { list, before } = await writeSomething();
    appendFileSync(join(stateFolder, "tenant.jsonl"), '{"fact":"row-wri');

    const kwame = startGraph({ stateFolder }).as("Kwame");
    expect((await kwame("GET", `${list}/items?$expand=fields`)).body).toEqual(before);

    await kwame("POST", `${list}/items`, { fields: { Title: "After" } });
    const again = startGraph({ stateFolder }).as("Kwame");
    expect(entriesOf(await again("GET", `${list}/items`))).toHaveLength(2);
  });

  it("is back at its seed after a reset, on disk too", async () => {
    await writeSomething();
    const tenant = openTenant({ stateFolder });
    tenant.reset();

    expect(tenant.state.lists.size).toBe(0);
    expect(openTenant({ stateFolder }).state.lists.size).toBe(0);
  });
});
