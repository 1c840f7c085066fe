import { describe, expect, it } from "vitest";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { schemaVersion } from "#adapters/sharepoint/version.ts";
import { ids, startTenant, technologySite } from "../tenant.ts";

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
