import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { run } from "../../../sandbox/server/main.ts";
import { startSandbox } from "../../../sandbox/server/sandbox.ts";
import { TECH } from "../graph/graph-fixtures.ts";
import type { Json } from "../graph/graph-fixtures.ts";

const SOFIA = "10000000-0000-4000-8000-000000000001";
let projectRoot: string;
beforeAll(() => {
  projectRoot = mkdtempSync(join(tmpdir(), "quorate-sandbox-"));
  for (const folder of ["dist/assets", "dist-sandbox/host"])
    mkdirSync(join(projectRoot, folder), { recursive: true });
  writeFileSync(join(projectRoot, "dist/walk.html"), "<p>walk</p>");
  writeFileSync(join(projectRoot, "dist/config.json"), "{}");
  const headers = `{"globalHeaders":{"Content-Security-Policy":"frame-ancestors https://a.b"}}`;
  writeFileSync(join(projectRoot, "dist/staticwebapp.config.json"), headers);
  writeFileSync(join(projectRoot, "dist/assets/a-1.js"), "export {};");
  writeFileSync(join(projectRoot, "dist-sandbox/host/index.html"), "<p>host</p>");
  writeFileSync(join(projectRoot, "dist-sandbox/host/room.html"), "<p>room</p>");
  writeFileSync(join(projectRoot, "dist-sandbox/host/sw.js"), "self.x = 1;");
});
afterAll(() => rmSync(projectRoot, { recursive: true }));

function start() {
  const { app } = startSandbox({ projectRoot, directory: seedDirectory() });
  const request = async (method: string, path: string, body?: unknown, headers = {}) =>
    app.request(path, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const json = async (method: string, path: string, body?: unknown) =>
    (await (await request(method, path, body)).json()) as Json;
  const token = async (person = SOFIA) =>
    `Bearer ${String((await json("POST", "/sandbox/token", { person }))["access_token"])}`;
  return { request, json, token };
}

describe("the sandbox's files", () => {
  it.each([
    ["/sandbox/", "text/html", "no-store"],
    ["/sandbox/room", "text/html", "no-store"],
    ["/sandbox/sw.js", "text/javascript", "no-store"],
    ["/sandbox/app/walk.html", "text/html", "no-store"],
    ["/sandbox/app/config.json", "application/json", "no-store"],
    ["/sandbox/app/assets/a-1.js", "text/javascript", "public, max-age=31536000, immutable"],
  ])("serves %s as %s, %s", async (path, type, cache) => {
    const response = await start().request("GET", path);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("cache-control")).toBe(cache);
  });

  it("gives the app the sandbox's client id, not the built one", async () => {
    expect(await start().json("GET", "/sandbox/app/config.json")).toEqual({
      clientId: "90000000-0000-4000-8000-000000000001",
      authority: "https://login.microsoftonline.com/common",
      graphBaseUrl: "https://graph.microsoft.com/v1.0",
      consent: "simple",
      siteId: TECH,
    });
  });

  it.each(["/sandbox/app/walk.html", "/sandbox/", "/sandbox/room"])(
    "lets nobody but itself frame %s",
    async (path) => {
      const response = await start().request("GET", path);

      expect(response.headers.get("content-security-policy")).toMatch(/frame-ancestors 'self'$/);
    },
  );

  it.each([
    "/sandbox/app/../../package.json",
    "/sandbox/app/%2e%2e/%2e%2e/package.json",
    "/sandbox/app/x%2f..%2f..%2fpackage.json",
  ])("serves nothing from outside its folders: %s", async (path) => {
    expect((await start().request("GET", path)).status).toBe(404);
  });

  it("compresses for those who take it", async () => {
    const response = await start().request("GET", "/sandbox/app/walk.html", undefined, {
      "accept-encoding": "gzip, br",
    });

    expect(response.headers.get("content-encoding")).toBe("gzip");
  });

  it("leads from the root to the host page by a relative address", async () => {
    const response = await start().request("GET", "/");

    expect([response.status, response.headers.get("location")]).toEqual([302, "sandbox/"]);
  });
});

