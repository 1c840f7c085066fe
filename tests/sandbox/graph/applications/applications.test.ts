import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entriesOf, errorOf, startGraph } from "../graph-fixtures.ts";
import type { Bench } from "../graph-fixtures.ts";

const GRAPH = "00000003-0000-0000-c000-000000000000";

function mayRegister(bench: Bench, name: string) {
  const scopes = ["Application.ReadWrite.All"];
  const personId = bench.person(name).id;
  bench.graph.world.record({ fact: "scopes-consented", personId, scopes });
  return bench.as(name, scopes);
}

describe("registering an app", () => {
  it("gives it ids and what was asked for, with Entra's defaults for the rest", async () => {
    const spa = { redirectUris: ["brk-multihub://quorate.example"] };
    const reply = await startGraph().as("Amara")("POST", "/applications", {
      displayName: "Quorate",
      spa,
    });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      displayName: "Quorate",
      signInAudience: "AzureADMyOrg",
      spa,
      web: { redirectUris: [] },
      requiredResourceAccess: [],
    });
    expect(reply.body["appId"]).not.toBe(reply.body["id"]);
  });

  it.each(["appId", "displayName", "uniqueName"])("is found again by %s", async (property) => {
    const amara = startGraph().as("Amara");
    const wish = { displayName: "Quorate", uniqueName: "quorate" };
    const { body } = await amara("POST", "/applications", wish);

    const filter = `${property} eq '${String(body[property])}'`;
    const found = await amara("GET", `/applications?$filter=${filter}&$select=appId`);

    expect(entriesOf(found)).toEqual([{ id: body["id"], appId: body["appId"] }]);
  });

  it("keeps what a change does not name, and replaces collections whole", async () => {
    const amara = startGraph().as("Amara");
    const first = { displayName: "Quorate", web: { redirectUris: ["https://a.example/"] } };
    const { body } = await amara("POST", "/applications", first);
    const path = `/applications/${String(body["id"])}`;

    await amara("PATCH", path, { web: { homePageUrl: "https://a.example/" } });
    const changed = await amara("PATCH", `/applications(appId='${String(body["appId"])}')`, {
      spa: { redirectUris: ["brk-multihub://b.example"] },
    });

    expect(changed.status).toBe(204);
    expect((await amara("GET", path)).body).toMatchObject({
      displayName: "Quorate",
      web: { redirectUris: ["https://a.example/"], homePageUrl: "https://a.example/" },
      spa: { redirectUris: ["brk-multihub://b.example"] },
    });
  });

  it.each([
    ["no name", {}, 400],
    ["a redirect over plain http", { spa: { redirectUris: ["http://quorate.example/"] } }, 400],
    ["a redirect with a wildcard", { spa: { redirectUris: ["https://*.example/"] } }, 400],
    ["an audience nobody knows", { signInAudience: "Everybody" }, 400],
    [
      "a permission that is no GUID",
      {
        requiredResourceAccess: [
          { resourceAppId: GRAPH, resourceAccess: [{ id: "User.Read", type: "Scope" }] },
        ],
      },
      400,
    ],
    ["a property not known here", { keyCredentials: [] }, 501],
  ])("refuses %s", async (what, more, status) => {
    const named = what === "no name" ? {} : { displayName: "Quorate" };
    const reply = await startGraph().as("Amara")("POST", "/applications", { ...named, ...more });

    expect(reply.status).toBe(status);
  });

  it("needs the scope, which no ordinary token has", async () => {
    const reply = await startGraph().as("Sofia")("POST", "/applications", { displayName: "Q" });

    expect([reply.status, errorOf(reply).message]).toEqual([
      403,
      expect.stringContaining("Application.ReadWrite.All"),
    ]);
  });

  it("lets a member change their own app, and nobody else's", async () => {
    const bench = startGraph();
    const kwame = mayRegister(bench, "Kwame");
    const own = await kwame("POST", "/applications", { displayName: "Kwame's" });
    const other = await bench.as("Amara")("POST", "/applications", { displayName: "Amara's" });
    const renamed = { displayName: "Renamed" };

    expect((await kwame("PATCH", `/applications/${String(own.body["id"])}`, renamed)).status).toBe(
      204,
    );
    expect(
      (await kwame("PATCH", `/applications/${String(other.body["id"])}`, renamed)).status,
    ).toBe(403);
    expect((await mayRegister(bench, "Daniel")("POST", "/applications", renamed)).status).toBe(403);
  });

  it("outlives the process", async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), "quorate-apps-"));
    await startGraph({ stateFolder }).as("Amara")("POST", "/applications", { displayName: "Kept" });

    const found = await startGraph({ stateFolder }).as("Amara")(
      "GET",
      "/applications?$filter=displayName eq 'Kept'",
    );

    expect(entriesOf(found)).toHaveLength(1);
  });
});

describe("the presence of an app in the tenant", () => {
  it("is made once, for an app that is registered", async () => {
    const amara = startGraph().as("Amara");
    const { body } = await amara("POST", "/applications", { displayName: "Quorate" });
    const wish = { appId: body["appId"] };

    const first = await amara("POST", "/servicePrincipals", wish);
    const again = await amara("POST", "/servicePrincipals", wish);
    const stranger = await amara("POST", "/servicePrincipals", { appId: GRAPH.replace("3", "4") });

    expect(first.status).toBe(201);
    expect([again.status, errorOf(again).code]).toEqual([
      409,
      "Request_MultipleObjectsWithSameKeyValue",
    ]);
    expect([stranger.status, errorOf(stranger).code]).toEqual([400, "NoBackingApplicationObject"]);
  });

  it("tells which scopes Graph offers, with their ids and who may consent", async () => {
    const reply = await startGraph().as("Amara")(
      "GET",
      `/servicePrincipals?$filter=appId eq '${GRAPH}'&$select=id,oauth2PermissionScopes`,
    );

    const [graph] = entriesOf(reply);
    expect(graph?.["oauth2PermissionScopes"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: "f89c84ef-20d0-4b54-87e9-02e856d66d53",
          value: "Sites.Selected",
          type: "User",
        }),
        expect.objectContaining({ value: "Sites.FullControl.All", type: "Admin" }),
      ]),
    );
  });
});

describe("what one belongs to", () => {
  it("names an administrator's roles to who may read the directory", async () => {
    const reply = await startGraph().as("Amara")("GET", "/me/memberOf");

    expect(entriesOf(reply)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          "@odata.type": "#microsoft.graph.directoryRole",
          roleTemplateId: "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
        }),
      ]),
    );
  });

  it("shows ids only to who may not read groups", async () => {
    const [group] = entriesOf(await startGraph().as("Sofia")("GET", "/me/memberOf"));

    expect(group).toMatchObject({ "@odata.type": "#microsoft.graph.group", displayName: null });
    expect(group?.["id"]).toMatch(/^20000000-/);
  });
});
