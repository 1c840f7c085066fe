import { describe, expect, it } from "vitest";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { startSandbox } from "../../../sandbox/server/sandbox.ts";
import { TECH } from "../graph/graph-fixtures.ts";

const SOFIA = "10000000-0000-4000-8000-000000000001";

/** The switches of a sandbox of which nothing is built. */
function start(consent: "simple" | "tight") {
  const { app } = startSandbox({ projectRoot: "/nowhere", directory: seedDirectory(), consent });
  const settings = async (mount: string) =>
    (await app.request(`/sandbox/${mount}/config.json`)).json() as Promise<unknown>;
  const ask = async (scope: string) => {
    const body = JSON.stringify({ person: SOFIA, scopes: [scope] });
    const headers = { "content-type": "application/json" };
    const answer = await app.request("/sandbox/token", { method: "POST", headers, body });
    return (await answer.json()) as unknown;
  };
  return { settings, ask };
}

describe("a sandbox with tight consent", () => {
  it("gives tokens for one site and for nothing that reaches all", async () => {
    const { ask } = start("tight");

    expect(await ask("Sites.Selected")).toMatchObject({ scope: "Sites.Selected" });
    expect(await ask("Sites.ReadWrite.All")).toMatchObject({ error: "admin_consent_required" });
    expect(await ask("Sites.Manage.All")).not.toHaveProperty("access_token");
  });

  it("tells the app so, in Teams and outside", async () => {
    const { settings } = start("tight");

    expect(await settings("app")).toMatchObject({ consent: "tight", siteId: TECH });
    expect(await settings("browser")).toMatchObject({ consent: "tight", siteId: TECH });
  });
});

describe("a sandbox with simple consent", () => {
  it("gives tokens for every site", async () => {
    expect(await start("simple").ask("Sites.ReadWrite.All")).toHaveProperty("access_token");
  });

  it("sends pages outside Teams to a sign-in of its own", async () => {
    expect(await start("simple").settings("browser")).toEqual({
      clientId: "90000000-0000-4000-8000-000000000001",
      authority: "https://login.larkfield.example/sandbox",
      consent: "simple",
      siteId: TECH,
    });
  });
});
