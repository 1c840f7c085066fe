import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { itemsOf } from "./graph.ts";
import { choose, press, tabTo, type } from "./keyboard.ts";
import { people } from "./people.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openTab, showTab } from "./tab.ts";
import { reaches } from "./walk-steps.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

describe("somebody without a mouse", () => {
  it("sets up, prepares, walks and closes a decision", async () => {
    const tab = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
    const { app, page } = tab;
    await app.getByRole("button", { name: "Create both lists" }).waitFor();
    await press(tab, "Create both lists");
    const save = page.getByRole("button", { name: "Save", exact: true });
    await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true);
    await save.press("Enter");

    await app.getByRole("textbox", { name: "What would be done" }).waitFor();
    await type(tab, "What would be done", "Retire the old forecasting sheets");
    await press(tab, "Frame a decision");
    await app.getByRole("textbox", { name: "Why now" }).waitFor();
    await type(tab, "Why now", "They break every quarter.");
    await type(tab, "Wanted outcome", "One forecast.");
    await choose(tab, "Sales");
    await press(tab, "Done: Decision");
    await press(tab, "Answer: Does it need a group?");
    await app.getByRole("group", { name: /whole company is going/ }).waitFor();
    await tabTo(tab, "No");
    await page.keyboard.press("ArrowRight");
    await press(tab, "Done: Does it need a group?");
    await press(tab, "Seat people");
    await app.getByRole("button", { name: /^Sofia Brandt/ }).waitFor();
    await press(tab, "SBSofia Brandt");
    await press(tab, "Seat as driver");
    await press(tab, "Choose who decides");
    await press(tab, "Sofia Brandt (Sales)");
    await press(tab, "Start the walk");

    const walk = await showTab(tab.context, sandbox, { person: people.sofia, surface: "walk" });
    await reaches(walk, "Question 1 of 6");
    await choose(walk, "Strategic");
    await press(walk, "Give my answer");
    await reaches(walk, "1 of 1 answered");
    for (let number = 1; number <= 6; number += 1) {
      await reaches(walk, `Question ${number} of 6`);
      await press(walk, "Reveal");
      await type(walk, "What the table said", "Yes.");
      await press(walk, "Conclude and go on");
    }
    await type(walk, "The proposal", "Retire them in June.");
    await press(walk, "Take stances");
    await walk.app
      .getByRole("radio", { name: /^Agree\b/ })
      .first()
      .waitFor();
    await choose(walk, "Agree");
    await press(walk, "Give my stance");
    await choose(walk, "Accept the proposal");
    await press(walk, "Give my ruling");
    await tabTo(walk, "Close");
    await walk.page.keyboard.press("Enter");
    await walk.app.getByText(/^Recorded in SharePoint/).waitFor();

    const decisions = await itemsOf(sandbox, people.sofia, "Decisions");
    expect(decisions.map(({ fields }) => [fields["Title"], fields["Status"]])).toEqual([
      ["Retire the old forecasting sheets", "decided"],
    ]);
  });
});
