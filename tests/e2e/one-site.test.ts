import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { decisionSite } from "./graph.ts";
import { people } from "./people.ts";
import { forecasting, frame, setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox, tell } from "./sandbox.ts";
import { openTab } from "./tab.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ consented: "tight" }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** What an administrator of SharePoint does once: grants the app a role on the decisions' site. */
async function grant(role: "write" | "owner"): Promise<number> {
  const person = "10000000-0000-4000-8000-000000000012";
  const scopes = ["Sites.FullControl.All"];
  const token = (await tell(sandbox, "POST", "token", { person, scopes })) as {
    readonly access_token: string;
  };
  const application = { id: "90000000-0000-4000-8000-000000000001", displayName: "Quorate" };
  const path = `../graph/v1.0/sites/${decisionSite}/permissions`;
  const answer = await fetch(new URL(path, sandbox.address), {
    method: "POST",
    headers: { authorization: `Bearer ${token.access_token}`, "content-type": "application/json" },
    body: JSON.stringify({ roles: [role], grantedToIdentities: [{ application }] }),
  });
  return answer.status;
}

const openSetup = () => openTab(browser, sandbox, { person: people.sofia, surface: "setup" });

describe("a deployment that consented to one site", () => {
  it("says what is missing while the site is not granted", async () => {
    const tab = await openSetup();
    await tab.app.getByText(/Quorate reaches one site only, and you cannot open it/).waitFor();

    expect(await tab.app.getByRole("searchbox").count()).toBe(0);
    await tab.close();
  });

  it("sends even an owner to the administrator when it was granted no more than writing", async () => {
    expect(await grant("write")).toBe(201);
    const tab = await openSetup();
    await tab.app.getByRole("button", { name: "Create both lists" }).click();
    await tab.app.getByText("Ask your administrator to make the lists.").first().waitFor();

    expect(await tab.app.getByText(/npx quorate provision/).count()).toBe(1);
    await tab.close();
  });

  it("makes its lists once it was granted the site as an owner", async () => {
    expect(await grant("owner")).toBe(201);
    const tab = await openSetup();
    await setUp(tab);
    await frame(tab, forecasting);

    expect(await tab.app.getByText(forecasting.title).count()).toBeGreaterThan(0);
    await tab.close();
  });

  it("works with writing alone from then on, in the meeting and outside Teams", async () => {
    expect(await grant("write")).toBe(201);
    const walk = await openTab(browser, sandbox, { person: people.ines, surface: "walk" });
    await walk.app.getByRole("heading", { name: forecasting.title }).waitFor();
    await walk.close();
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${sandbox.address}outside`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: /^Inés Navarro/ }).click();
    await page.getByRole("button", { name: new RegExp(forecasting.title) }).click();
    const record = page.getByRole("heading", { name: forecasting.title });
    await record.waitFor();

    expect(await record.count()).toBe(1);
    await page.context().close();
  });
});
