import { describe, expect, it } from "vitest";
import { ConnectionLost } from "../../../sandbox/graph/errors.ts";
import { issueToken } from "../../../sandbox/graph/tokens.ts";
import { ask, HOST, saidOf, startSharePoint } from "./rest-fixtures.ts";

describe("who may ask SharePoint itself", () => {
  it("refuses a token that was issued for Graph", async () => {
    const { service, graph, person } = await startSharePoint();
    const token = issueToken(graph.world, person("Sofia"), undefined);
    if ("error" in token) throw new Error(token.error);

    const reply = await ask(service, token.access_token, "GET", "/_api/web");

    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("lets a member read but not change, whatever their token allows", async () => {
    const { as, list } = await startSharePoint();
    const ines = as("Inés", "AllSites.Manage");

    expect((await ines("GET", `${list}/views`)).status).toBe(200);
    const reply = await ines("POST", `${list}/views`, { Title: "Mine" });

    expect(reply.status).toBe(403);
    expect(saidOf(reply).code).toBe("-2147024891, System.UnauthorizedAccessException");
  });

  it("lets an owner change only with a token that allows it", async () => {
    const { as, list } = await startSharePoint();

    const reply = await as("Kwame", "AllSites.Write")("MERGE", list, { WriteSecurity: 2 });

    expect(reply.status).toBe(403);
  });

  it("is closed to who is no member of the site", async () => {
    const { service, graph, person } = await startSharePoint();
    const priya = person("Priya");
    const scopes = [`${HOST}/AllSites.Read`];
    graph.world.record({ fact: "scopes-consented", personId: priya.id, scopes });
    const token = issueToken(graph.world, priya, scopes);
    if ("error" in token) throw new Error(token.error);

    expect((await ask(service, token.access_token, "GET", "/_api/web")).status).toBe(403);
  });
});

describe("a request to SharePoint itself", () => {
  it("finds its site also below the sandbox's own pages, and says where there is none", async () => {
    const { as } = await startSharePoint();
    const sofia = as("Sofia");
    const below = `${HOST}/proxy/sandbox/sites/technology-decisions/_api/web`;

    expect((await sofia("GET", below)).body["Title"]).toBe("Technology decisions");
    expect((await sofia("GET", `${HOST}/sites/nowhere/_api/web`)).status).toBe(404);
  });

  it("is answered in no other form than the one without metadata", async () => {
    const { as } = await startSharePoint();

    const reply = await as("Sofia")("GET", "/_api/web", undefined, {
      accept: "application/json;odata=verbose",
    });

    expect(reply.status).toBe(501);
  });

  it("is refused loudly where the sandbox does not know it", async () => {
    const { as, list } = await startSharePoint();

    const reply = await as("Sofia")("GET", `${list}/items`);

    expect(reply.status).toBe(501);
    expect(saidOf(reply).value).toContain("web/{list}/items");
  });

  it("costs two units and shows in the traffic under who asked", async () => {
    const { as, list, graph, traffic } = await startSharePoint();
    await as("Sofia")("GET", `${list}/views`);

    expect(traffic.at(-1)).toMatchObject({ status: 200, units: 2, who: "Sofia Brandt" });
    expect(traffic.at(-1)?.path).toMatch(/^\/sites\/technology-decisions\/_api\/web\/lists/);
    expect(graph.meter.read().routes).toContainEqual(
      expect.objectContaining({ path: "/_api/web/{list}/views", resourceUnits: 2 }),
    );
  });

  it("is told to wait once the minute's budget is spent", async () => {
    const { as, graph } = await startSharePoint();
    graph.behave({ unitsPerMinute: 1 });

    const reply = await as("Sofia")("GET", "/_api/web");

    expect(reply.status).toBe(429);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("fails as a network does where browsers are not let through", async () => {
    const { as, graph } = await startSharePoint();
    graph.behave({ sharePointRestFromBrowser: "refused" });
    const sofia = as("Sofia");

    await expect(
      sofia("GET", "/_api/web", undefined, { "sec-fetch-site": "same-origin" }),
    ).rejects.toBeInstanceOf(ConnectionLost);
    expect((await sofia("GET", "/_api/web")).status).toBe(200);
  });

  it("takes as long as in production where that is switched on", async () => {
    const { as, graph, traffic } = await startSharePoint();
    graph.behave({ latency: "realistic" });
    await as("Sofia")("GET", "/_api/web");

    expect(traffic.at(-1)?.ms).toBeGreaterThanOrEqual(90);
  });

  it("meets the faults that are switched on", async () => {
    const { as, graph } = await startSharePoint();
    graph.faults.set([{ path: "/_api/web", action: "status", status: 503 }]);

    expect((await as("Sofia")("GET", "/_api/web")).status).toBe(503);
  });
});
