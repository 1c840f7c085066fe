import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../sandbox/server/main.ts";

const SOFIA = "10000000-0000-4000-8000-000000000001";
const HOST = "https://larkfield.sharepoint.com";

let server: Awaited<ReturnType<typeof run>>;
let origin: string;
beforeAll(async () => {
  server = await run(["--port", "0"], "nowhere");
  ({ origin } = new URL(server.address));
});
afterAll(() => server.close());

async function send(method: string, path: string, body?: object, headers = {}) {
  return fetch(`${origin}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function askSite(headers: Record<string, string> = {}) {
  const scopes = [`${HOST}/AllSites.Read`, "openid"];
  await send("POST", "/sandbox/consent", { person: SOFIA, scopes: scopes.slice(0, 1) });
  const token = await send("POST", "/sandbox/token", { person: SOFIA, scopes });
  const { access_token } = (await token.json()) as { access_token: string };
  return send("GET", "/sharepoint/sites/technology-decisions/_api/web", undefined, {
    authorization: `Bearer ${access_token}`,
    accept: "application/json;odata=nometadata",
    ...headers,
  });
}

describe("SharePoint's own REST below the sandbox's address", () => {
  it("answers a token that the sandbox issued for it", async () => {
    const response = await askSite();

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ Title: "Technology decisions" });
  });

  it("shows in the traffic", async () => {
    await askSite();
    const stream = await fetch(`${origin}/sandbox/traffic`);
    const chunk = await stream.body?.getReader().read();

    expect(new TextDecoder().decode(chunk?.value as Uint8Array)).toContain(
      '"path":"/sites/technology-decisions/_api/web"',
    );
  });

  it("is out of a browser's reach, and only a browser's, where that is switched on", async () => {
    await send("PUT", "/sandbox/behaviour", { sharePointRestFromBrowser: "refused" });

    await expect(askSite({ origin: "https://tab.example" })).rejects.toThrow("fetch failed");
    expect((await askSite()).status).toBe(200);
  });
});
