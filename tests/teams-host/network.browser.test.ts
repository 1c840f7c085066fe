import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appIn, type HostTrial, inApp, startHostTrial } from "./trial/host-trial.ts";

let trial: HostTrial;
beforeAll(async () => {
  trial = await startHostTrial();
});
afterAll(() => trial.close());

async function started(address: string) {
  const page = await trial.open(address);
  const app = await appIn(page, /Prepare/);
  await inApp(app, (t) => t.start());
  return { page, app };
}

describe("a request of the app to Graph", () => {
  it("reaches the sandbox with its token and seems to come from Graph", async () => {
    const { app } = await started("?surface=prepare");

    const answer = await inApp(app, (t) => t.get("me?$select=id", "secret"));

    expect(answer).toMatchObject({
      ok: true,
      value: { url: "https://graph.microsoft.com/v1.0/me?$select=id", status: 200 },
    });
    expect(trial.stub.requests.at(-1)).toMatchObject({
      method: "GET",
      path: "/graph/v1.0/me?$select=id",
      headers: { authorization: "Bearer secret" },
    });
  });

  it("keeps method, headers and body", async () => {
    const { app } = await started("?surface=prepare");

    await inApp(app, (t) => t.post("sites/x/items", '{"text":"Grüße"}'));

    expect(trial.stub.requests.at(-1)).toMatchObject({
      method: "POST",
      path: "/graph/v1.0/sites/x/items",
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: '{"text":"Grüße"}',
    });
  });

  it("finds its way when a proxy puts everything under a path of its own", async () => {
    const { app } = await started("../some/path/sandbox/?surface=prepare");

    expect(await inApp(app, (t) => t.get("me/manager", "secret"))).toMatchObject({ ok: true });
    expect(trial.stub.requests.at(-1)).toMatchObject({ path: "/graph/v1.0/me/manager" });
  });

  it("finds its way after a reload that passes the worker by", async () => {
    const { page } = await started("?surface=prepare");

    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Page.reload", { ignoreCache: true });
    await page.waitForEvent("load");
    const app = await appIn(page, /Prepare/);
    await inApp(app, (t) => t.start());

    expect(await inApp(app, (t) => t.get("me", "secret"))).toMatchObject({ ok: true });
  });

  it("stands in the drawer as it happens", async () => {
    const { page, app } = await started("?surface=prepare");
    await page.getByRole("button", { name: "Graph traffic" }).click();

    await inApp(app, (t) => t.get("me/drive", "secret"));

    const row = page.getByRole("row").filter({ hasText: "/graph/v1.0/me/drive" });
    expect(await row.getByRole("cell").allInnerTexts()).toContain("Ana Ruiz");
  });
});

describe("a connection that is switched off", () => {
  it("fails as a network does, for Graph and for sign-in, until it is back", async () => {
    const { page, app } = await started("?surface=prepare&connection=offline");
    expect(await inApp(app, (t) => t.get("me", "secret"))).toMatchObject({ name: "TypeError" });
    expect(await inApp(app, (t) => t.signIn(["User.Read"], "silent"))).toMatchObject({
      errorCode: "no_network_connectivity",
    });

    await page.getByText("More switches").click();
    await page.getByLabel("Connection").selectOption("Good");
    await app.waitForFunction(() => navigator.onLine);

    expect(await inApp(app, (t) => t.get("me", "secret"))).toMatchObject({ ok: true });
  });

  it("stays off when the browser stops the idle worker", async () => {
    const { page, app } = await started("?surface=prepare&connection=offline");

    const devtools = await page.context().newCDPSession(page);
    await devtools.send("ServiceWorker.enable");
    await devtools.send("ServiceWorker.stopAllWorkers");

    expect(await inApp(app, (t) => t.get("me", "secret"))).toMatchObject({ name: "TypeError" });
  });

  it("stays the trouble of one page: another one goes on", async () => {
    const { page } = await started("?surface=prepare&connection=offline");
    // The same browser context: both pages share one worker.
    const neighbour = await page.context().newPage();
    await neighbour.goto(`${trial.stub.origin}/sandbox/?surface=prepare`);
    const app = await appIn(neighbour, /Prepare/);
    await inApp(app, (t) => t.start());

    expect(await inApp(app, (t) => t.get("me", "secret"))).toMatchObject({ ok: true });
  });
});
