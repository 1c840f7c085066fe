import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { setUp } from "./prepare-steps.ts";
import { chatOf, decided, prepared, walked, writeRows } from "./rows.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels } from "./story.ts";
import { type Tab, openTab } from "./tab.ts";
import { propose, rule, takeStance } from "./walk-steps.ts";

/** A decision that takes the place of an earlier one, which is found while framing it. */
let sandbox: Sandbox;
let browser: Browser;
let older: Item | undefined;
let newer: Item | undefined;
let olderPage: string;
let newerPage: string;
let barriers: readonly string[] = [];
const olderTitle = "Buy a tool for sales forecasting";
const newerTitle = "Build our own sales forecasting";

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const tab = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await setUp(tab);
  const chat = await chatOf(sandbox, "forecasting");
  const rows = decided("tool", "forecasting", [...prepared(chat, olderTitle), ...walked(6)]);
  await writeRows(sandbox, "tool", "forecasting", rows);
  await tab.app.getByText("It is in the list.").waitFor();
  await frameAndLink(tab);
  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  const opened = events.findLast(({ fields }) => fields["Kind"] === "decision-opened");
  const decision = String(opened?.fields["DecisionKey"]);
  const seats = prepared(chat, newerTitle).slice(2);
  await writeRows(sandbox, decision, "forecasting", [...seats, ...walked(6)]);
  await decideIt();
  [older, newer] = await superseded();
  await readThem();
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

async function frameAndLink(tab: Tab): Promise<void> {
  const { app, page } = tab;
  await app.getByRole("textbox", { name: "What would be done" }).fill(newerTitle);
  await app.getByRole("button", { name: "Frame a decision" }).click();
  const supersedes = app.getByRole("button", { name: `Supersedes it: ${olderTitle}` });
  await supersedes.waitFor();
  barriers = await barriersIn(await tab.frame());
  await keepPicture(page, "superseding-found");
  await supersedes.click();
  await app.getByRole("list", { name: "This decision speaks of" }).waitFor();
  await keepPicture(page, "superseding-linked");
}

async function decideIt(): Promise<void> {
  const names = ["sofia", "kwame", "ines"] as const;
  const tabs = await openSidePanels(browser, sandbox, names);
  await propose(tabs.sofia, "Build it with the data team.");
  for (const name of names) await takeStance(tabs[name], "Agree");
  await rule(tabs.sofia, "Accept the proposal");
  await tabs.sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  await tabs.sofia.app.getByText(/^Recorded in SharePoint/).waitFor();
}

/** Both rows, once the earlier one has heard. */
async function superseded(): Promise<readonly Item[]> {
  for (let look = 0; look < 1000; look += 1) {
    const decisions = await itemsOf(sandbox, people.sofia, "Decisions");
    if (decisions[0]?.fields["Status"] !== "decided") return decisions;
  }
  throw new Error("The earlier decision never heard of the later one.");
}

async function readThem(): Promise<void> {
  const log = await openTab(browser, sandbox, { person: people.kwame, surface: "log" });
  await log.page.setViewportSize({ width: 1280, height: 1400 });
  const read = async (title: string, picture: string) => {
    await log.app.getByRole("button", { name: title }).first().click();
    await log.app.getByRole("heading", { name: title, level: 1 }).waitFor();
    await log.app.getByRole("button", { name: "Verify this record" }).click();
    await log.app
      .getByText(/^The record matches its log/)
      .first()
      .waitFor();
    barriers = [...barriers, ...(await barriersIn(await log.frame()))];
    await keepPicture(log.page, picture);
    const said = await log.app.getByRole("main").ariaSnapshot();
    await log.app
      .getByRole("button", { name: /All decisions|Back/ })
      .first()
      .click();
    return said;
  };
  olderPage = await read(olderTitle, "superseding-older");
  newerPage = await read(newerTitle, "superseding-newer");
}

describe("a decision that takes the place of an earlier one", () => {
  it("says so in its own row", () => {
    expect(newer?.fields).toMatchObject({
      Status: "decided",
      Replaces: `Supersedes: ${olderTitle} [tool]`,
    });
  });

  it("has the earlier one say so too", () => {
    expect(older?.fields["Status"]).toBe("superseded");
    expect(older?.fields["ReplacedBy"]).toMatch(/^Superseded by: Build our own sales forecasting/u);
  });

  it("is linked on both pages of the log, and both records still match", () => {
    expect(olderPage).toContain(newerTitle);
    expect(newerPage).toContain(olderTitle);
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
