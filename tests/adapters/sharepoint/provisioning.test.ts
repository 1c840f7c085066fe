import { describe, expect, it } from "vitest";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import type { ListName, ListReport } from "#flows/ports.ts";
import { newRow } from "../../contracts/event-log.ts";
import { companySite, ids, startTenant, technologySite } from "../tenant.ts";

function start(options: Parameters<typeof startTenant>[0] = {}, personId: string = ids.sofia) {
  const tenant = startTenant(options);
  const provisioning = openProvisioning(tenant.graphOf(personId));
  const make = (list: ListName): Promise<ListReport> =>
    tenant.world.until(provisioning.makeReady(technologySite, list));
  return { ...tenant, provisioning, make };
}

/** A list made long enough ago that it counts as settled. */
async function settled(list: ListName = "Decision events") {
  const tenant = start();
  const { listId } = await tenant.make(list);
  await tenant.world.advance(120_000);
  const path = listPath({ siteId: technologySite, listId: listId! });
  const change = (column: string, body: object) =>
    tenant.byHand(ids.sofia, "PATCH", `${path}/columns/${column}`, body);
  const sentences = async () => {
    const reports = await tenant.provisioning.inspect(technologySite);
    return reports.find((report) => report.list === list)?.differences ?? [];
  };
  return { ...tenant, path, change, sentences };
}

