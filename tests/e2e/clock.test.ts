import type { Browser } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { people } from "./people.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "./story.ts";
import { type Tab, showTab } from "./tab.ts";
import { reaches } from "./walk-steps.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeEach(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterEach(async () => {
  await browser.close();
  await sandbox.stop();
});

/** A side panel in a browser whose clock is off by so many minutes. */
async function sidePanelOff(minutes: number): Promise<Tab> {
  const context = await browser.newContext();
  await context.addInitScript((offMs) => {
    const { now } = Date;
    Date.now = () => now() + offMs;
  }, minutes * 60_000);
  return showTab(context, sandbox, { person: people.kwame, surface: "walk" });
}

describe("a browser whose clock is wrong", () => {
  it("shows the time that is really left", async () => {
    const organizer = await prepareMeeting(browser, sandbox);
    const { sofia } = await openSidePanels(browser, sandbox, ["sofia"]);
    await startAnyway(sofia, "The others come later.");
    await organizer.close();

    const left: string[] = [];
    for (const minutes of [10, -10]) {
      const kwame = await sidePanelOff(minutes);
      await reaches(kwame, "Question 1 of 6");
      const words = kwame.app.getByText(/^\d+ (?:minutes?|seconds) left$/u).first();
      await words.waitFor({ state: "attached" });
      left.push((await words.textContent()) ?? "");
      await kwame.close();
    }

    expect(left).toEqual(["3 minutes left", "3 minutes left"]);
  });
});
