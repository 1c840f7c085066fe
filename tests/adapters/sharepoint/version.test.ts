import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { toDefinition, schemas } from "#adapters/sharepoint/schema.ts";
import { schemaVersion } from "#adapters/sharepoint/version.ts";
import { ids, startTenant, technologySite } from "../tenant.ts";
import { firstVersion } from "./first-version.ts";

const list = "Decision events";

/** A list that Quorate made a while ago. */
async function settled() {
  const tenant = startTenant();
  const provisioning = openProvisioning(tenant.graphOf(ids.sofia));
  const make = () => tenant.world.until(provisioning.makeReady(technologySite, list));
  const { listId } = await make();
  await tenant.world.advance(120_000);
  const column = `${listPath({ siteId: technologySite, listId: listId ?? "" })}/columns/QuorateVersion`;
  const look = async () => (await provisioning.inspect(technologySite, [list]))[0];
  const setVersion = (value: string) =>
    tenant.byHand(ids.sofia, "PATCH", column, { defaultValue: { value } });
  const stamp = async () => (await tenant.byHand(ids.sofia, "GET", column)).body;
  return { ...tenant, make, look, column, setVersion, stamp };
}

describe("the version of a list", () => {
  it("is kept in a hidden column from the start", async () => {
    const { stamp, look } = await settled();

    expect(await stamp()).toMatchObject({
      hidden: true,
      defaultValue: { value: String(schemaVersion) },
    });
    expect(await look()).toMatchObject({ state: "ready", differences: [] });
  });

  it("is the first where the list has none, which is mended", async () => {
    const { byHand, column, look, make } = await settled();
    await byHand(ids.sofia, "DELETE", column);

    expect((await look())?.differences).toEqual([
      { sentence: "The list is of an earlier version of Quorate.", repairable: true },
    ]);
    expect((await make()).state).toBe("ready");
  });

  it("that is older is named and raised", async () => {
    const { setVersion, look, make, stamp } = await settled();
    await setVersion("1");

    expect((await look())?.differences[0]?.sentence).toBe(
      `The list is of version 1; this Quorate needs ${schemaVersion}.`,
    );
    expect((await make()).state).toBe("ready");
    expect(await stamp()).toMatchObject({ defaultValue: { value: String(schemaVersion) } });
  });

  it("that is newer is named, and nothing of the list is changed", async () => {
    const { setVersion, byHand, column, look, make, requests } = await settled();
    await setVersion("99");
    await byHand(ids.sofia, "DELETE", column.replace("QuorateVersion", "Kind"));
    requests.length = 0;

    const report = await make();

    expect(report).toMatchObject({ state: "differs", differences: [{ repairable: false }] });
    expect(report.differences[0]?.sentence).toMatch(/^The list is of version 99, newer than/u);
    expect(await look()).toEqual(report);
    expect(requests.every((request) => request.startsWith("GET"))).toBe(true);
  });

  it("that Graph keeps to itself stands in nobody's way", async () => {
    const { graphOf, service } = await settled();
    const silent = graphOf(ids.sofia, {
      async fetch(request) {
        const text = await (await service.handle(request)).text();
        return new Response(text.replaceAll('"defaultValue"', '"kept"'), { status: 200 });
      },
    });

    const [report] = await openProvisioning(silent).inspect(technologySite, [list]);

    expect(report?.state).toBe("ready");
  });
});

/**
 * What each version's columns amount to. When this fails, columns have changed: raise the version
 * and add a line, or, as long as a version has never been released, correct its line.
 */
const amounts: Readonly<Record<number, string>> = { 2: "4e527fd282f0" };

describe("the columns of this version", () => {
  it("are the ones its number stands for", () => {
    const columns = Object.values(schemas).flatMap((one) =>
      one.columns.map((column) => `${one.name}/${column.name}/${column.kind}`),
    );
    const sum = createHash("sha256").update(columns.toSorted().join("\n")).digest("hex");

    expect(sum.slice(0, 12)).toBe(amounts[schemaVersion]);
  });
});

describe("a list of the first version", () => {
  const columnsOf = (name: keyof typeof firstVersion) =>
    Object.entries(firstVersion[name]).flatMap(([kind, names]) =>
      names.split(" ").map((column) => ({ kind, name: column })),
    );

  it("has only columns that are still what they were: changes add", () => {
    for (const { name, columns } of Object.values(schemas)) {
      const now = columns.map((column) => `${column.name}: ${column.kind}`);
      const then = columnsOf(name as keyof typeof firstVersion);

      expect(then.filter((column) => !now.includes(`${column.name}: ${column.kind}`))).toEqual([]);
    }
  });

  it("is brought up to date, and what it holds stays", async () => {
    const tenant = startTenant();
    const old = new Set(columnsOf("Decisions").map(({ name }) => name));
    const { body } = await tenant.byHand(ids.sofia, "POST", `/sites/${technologySite}/lists`, {
      displayName: "Decisions",
      list: { template: "genericList" },
      columns: schemas.Decisions.columns.filter(({ name }) => old.has(name)).map(toDefinition),
    });
    await tenant.world.advance(120_000);
    const items = `/sites/${technologySite}/lists/${String(body["id"])}/items`;
    const fields = { Title: "Kept", DecisionKey: "d-1", Status: "decided", Outcome: "Yes." };
    await tenant.byHand(ids.sofia, "POST", items, { fields });

    const provisioning = openProvisioning(tenant.graphOf(ids.sofia));
    const report = await tenant.world.until(provisioning.makeReady(technologySite, "Decisions"));

    expect(report).toMatchObject({ state: "ready", differences: [] });
    const kept = await tenant.byHand(ids.sofia, "GET", `${items}/1?$expand=fields`);
    expect(kept.body["fields"]).toMatchObject(fields);
  });
});