describe("finding a site", () => {
  it("shows the sites a person may see, by a word of their name", async () => {
    const { provisioning } = start();

    expect(await provisioning.sites(" technology ")).toEqual([
      {
        id: technologySite,
        name: "Technology decisions",
        webUrl: "https://sandbox.example/sandbox/sites/technology-decisions",
      },
    ]);
    expect(await provisioning.sites("nothing like it")).toEqual([]);
  });

  it("shows all of them for no word at all", async () => {
    const ofMine = (await start().provisioning.sites("")).map(({ id }) => id);

    expect(ofMine).toContain(technologySite);
  });

  it("takes a word with an ampersand or a quote for a word", async () => {
    expect(await start().provisioning.sites("R&D '20 #1 50%")).toEqual([]);
  });

  it("says that a site is closed to somebody", async () => {
    const { provisioning } = start({}, ids.priya);

    await expect(provisioning.site(technologySite)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(provisioning.inspect(technologySite)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("says that a site is not there", async () => {
    await expect(start().provisioning.site("a,b,c")).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("the lists of a fresh site", () => {
  it("are missing, and looking at them changes nothing", async () => {
    const { provisioning, requests } = start();

    expect(await provisioning.inspect(technologySite)).toEqual([
      { list: "Decisions", state: "missing", differences: [] },
      { list: "Decision events", state: "missing", differences: [] },
    ]);
    expect(requests.every((request) => request.startsWith("GET"))).toBe(true);
  });

  it("are made, both ready, and stay so when made again", async () => {
    const { make, provisioning } = start();
    const first = await make("Decisions");
    await make("Decision events");
    const again = await make("Decisions");

    expect(first).toMatchObject({ list: "Decisions", state: "ready", differences: [] });
    expect(again).toEqual(first);
    expect((await provisioning.inspect(technologySite)).map(({ state }) => state)).toEqual([
      "ready",
      "ready",
    ]);
  });

  it("are waited for until their columns can be read, and then take a row", async () => {
    const { make, graphOf, world } = start({ readableAfterMs: 20_000 });
    const begin = world.now();

    const report = await make("Decision events");

    expect(report.state).toBe("ready");
    expect(world.now() - begin).toBeGreaterThanOrEqual(20_000);
    const list = { siteId: technologySite, listId: report.listId! };
    expect((await openEventList(graphOf(ids.kwame), list).append(newRow("e-1"))).position).toBe(1);
  });

  it("are given up when they stay unreadable", async () => {
    const { make } = start({ readableAfterMs: 3_600_000 });

    await expect(make("Decisions")).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("are made once by two owners at the same time", async () => {
    const { graphOf, provisioning, world, byHand } = start({ readableAfterMs: 3000 });
    const kwames = openProvisioning(graphOf(ids.kwame));
    const [first, second] = await world.until(
      Promise.all([
        provisioning.makeReady(technologySite, "Decisions"),
        kwames.makeReady(technologySite, "Decisions"),
      ]),
    );

    expect(second).toEqual(first);
    const { body } = await byHand(ids.sofia, "GET", `/sites/${technologySite}/lists`);
    expect(body["value"]).toHaveLength(1);
  });

  it("are ready also when the answer to making them is lost", async () => {
    const { make, service } = start();
    service.faults.set([
      { method: "POST", path: "/lists$", action: "drop-after-commit", count: 1 },
    ]);

    expect((await make("Decisions")).state).toBe("ready");
  });

  it("are not made by somebody who may only write", async () => {
    const { provisioning, world } = start({}, ids.ines);

    await expect(
      world.until(provisioning.makeReady(technologySite, "Decisions")),
    ).rejects.toMatchObject({ kind: "consent-needed", details: { scopes: ["Sites.Manage.All"] } });
  });

  it("are not made by an owner of another site", async () => {
    const { provisioning, world } = start({}, ids.adaeze);

    await expect(
      world.until(provisioning.makeReady(technologySite, "Decisions")),
    ).rejects.toMatchObject({ kind: "forbidden" });
    expect((await world.until(provisioning.makeReady(companySite, "Decisions"))).state).toBe(
      "ready",
    );
  });
});

describe("a list changed by hand", () => {
  it("says what differs, and is mended", async () => {
    const { change, sentences, make, byHand, path } = await settled();
    await change("EventId", { enforceUniqueValues: false });
    await change("MeetingKey", { indexed: false, required: true });
    await change("Previous", { text: { maxLength: 10 } });
    await byHand(ids.sofia, "DELETE", `${path}/columns/Kind`);

    expect(await sentences()).toEqual([
      { sentence: "Column EventId allows the same value twice.", repairable: true },
      { sentence: "Column MeetingKey is not indexed.", repairable: true },
      { sentence: "Column MeetingKey may not be left empty.", repairable: true },
      { sentence: "Column Kind is missing.", repairable: true },
      { sentence: "Column Previous is too short: it needs 64 characters.", repairable: true },
    ]);
    expect(await make("Decision events")).toMatchObject({ state: "ready", differences: [] });
    expect(await sentences()).toEqual([]);
  });

  it("gets back choices that were taken away, and keeps those that were added", async () => {
    const { change, make, sentences, byHand, path } = await settled("Decisions");
    await change("Status", { choice: { choices: ["draft", "parked"] } });
    expect((await sentences())[0]?.sentence).toMatch(/^Column Status lacks proposed, in-session/u);

    expect((await make("Decisions")).state).toBe("ready");

    const { body } = await byHand(ids.sofia, "GET", `${path}/columns/Status`);
    const { choices } = body["choice"] as { choices: readonly string[] };
    expect(choices.slice(0, 3)).toEqual(["draft", "parked", "proposed"]);
  });

  it("with a column of another type is not touched, and says what to do", async () => {
    const { byHand, make, path } = await settled();
    await byHand(ids.sofia, "DELETE", `${path}/columns/Payload`);
    await byHand(ids.sofia, "POST", `${path}/columns`, { name: "Payload", number: {} });

    const report = await make("Decision events");

    expect(report.state).toBe("differs");
    expect(report.differences).toEqual([
      {
        sentence:
          "Column Payload no longer holds several lines of text. " +
          "Delete it or give it another name in the list's settings, then repair.",
        repairable: false,
      },
    ]);
  });

  it("that holds a value twice cannot be mended by us, and says so", async () => {
    const { byHand, change, make, path } = await settled();
    await change("EventId", { enforceUniqueValues: false });
    const twice = { fields: { EventId: "twice" } };
    await byHand(ids.sofia, "POST", `${path}/items`, twice);
    await byHand(ids.sofia, "POST", `${path}/items`, twice);

    const report = await make("Decision events");

    expect(report.differences).toEqual([
      {
        sentence:
          "Column EventId allows the same value twice. SharePoint refused to change it: " +
          "do it in the list's settings, then choose the site again.",
        repairable: false,
      },
    ]);
  });

  it("just after it was made is not taken for one with missing columns", async () => {
    const { make, byHand, world, requests } = start();
    const { listId } = await make("Decision events");
    const path = listPath({ siteId: technologySite, listId: listId! });
    await byHand(ids.sofia, "DELETE", `${path}/columns/Kind`);
    requests.length = 0;
    const begin = world.now();

    expect((await make("Decision events")).state).toBe("ready");
    expect(world.now() - begin).toBeGreaterThanOrEqual(50_000);
    expect(requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
  });

  it("has columns of its own, which are left alone", async () => {
    const { byHand, sentences, path } = await settled();
    await byHand(ids.sofia, "POST", `${path}/columns`, { name: "OurNote", text: {} });

    expect(await sentences()).toEqual([]);
  });

  it("is not mended by somebody who may not, and the reason is theirs to see", async () => {
    const { change, graphOf, world } = await settled();
    await change("MeetingKey", { indexed: false });
    const ines = openProvisioning(graphOf(ids.ines));

    await expect(
      world.until(ines.makeReady(technologySite, "Decision events")),
    ).rejects.toMatchObject({ kind: "consent-needed" });
  });

  it("into another kind of list says so", async () => {
    const { graphOf, service } = start();
    const library = graphOf(ids.sofia, {
      async fetch(request) {
        if (!request.url.endsWith("lists/Decisions")) return await service.handle(request);
        return Response.json({ id: "lib", list: { template: "documentLibrary" } });
      },
    });

    const [decisions] = await openProvisioning(library).inspect(technologySite);

    expect(decisions).toMatchObject({ state: "differs", differences: [{ repairable: false }] });
    expect(decisions?.differences[0]?.sentence).toContain("Give it another name");
  });
});
