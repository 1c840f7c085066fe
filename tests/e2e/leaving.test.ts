import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { setUp } from "./prepare-steps.ts";
import { chatOf, prepared, walked, writeRows } from "./rows.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels } from "./story.ts";
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

it("notices who closes the side panel, and who opens it again", async () => {
  await setUp(await openTab(browser, sandbox, { person: people.sofia, surface: "setup" }));
  const said = prepared(await chatOf(sandbox, "forecasting"), "Let the model read deal notes");
  await writeRows(sandbox, "deal-notes", "forecasting", [...said, ...walked(0)]);
  const { sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]);
  await reaches(kwame, "Question 1 of 6");
  await reaches(sofia, "0 of 3 answered");

  await kwame.page.goto("about:blank");
  await reaches(sofia, "0 of 2 answered");

  await showTab(kwame.context, sandbox, { person: people.kwame, surface: "walk" });
  await reaches(sofia, "0 of 3 answered");

  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  const his = events.filter(({ createdBy }) => createdBy.user.id === people.kwame);
  expect(his.map(({ fields }) => fields["Kind"])).toEqual([
    "person-arrived",
    "person-left",
    "person-arrived",
  ]);
});
