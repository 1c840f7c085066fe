import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Bench, Send } from "./graph-fixtures.ts";
import {
  COMPANY,
  createList,
  entriesOf,
  errorOf,
  fieldsOf,
  startGraph,
  TECH,
} from "./graph-fixtures.ts";

const PERMISSIONS = `/sites/${TECH}/permissions`;

/** Somebody whose token opens nothing but what the app was granted. */
function selected(bench: Bench, name: string): Send {
  const personId = bench.person(name).id;
  bench.graph.world.record({ fact: "scopes-consented", personId, scopes: ["Sites.Selected"] });
  return bench.as(name, ["Sites.Selected"]);
}

/** Graph on which the sandbox's app has a role in the technology site. */
async function granted(role: string, options: Parameters<typeof startGraph>[0] = {}) {
  const bench = startGraph(options);
  const { clientId: id } = bench.directory.tenant;
  const { body } = await bench.as("Amara")("POST", PERMISSIONS, {
    roles: [role],
    grantedToIdentities: [{ application: { id, displayName: "Quorate" } }],
  });
  return { bench, permission: `${PERMISSIONS}/${String(body["id"])}` };
}

describe("a token that opens selected sites only", () => {
  it("opens nothing before the app is granted a site", async () => {
    const bench = startGraph();
    const list = await createList(bench.as("Sofia"));
    const sofia = selected(bench, "Sofia");

    const replies = [await sofia("GET", `/sites/${TECH}`), await sofia("GET", `${list}/items`)];

    expect(replies.map((reply) => [reply.status, errorOf(reply).code])).toEqual([
      [403, "accessDenied"],
      [403, "accessDenied"],
    ]);
  });

  it("reads, writes and follows a list of the granted site", async () => {
    const { bench } = await granted("write");
    const list = await createList(bench.as("Sofia"));
    const ines = selected(bench, "Inés");

    const row = await ines("POST", `${list}/items`, { fields: { Title: "One" } });
    const changes = await ines("GET", `${list}/items/delta?$expand=fields`);

    expect(row.status).toBe(201);
    expect(entriesOf(changes).map((one) => fieldsOf(one)["Title"])).toEqual(["One"]);
    expect((await ines("GET", `${list}/subscriptions/socketIo`)).status).toBe(200);
  });

  it("does not open another site, and finds none by search", async () => {
    const { bench } = await granted("fullcontrol");
    const kwame = selected(bench, "Kwame");

    expect((await kwame("GET", `/sites/${COMPANY}`)).status).toBe(403);
    expect((await kwame("GET", "/sites?search=decisions")).status).toBe(403);
  });

  it("is found by the site's address, which is how an app gets its id", async () => {
    const { bench } = await granted("read");
    const path = "/sites/larkfield.sharepoint.com:/sites/technology-decisions";

    expect((await selected(bench, "Sofia")("GET", path)).body["id"]).toBe(TECH);
  });

  it.each([
    ["read", [200, 403, 403]],
    ["write", [200, 201, 403]],
    ["owner", [200, 201, 201]],
    ["fullcontrol", [200, 201, 201]],
  ])("lets a site owner under the role %s read, write, make lists: %j", async (role, expected) => {
    const { bench } = await granted(role);
    const list = await createList(bench.as("Sofia"));
    const sofia = selected(bench, "Sofia");

    const read = await sofia("GET", `${list}/items`);
    const write = await sofia("POST", `${list}/items`, { fields: { Title: "One" } });
    const make = await sofia("POST", `/sites/${TECH}/lists`, { displayName: "Another" });

    expect([read, write, make].map(({ status }) => status)).toEqual(expected);
  });

  it("gives nobody more than they may do themselves", async () => {
    const { bench } = await granted("fullcontrol");
    const list = await createList(bench.as("Sofia"));
    const write = { fields: { Title: "One" } };

    expect((await selected(bench, "Daniel")("POST", `${list}/items`, write)).status).toBe(403);
    expect((await selected(bench, "Priya")("GET", `/sites/${TECH}`)).status).toBe(403);
    expect(
      (await selected(bench, "Inés")("POST", `/sites/${TECH}/lists`, { displayName: "X" })).status,
    ).toBe(403);
  });

  it("has no push where the tenant is set to refuse it, and reads all the same", async () => {
    const { bench } = await granted("write", { pushUnderSelected: false });
    const list = await createList(bench.as("Sofia"));
    const ines = selected(bench, "Inés");

    expect((await ines("GET", `${list}/subscriptions/socketIo`)).status).toBe(403);
    expect((await ines("GET", `${list}/items/delta`)).status).toBe(200);
    expect((await bench.as("Inés")("GET", `${list}/subscriptions/socketIo`)).status).toBe(200);
  });

  it("closes again when the grant is taken back", async () => {
    const { bench, permission } = await granted("write");
    const sofia = selected(bench, "Sofia");
    expect((await sofia("GET", `/sites/${TECH}`)).status).toBe(200);

    await bench.as("Amara")("DELETE", permission);

    expect((await sofia("GET", `/sites/${TECH}`)).status).toBe(403);
  });
});

describe("granting an app a site", () => {
  const wish = {
    roles: ["write"],
    grantedToIdentities: [{ application: { id: "90000000-0000-4000-8000-000000000009" } }],
  };

  it("takes an administrator of SharePoint: to own the site is not enough", async () => {
    const bench = startGraph();
    const personId = bench.person("Sofia").id;
    const scopes = ["Sites.FullControl.All"];
    bench.graph.world.record({ fact: "scopes-consented", personId, scopes });

    const reply = await bench.as("Sofia")("POST", PERMISSIONS, wish);

    expect([reply.status, errorOf(reply).code]).toEqual([403, "accessDenied"]);
  });

  it("takes full control in the token, whoever it is", async () => {
    const amara = startGraph().as("Amara", ["Sites.Manage.All"]);

    expect((await amara("POST", PERMISSIONS, wish)).status).toBe(403);
  });

  it("changes what the app has when it is granted again, and never lists roles", async () => {
    const amara = startGraph().as("Amara");
    const first = await amara("POST", PERMISSIONS, wish);
    const again = await amara("POST", PERMISSIONS, { ...wish, roles: ["owner"] });

    expect(again.body["id"]).toBe(first.body["id"]);
    expect(entriesOf(await amara("GET", PERMISSIONS))).toEqual([
      expect.not.objectContaining({ roles: expect.anything() as unknown }),
    ]);
    const one = await amara("GET", `${PERMISSIONS}/${String(first.body["id"])}`);
    expect(one.body["roles"]).toEqual(["owner"]);
  });

  it.each([
    ["a role nobody knows", { ...wish, roles: ["admin"] }, 400],
    ["no role", { ...wish, roles: [] }, 400],
    [
      "an app that is no GUID",
      { ...wish, grantedToIdentities: [{ application: { id: "q" } }] },
      400,
    ],
    ["a person instead of an app", { ...wish, grantedToIdentities: [{ user: { id: "x" } }] }, 400],
    ["more than an app may be granted", { ...wish, link: {} }, 501],
  ])("refuses %s", async (_what, body, status) => {
    expect((await startGraph().as("Amara")("POST", PERMISSIONS, body)).status).toBe(status);
  });

  it("outlives the process", async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), "quorate-grants-"));
    await granted("write", { stateFolder });

    const sofia = selected(startGraph({ stateFolder }), "Sofia");

    expect((await sofia("GET", `/sites/${TECH}`)).status).toBe(200);
  });
});
