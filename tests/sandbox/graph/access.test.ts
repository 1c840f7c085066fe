import { describe, expect, it } from "vitest";
import { issueToken } from "../../../sandbox/graph/tokens.ts";
import { createList, entriesOf, errorOf, send, startGraph, TECH } from "./graph-fixtures.ts";

describe("a request without a right to be answered", () => {
  it("is 401 without a token", async () => {
    const { graph } = startGraph();

    const reply = await send(graph, undefined, "GET", "/me");

    expect([reply.status, errorOf(reply).code]).toEqual([401, "InvalidAuthenticationToken"]);
    expect(reply.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("is 401 with a token somebody made up", async () => {
    const { graph } = startGraph();

    expect((await send(graph, "a.b.c", "GET", "/me")).status).toBe(401);
  });

  it("is 401 once the token has expired", async () => {
    const bench = startGraph();
    const sofia = bench.as("Sofia");
    bench.advance(3900_000);

    const reply = await sofia("GET", "/me");

    expect([reply.status, errorOf(reply).message]).toEqual([
      401,
      "Lifetime validation failed, the token is expired.",
    ]);
  });

  it("is 403 without the scope, and says which scopes would do", async () => {
    const reply = await startGraph().as("Sofia", ["User.Read"])("GET", `/sites/${TECH}`);

    expect(reply.status).toBe(403);
    expect(errorOf(reply).message).toContain("Sites.Read.All");
  });

  it("carries the ids support would ask for", async () => {
    const reply = await startGraph().as("Sofia")("GET", "/users/nobody", undefined, {
      "client-request-id": "mine",
    });

    expect(reply.body["error"]).toMatchObject({
      innerError: { "request-id": reply.headers.get("request-id"), "client-request-id": "mine" },
    });
  });

  it("is 501 where the sandbox does not know the path, and names it", async () => {
    const reply = await startGraph().as("Sofia")("GET", "/planner/plans");

    expect([reply.status, errorOf(reply).message]).toEqual([
      501,
      "The sandbox does not know GET /planner/plans.",
    ]);
  });
});

describe("a site", () => {
  it("is closed to who is no member: 403 on the site, 404 on a list in it", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));
    const priya = graph.as("Priya");

    expect((await priya("GET", `/sites/${TECH}`)).status).toBe(403);
    expect((await priya("GET", list)).status).toBe(404);
    expect((await priya("GET", `${list}/items`)).status).toBe(404);
  });

  it("is not found in a search by who is no member", async () => {
    const graph = startGraph();
    const found = async (name: string) =>
      entriesOf(await graph.as(name)("GET", "/sites?search=technology")).length;

    expect([await found("Sofia"), await found("Priya")]).toEqual([1, 0]);
  });

  it("may be read and not written by a guest with read rights", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));
    const guest = graph.as("Daniel");

    expect((await guest("GET", `${list}/items`)).status).toBe(200);
    expect((await guest("POST", `${list}/items`, { fields: { Title: "x" } })).status).toBe(403);
  });

  it("is found by its address too", async () => {
    const reply = await startGraph().as("Sofia")(
      "GET",
      "/sites/larkfield.sharepoint.com:/sites/technology-decisions",
    );

    expect(reply.body["id"]).toBe(TECH);
  });

  it("shows its hidden list of people to owners, who wrote there and nobody else", async () => {
    const graph = startGraph();
    const list = await createList(graph.as("Sofia"));
    await graph.as("Kwame")("POST", `${list}/items`, { fields: { Title: "x" } });
    const path = `/sites/${TECH}/lists/User Information List/items?$expand=fields($select=EMail)`;

    expect((await graph.as("Mei-Ling")("GET", path)).status).toBe(403);
    expect(entriesOf(await graph.as("Sofia")("GET", path))).toMatchObject([
      { id: "6", fields: { EMail: "sofia.brandt@larkfield.example" } },
      { id: "7", fields: { EMail: "kwame.mensah@larkfield.example" } },
    ]);
  });
});

describe("a sign-in", () => {
  const tokenFor = (name: string, scopes: readonly string[]) => {
    const { graph, person } = startGraph();
    return issueToken(graph.world, person(name), scopes);
  };

  it("gives a token for exactly the scopes asked for", () => {
    const scopes = ["openid", "https://graph.microsoft.com/User.Read", "Chat.ReadBasic"];

    expect(tokenFor("Kwame", scopes)).toMatchObject({
      scope: "User.Read Chat.ReadBasic",
      account: { username: "kwame.mensah@larkfield.example", environment: "login.windows.net" },
    });
  });

  it("gives an id token that tells who it is", () => {
    const token = tokenFor("Kwame", ["User.Read"]) as { id_token: string };
    const payload = Buffer.from(token.id_token.split(".")[1] ?? "", "base64url").toString("utf8");

    expect(JSON.parse(payload)).toMatchObject({
      name: "Kwame Mensah",
      oid: "10000000-0000-4000-8000-000000000002",
      ver: "2.0",
    });
  });

  it.each([
    ["what the person may consent to", ["ChatMessage.Send"], "consent_required"],
    ["what only an administrator may", ["Tasks.ReadWrite"], "admin_consent_required"],
    ["what does not exist", ["Sites.Invented"], "invalid_scope"],
    ["managing sites, for who owns none", ["Sites.Manage.All"], "consent_required"],
  ])("is refused for %s", (_what, scopes, error) => {
    expect(tokenFor("Mei-Ling", scopes)).toEqual({ error, scopes });
  });
});
