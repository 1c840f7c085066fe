import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { drivers, people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { forecasting } from "./prepare-steps.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels, prepareMeeting } from "./story.ts";
import { type Tab, openTab } from "./tab.ts";
import { answers, conclude, giveAnswer, propose, reaches, rule, takeStance } from "./walk-steps.ts";

const themes = ["light", "dark", "contrast"] as const;

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Looks at a surface as it stands in each theme, with axe and for people's eyes; tells what it found. */
async function lookAt(tab: Tab, name: string): Promise<readonly string[]> {
  await tab.app.getByRole("heading", { level: 1 }).first().waitFor();
  const found: string[] = [];
  for (const theme of themes) {
    await tab.page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
    await tab.app.locator(`[data-theme="${theme}"]`).waitFor();
    await keepPicture(tab.page, `${name}-${theme}`);
    const barriers = await barriersIn(await tab.frame());
    found.push(...barriers.map((barrier) => `${name}, ${theme}: ${barrier}`));
  }
  return found;
}

describe("nobody is kept out, in any theme", () => {
  it("of setting the tab up", async () => {
    const tab = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
    await tab.app.getByRole("button", { name: "Create both lists" }).waitFor();

    expect(await lookAt(tab, "setup")).toEqual([]);
    await tab.close();
  });

  it("of a meeting from its preparation to the log", async () => {
    const found: string[] = [];
    const look = async (tab: Tab, name: string) => found.push(...(await lookAt(tab, name)));
    const organizer = await prepareMeeting(browser, sandbox);
    await look(organizer, "prepare");
    const { sofia, kwame, ...others } = await openSidePanels(browser, sandbox, drivers);
    const stage = await openTab(browser, sandbox, { person: people.kwame, surface: "stage" });
    await look(kwame, "walk-gathering");
    await look(stage, "stage-gathering");

    await sofia.app.getByRole("button", { name: "Start the walk" }).click();
    const [choose, ...rest] = answers;
    for (const tab of [sofia, kwame, ...Object.values(others)]) {
      await reaches(tab, "Question 1 of 6");
      await choose?.(tab, "Somebody");
      if (tab === kwame) await look(kwame, "walk-question");
      await giveAnswer(tab);
    }
    await look(stage, "stage-question");
    await sofia.app.getByRole("button", { name: "Reveal" }).click();
    await reaches(kwame, "Question 1 of 6 · revealed");
    await look(kwame, "walk-reveal");
    await look(sofia, "walk-reveal-facilitator");
    await look(stage, "stage-reveal");
    await sofia.app.getByRole("button", { name: "Conclude and go on" }).click();
    for (const [index, answer] of rest.entries()) {
      await reaches(sofia, `Question ${index + 2} of 6`);
      await answer(sofia, "Sofia");
      await look(sofia, `walk-question-${index + 2}`);
      await giveAnswer(sofia);
      await conclude(sofia, "The table has said what it knows.");
    }

    await look(sofia, "walk-proposing");
    await propose(sofia, "Build one shared forecasting model, owned by Sales Operations.");
    await reaches(kwame, "Stances");
    await kwame.app.getByRole("radio", { name: /^Object/ }).check();
    await look(kwame, "walk-stances");
    await look(stage, "stage-stances");
    for (const tab of [sofia, kwame, ...Object.values(others)]) await takeStance(tab, "Agree");
    await sofia.app.getByRole("radio", { name: /^Accept the proposal/ }).waitFor();
    await look(sofia, "walk-ruling");
    await rule(sofia, "Accept the proposal");
    await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
    await kwame.app.getByText(/^Recorded in SharePoint/).waitFor();
    await look(kwame, "walk-closed");
    await look(stage, "stage-closed");
    const log = await openTab(browser, sandbox, { person: people.kwame, surface: "log" });
    const entry = log.app.getByRole("button", { name: new RegExp(forecasting.title) });
    await entry.waitFor();
    await look(log, "log");
    await entry.click();
    await log.app.getByRole("heading", { name: forecasting.title }).waitFor();
    await look(log, "log-record");
    await log.app.getByRole("button", { name: "Export" }).click();
    const coming = log.page.waitForEvent("download");
    await log.app.getByRole("button", { name: "Download: Minutes" }).click();
    expect((await coming).suggestedFilename()).toMatch(/^decision-1-redesign-sales-\S+\.md$/);
    await look(log, "log-exports");

    expect(found).toEqual([]);
  });
});
