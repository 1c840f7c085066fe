import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "./story.ts";
import { type Tab, openTab, showTab } from "./tab.ts";
import { answers, conclude, giveAnswer, propose, reaches, takeStance } from "./walk-steps.ts";

/** A proposal that says more than a sentence, put to the table twice: by consent, then by majority. */
let sandbox: Sandbox;
let browser: Browser;
let prepare: Tab;
let sofia: Tab;
let kwame: Tab;
let barriers: readonly string[];
let decision: Item | undefined;
const seen: Record<string, string> = {};

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  prepare = await prepareMeeting(browser, sandbox);
  await chooseRule();
  ({ sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]));
  for (const tab of [sofia, kwame]) await tab.page.setViewportSize({ width: 1100, height: 1500 });
  await startAnyway(sofia, "The others read it afterwards.");
  await walkQuestions();
  await proposeByConsent();
  await proposeByMajority();
  decision = (await itemsOf(sandbox, people.sofia, "Decisions"))[0];
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

async function chooseRule(): Promise<void> {
  const { app, page } = prepare;
  await app.getByRole("button", { name: "Edit: How we will decide" }).click();
  await app.getByRole("radio", { name: "Consent" }).check();
  await app.getByRole("combobox", { name: "Quorum" }).selectOption({ label: "At least 2 drivers" });
  await app.getByRole("radio", { name: "Supermajority" }).check();
  seen["rule"] =
    (await app
      .getByRole("paragraph")
      .filter({ hasText: /^Supermajority: passes/ })
      .textContent()) ?? "";
  barriers = await barriersIn(await prepare.frame());
  await keepPicture(page, "prepare-rule");
  await app.getByRole("radio", { name: "Consent" }).check();
}

/** Both say the same goal; the rest is only concluded. */
async function walkQuestions(): Promise<void> {
  for (const index of answers.keys()) {
    for (const tab of [sofia, kwame]) {
      await reaches(tab, `Question ${index + 1} of 6`);
      if (index !== 1) continue;
      await answers[1]!(tab, "Sales");
      await giveAnswer(tab);
    }
    await conclude(sofia, `The table agrees on question ${index + 1}.`);
  }
}

async function proposeByConsent(): Promise<void> {
  const { app } = sofia;
  await app.getByText(/^More for the record/).click();
  await app.getByRole("button", { name: "Add an option" }).click();
  await app.getByRole("button", { name: "Add a condition" }).click();
  await app.getByRole("textbox", { name: "Condition 1" }).fill("Planners keep their posts.");
  await app.getByRole("checkbox", { name: /^Forecast error/ }).check();
  await app.getByRole("button", { name: "Add a milestone" }).click();
  await app.getByRole("textbox", { name: "What is done" }).fill("Pilot in two regions");
  await app.getByLabel("By when").fill("2027-02-01");
  await app.getByRole("button", { name: "Add a message" }).click();
  await app.getByRole("textbox", { name: "Who is told" }).fill("Regional managers");
  await app.getByRole("textbox", { name: "By whom" }).fill("Sofia Brandt");
  barriers = [...barriers, ...(await barriersIn(await sofia.frame()))];
  await keepPicture(sofia.page, "proposal-form");
  await propose(sofia, "Build one shared forecasting model.");
  await takeStance(kwame, "Disagree and commit", "Too early.");
}

async function proposeByMajority(): Promise<void> {
  const { app } = sofia;
  await takeStance(sofia, "Agree");
  await reaches(sofia, "2 of 2 given");
  await app.getByRole("button", { name: "More", exact: true }).click();
  await app.getByRole("button", { name: "Change the proposal" }).click();
  await app.getByRole("radio", { name: "Majority", exact: true }).check();
  seen["before"] = (await app.getByRole("note").textContent()) ?? "";
  await keepPicture(sofia.page, "proposal-changed");
  await app.getByRole("button", { name: "Take stances again" }).click();
  const after = kwame.app.getByRole("main").getByText(/^The rule has changed/);
  seen["after"] = (await after.textContent()) ?? "";
  barriers = [...barriers, ...(await barriersIn(await kwame.frame()))];
  await keepPicture(kwame.page, "proposal-stances");
  const stage = await showTab(sofia.context, sandbox, { person: people.sofia, surface: "stage" });
  await stage.app.getByText(/^On condition of/).waitFor();
  await keepPicture(stage.page, "proposal-stage");
  await stage.page.close();
  await takeStance(kwame, "Agree with reservation", "Still early.");
  await takeStance(sofia, "Agree");
  await app.getByRole("button", { name: "Close", exact: true }).click();
  await app.getByText(/^Recorded in SharePoint/).waitFor();
  await keepPicture(sofia.page, "proposal-closed");
  const log = await openTab(browser, sandbox, { person: people.sofia, surface: "log" });
  await log.app
    .getByRole("button", { name: /Redesign sales forecasting/ })
    .first()
    .click();
  await log.app.getByRole("heading", { name: "Milestones" }).waitFor();
  await keepPicture(log.page, "proposal-log");
}

describe("a proposal that says more than a sentence", () => {
  it("is decided by the rule that was chosen last, counted in the open", () => {
    expect(decision?.fields).toMatchObject({ Status: "decided", Dissent: 0 });
    expect(decision?.fields["DecisionRule"]).toMatch(/^Majority: .* Quorum: 2 drivers\.$/u);
    expect(decision?.fields["Result"]).toBe(
      "Passed: 2 for it of 2 who took a side, 2 needed; 1 agrees, 1 with reservation, 0 object.",
    );
  });

  it("leaves each of its parts in a column of its own", () => {
    expect(decision?.fields).toMatchObject({
      Options:
        "0 Reach the goal without this: The table agrees on question 3.\n1 Redesign sales forecasting around one shared model (proposed)",
      Conditions: "Planners keep their posts.",
      Goals: "Forecast error from 31 to 12 %",
      Milestones: "Pilot in two regions by 2027-02-01",
      Communication: "Regional managers: told by Sofia Brandt",
    });
  });

  it("says what happens to the stances before the rule changes, and after", () => {
    expect(seen["before"]).toMatch(/^The rule changes: 2 stances given before count no more/u);
    expect(seen["after"]).toBe("The rule has changed: 2 stances given before count no more.");
  });

  it("forms its rule as it is chosen", () => {
    expect(seen["rule"]).toContain("at least two thirds of the drivers who take a side");
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
