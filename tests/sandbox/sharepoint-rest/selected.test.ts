import { describe, expect, it } from "vitest";
import { TECH } from "../graph/graph-fixtures.ts";
import { HOST, startSharePoint } from "./rest-fixtures.ts";

/** SharePoint where Sofia's token opens nothing but the sites the app was granted. */
async function underGrant(role?: string) {
  const bench = await startSharePoint();
  bench.graph.world.record({
    fact: "scopes-consented",
    personId: bench.person("Sofia").id,
    scopes: [`${HOST}/Sites.Selected`],
  });
  const application = { id: bench.directory.tenant.clientId };
  if (role !== undefined)
    await bench.graphAs("Amara")("POST", `/sites/${TECH}/permissions`, {
      roles: [role],
      grantedToIdentities: [{ application }],
    });
  const sofia = bench.as("Sofia", "Sites.Selected");
  const read = await sofia("GET", bench.list);
  const manage = await sofia("POST", `${bench.list}/views`, { Title: "Mine" });
  return [read.status, manage.status];
}

describe("SharePoint under a grant on one site", () => {
  it.each([
    [undefined, [403, 403]],
    ["write", [200, 403]],
    ["owner", [200, 201]],
  ])("answers a site owner, the app having been granted %s: %j", async (role, expected) => {
    expect(await underGrant(role)).toEqual(expected);
  });
});
