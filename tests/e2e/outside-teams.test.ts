import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { forecasting, frame, setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openTab } from "./tab.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** The log as somebody opens it in a browser of their own, with no Teams around it. */
async function openOutside(query = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${sandbox.address}outside${query}`);
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  return page;
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

describe("the log outside Teams, before anybody has set Quorate up", () => {
  it("says where decisions would come from", async () => {
    const page = await openOutside();
    await signIn(page, "Inés Navarro");

    const heading = page.getByRole("heading", { name: "No decisions to show yet" });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
    await page.context().close();
  });
});

describe("the log outside Teams", () => {
  beforeAll(async () => {
    const tab = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
    await setUp(tab);
    await frame(tab, forecasting);
    await tab.close();
  });

  it("shows the decisions to whoever signs in, and stays open over a reload", async () => {
    const page = await openOutside();
    await signIn(page, "Inés Navarro");
    await page.getByRole("button", { name: new RegExp(forecasting.title) }).waitFor();
    await keepPicture(page, "outside-log");
    expect(await barriersIn(page.mainFrame())).toEqual([]);
    await page.reload();

    await page.getByRole("button", { name: new RegExp(forecasting.title) }).click();
    await page.getByRole("heading", { name: forecasting.title }).waitFor();
    await page.context().close();
  });

  it("comes back to the place that its address named, also after signing out", async () => {
    const page = await openOutside("?site=a%2Cb%2Cc&decisions=d&events=e");
    await signIn(page, "Inés Navarro");
    expect(new URL(page.url()).searchParams.get("decisions")).toBe("d");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in to see the decisions" }).waitFor();
    expect(await barriersIn(page.mainFrame())).toEqual([]);

    expect(new URL(page.url()).searchParams.get("decisions")).toBe("d");
    await page.context().close();
  });

  it("says what to do to somebody who has no access to the site", async () => {
    const page = await openOutside();
    await signIn(page, "Priya Raman");

    await page.getByText(/You have no access to the site where decisions are kept/).waitFor();
    expect(await page.getByText(forecasting.title).count()).toBe(0);
    await page.context().close();
  });

  it("is read by a guest who has access", async () => {
    const page = await openOutside();
    await signIn(page, "Daniel Whitaker");
    await page.getByRole("button", { name: new RegExp(forecasting.title) }).click();
    const heading = page.getByRole("heading", { name: forecasting.title });
    await heading.waitFor();

    expect(await heading.count()).toBe(1);
    await page.context().close();
  });
});

describe("every other page outside Teams", () => {
  it.each(["walk", "prepare", "stage", "setup"])("sends %s to what Quorate is", async (name) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${sandbox.address}browser/${name}.html`);
    await page.getByRole("heading", { name: "Quorate", level: 1 }).waitFor();

    expect(page.url()).toBe(`${sandbox.address}browser/index.html`);
    await page.context().close();
  });
});
