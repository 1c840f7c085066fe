import { describe, expect, it } from "vitest";
import { issueToken } from "../../../../sandbox/graph/tokens.ts";
import type { Bench, Json } from "../graph-fixtures.ts";
import { entriesOf, errorOf, startGraph } from "../graph-fixtures.ts";

const GRANTS = "/oauth2PermissionGrants";

/** The grant by which the directory's own app has its scopes, for everybody. */
async function tenantWide(bench: Bench): Promise<Json> {
  const { clientId } = bench.directory.tenant;
  const amara = bench.as("Amara");
  const found = await amara("GET", `/servicePrincipals?$filter=appId eq '${clientId}'`);
  const filter = `clientId eq '${String(entriesOf(found)[0]?.["id"])}' and consentType eq 'AllPrincipals'`;
  const [grant] = entriesOf(await amara("GET", `${GRANTS}?$filter=${filter}`));
  if (!grant) throw new Error("Nothing stands consented for everybody");
  return grant;
}

const tokenOf = (bench: Bench, name: string, scope: string) =>
  issueToken(bench.graph.world, bench.person(name), [scope]);

describe("consent for everybody", () => {
  it("is what the directory starts with", async () => {
    const grant = await tenantWide(startGraph());

    expect(String(grant["scope"]).split(" ")).toContain("Sites.ReadWrite.All");
    expect(grant["principalId"]).toBeNull();
  });

  it("gives everybody a token for what an administrator added", async () => {
    const bench = startGraph();
    const { id, scope } = await tenantWide(bench);
    expect(tokenOf(bench, "Mei-Ling", "Tasks.ReadWrite")).toHaveProperty("error");

    const wider = { scope: `${String(scope)} Tasks.ReadWrite` };
    await bench.as("Amara")("PATCH", `${GRANTS}/${String(id)}`, wider);

    expect(tokenOf(bench, "Mei-Ling", "Tasks.ReadWrite")).toHaveProperty("access_token");
  });

  it("leaves nobody a token once it is taken back", async () => {
    const bench = startGraph();
    const { id } = await tenantWide(bench);

    expect((await bench.as("Amara")("DELETE", `${GRANTS}/${String(id)}`)).status).toBe(204);

    expect(tokenOf(bench, "Sofia", "Sites.ReadWrite.All")).toHaveProperty("error");
    expect(tokenOf(bench, "Sofia", "Sites.Manage.All")).toHaveProperty("access_token");
  });

  it("is one entry for an app and a service: a second is told so", async () => {
    const bench = startGraph();
    const { clientId, consentType, resourceId } = await tenantWide(bench);
    const wish = { clientId, consentType, resourceId, scope: "User.Read" };

    const reply = await bench.as("Amara")("POST", GRANTS, wish);

    expect([reply.status, errorOf(reply).message]).toEqual([
      409,
      "Permission entry already exists.",
    ]);
  });

  it("comes back after a reset", async () => {
    const bench = startGraph();
    const { id } = await tenantWide(bench);
    await bench.as("Amara")("DELETE", `${GRANTS}/${String(id)}`);

    bench.graph.world.reset();

    expect(await tenantWide(bench)).toHaveProperty("id", id);
  });
});

describe("who may consent for everybody", () => {
  it("is an administrator of apps: the scope in the token is not enough", async () => {
    const bench = startGraph();
    const { id } = await tenantWide(bench);
    const scopes = ["DelegatedPermissionGrant.ReadWrite.All"];
    const personId = bench.person("Kwame").id;
    bench.graph.world.record({ fact: "scopes-consented", personId, scopes });
    const kwame = bench.as("Kwame", scopes);

    const reply = await kwame("PATCH", `${GRANTS}/${String(id)}`, { scope: "User.Read" });

    expect([reply.status, errorOf(reply).code]).toEqual([403, "Authorization_RequestDenied"]);
    expect((await kwame("DELETE", `${GRANTS}/${String(id)}`)).status).toBe(403);
    expect((await kwame("GET", GRANTS)).status).toBe(200);
  });

  it.each([
    ["one person without naming them", { consentType: "Principal" }, 400],
    ["an app that is not there", { clientId: "99999999-0000-4000-8000-000000000001" }, 404],
    ["a scope that is not known here", { scope: "Sites.Invented" }, 501],
    ["no scope at all", { scope: undefined }, 400],
  ])("may not consent for %s", async (_what, change, status) => {
    const bench = startGraph();
    const { clientId, consentType, resourceId } = await tenantWide(bench);
    const wish = { clientId, consentType, resourceId, scope: "User.Read", ...change };

    expect((await bench.as("Amara")("POST", GRANTS, wish)).status).toBe(status);
  });
});

describe("a directory that consents to what nobody offers", () => {
  it("is refused at the start, with the scope that is misspelt", () => {
    const { directory } = startGraph();
    const consent = { ...directory.consent, everybody: ["Sites.Invented"] };

    expect(() => startGraph({ directory: { ...directory, consent } })).toThrow(
      "consent.json: nobody offers the scope Sites.Invented.",
    );
  });
});

describe("one person's own consent", () => {
  it("is an entry of their own", async () => {
    const bench = startGraph();
    const personId = bench.person("Mei-Ling").id;
    bench.graph.world.record({
      fact: "scopes-consented",
      personId,
      scopes: ["ChatMessage.Send", "https://larkfield.sharepoint.com/AllSites.Read"],
    });

    const reply = await bench.as("Amara")("GET", `${GRANTS}?$filter=principalId eq '${personId}'`);

    expect(entriesOf(reply).map((grant) => [grant["consentType"], grant["scope"]])).toEqual([
      ["Principal", "ChatMessage.Send"],
      ["Principal", "AllSites.Read"],
    ]);
  });
});