describe("the sandbox's switches", () => {
  it("tell who exists and which meetings", async () => {
    const { json } = start();

    expect(await json("GET", "/sandbox/people")).toHaveLength(301);
    expect(await json("GET", "/sandbox/meetings")).toMatchObject([
      {
        id: "forecasting",
        subject: "Redesign sales forecasting",
        organizerId: SOFIA,
        siteId: TECH,
      },
      { id: "all-hands" },
      { id: "follow-up", organizerId: SOFIA, siteId: TECH },
    ]);
  });

  it("give a token that Graph takes", async () => {
    const { request, token } = start();

    const response = await request("GET", "/graph/v1.0/me", undefined, {
      authorization: await token(),
    });

    expect(await response.json()).toMatchObject({ displayName: "Sofia Brandt" });
  });

  it("ask for consent first, take it, and leave what is an administrator's", async () => {
    const { request, json } = start();
    const wish = (scope: string) => ({ person: SOFIA, scopes: [scope] });

    expect(await json("POST", "/sandbox/token", wish("ChatMessage.Send"))).toMatchObject({
      error: "consent_required",
      scopes: ["ChatMessage.Send"],
    });
    await request("POST", "/sandbox/consent", wish("ChatMessage.Send"));
    expect(await json("POST", "/sandbox/token", wish("ChatMessage.Send"))).toHaveProperty(
      "access_token",
    );
    expect((await request("POST", "/sandbox/consent", wish("Tasks.ReadWrite"))).status).toBe(409);
  });

  it("refuse a token for nobody, and a wish that is none", async () => {
    const { request } = start();

    expect((await request("POST", "/sandbox/token", { person: "x" })).status).toBe(404);
    expect((await request("POST", "/sandbox/token", { who: "x" })).status).toBe(400);
  });

  it("keep a meeting's tab settings for everybody in it", async () => {
    const { json } = start();
    const settings = { entityId: "quorate", contentUrl: "walk.html?site=x" };

    expect(await json("GET", "/sandbox/settings/forecasting")).toBeNull();
    await json("PUT", "/sandbox/settings/forecasting", settings);

    expect(await json("GET", "/sandbox/settings/forecasting")).toEqual(settings);
  });

  it("switch faults on and say which of them is wrong", async () => {
    const { request, json, token } = start();
    await json("PUT", "/sandbox/faults", [{ path: "^/me$", action: "status", status: 503 }]);

    const response = await request("GET", "/graph/v1.0/me", undefined, {
      authorization: await token(),
    });

    expect(response.status).toBe(503);
    expect(await json("PUT", "/sandbox/faults", [{ action: "x" }])).toMatchObject({
      error: "invalid_faults",
    });
  });

  it("change how Graph behaves, and say which wish makes no sense", async () => {
    const { json, token, request } = start();
    const authorization = await token();
    await json("PUT", "/sandbox/behaviour", { unitsPerMinute: 1 });

    const post = { displayName: "Log" };
    const response = await request("POST", `/graph/v1.0/sites/${TECH}/lists`, post, {
      authorization,
    });

    expect(response.status).toBe(429);
    expect(await json("PUT", "/sandbox/behaviour", { latency: "slow" })).toMatchObject({
      error: "invalid_behaviour",
    });
    await request("POST", "/sandbox/reset");
    expect(await json("GET", "/sandbox/behaviour")).toMatchObject({ unitsPerMinute: 1250 });
  });

  it("meter, and put everything back to the seed", async () => {
    const { request, json, token } = start();
    const authorization = await token();
    const post = () =>
      request("POST", `/graph/v1.0/sites/${TECH}/lists`, { displayName: "Log" }, { authorization });
    await post();
    expect(await json("GET", "/sandbox/meter")).toMatchObject({
      total: { requests: 1, resourceUnits: 2, throttled: 0 },
    });

    await request("POST", "/sandbox/reset");

    expect(await json("GET", "/sandbox/meter")).toMatchObject({ total: { requests: 0 } });
    expect((await post()).status).toBe(201);
  });
});

describe("addresses in answers", () => {
  const webUrlOf = async (headers: Record<string, string>) => {
    const { request, token } = start();
    const response = await request("GET", `/graph/v1.0/sites/${TECH}`, undefined, {
      authorization: await token(),
      ...headers,
    });
    return ((await response.json()) as Json)["webUrl"];
  };

  it.each([
    [{ host: "localhost:7100" }, "http://localhost:7100/sandbox/sites/technology-decisions"],
    [
      {
        "x-forwarded-proto": "https",
        "x-forwarded-host": "demo.example",
        "x-forwarded-prefix": "/q",
      },
      "https://demo.example/q/sandbox/sites/technology-decisions",
    ],
    [
      { host: "demo.example", referer: "https://demo.example/a/b/sandbox/app/walk.html" },
      "https://demo.example/a/b/sandbox/sites/technology-decisions",
    ],
    [
      { host: "localhost:7100", referer: "https://demo.example/sandbox/sw.js" },
      "https://demo.example/sandbox/sites/technology-decisions",
    ],
  ])("follow where the caller is: %j", async (headers, expected) => {
    expect(await webUrlOf(headers)).toBe(expected);
  });
});

describe("the sandbox as a server", () => {
  it("says where it is, keeps its state over a restart, and cuts connections when told to", async () => {
    const stateFolder = join(projectRoot, "state");
    const args = ["--port", "0", "--state", stateFolder];
    const first = await run(args, projectRoot);
    const put = (address: string, path: string, body: unknown) =>
      fetch(new URL(path, address), { method: "PUT", body: JSON.stringify(body) });
    await put(first.address, "settings/forecasting", { entityId: "quorate" });
    await first.close();

    const second = await run(args, projectRoot);
    const settings = await fetch(new URL("settings/forecasting", second.address));
    expect(await settings.json()).toEqual({ entityId: "quorate" });

    await put(second.address, "faults", [{ action: "drop-before" }]);
    await expect(fetch(new URL("../graph/v1.0/me", second.address))).rejects.toThrow(
      "fetch failed",
    );
    await second.close();
  });

  it.each([
    [["--port", "many"], "--port many is no port"],
    [["--latency", "slow"], "choose none or realistic"],
    [["--consent", "loose"], "choose simple or tight"],
    [["--directory", "/nowhere"], "/nowhere/tenant.json cannot be read as JSON"],
    [["--colour", "red"], "Unknown option '--colour'"],
  ])("does not start with %j, and says why", async (args, message) => {
    await expect(run(args, projectRoot)).rejects.toThrow(message);
  });

  it("says so when its port is taken", async () => {
    const { address, close } = await run(["--port", "0"], projectRoot);
    const port = new URL(address).port;

    await expect(run(["--port", port], projectRoot)).rejects.toThrow(`Port ${port} is in use`);
    await close();
  });

  it("streams what Graph is asked", async () => {
    const { address, close } = await run(["--port", "0"], projectRoot);
    await fetch(new URL("../graph/v1.0/me", address));

    const stream = await fetch(new URL("traffic", address));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = (await reader?.read()) ?? {};

    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    expect(value).toMatch(/^data: \{.*"path":"\/me","status":401/);
    await reader?.cancel();
    await close();
  });
});
