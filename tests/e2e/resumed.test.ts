import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { setUp } from "./prepare-steps.ts";
import { recordHashOf } from "./record-hash.ts";
import { chatOf, prepared, walked, writeRows } from "./rows.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels } from "./story.ts";
import { openTab, showTab } from "./tab.ts";
import { conclude, propose, reaches, rule, takeStance } from "./walk-steps.ts";

/** A decision that one meeting defers and the next one takes up and decides. */
let sandbox: Sandbox;
let browser: Browser;
let afterFirst: readonly Item[];
let decisions: readonly Item[];
let events: readonly Item[];
let secondChat: string;
let barriers: readonly string[] = [];
const title = "Let the model read deal notes";

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const setup = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await setUp(setup);
  const said = prepared(await chatOf(sandbox, "forecasting"), title);
  await writeRows(sandbox, "deal-notes", "forecasting", [...said, ...walked(4)]);
  await deferIt();
  secondChat = await chatOf(sandbox, "follow-up");
  await takeItUp();
  await decideIt();
  decisions = await itemsOf(sandbox, people.sofia, "Decisions");
  events = await itemsOf(sandbox, people.sofia, "Decision events");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

async function deferIt(): Promise<void> {
  const { sofia } = await openSidePanels(browser, sandbox, ["sofia"]);
  await sofia.app.getByRole("button", { name: "More", exact: true }).click();
  await sofia.app.getByRole("button", { name: "End without deciding…" }).click();
  await sofia.app.getByRole("radio", { name: /^Defer/ }).check();
  await sofia.app.getByRole("textbox", { name: "Why" }).fill("Legal has not answered.");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  await sofia.app.getByText(/^Recorded in SharePoint/).waitFor();
  await keepPicture(sofia.page, "resumed-deferred");
  afterFirst = await itemsOf(sandbox, people.sofia, "Decisions");
  await sofia.close();
}

/** The lists are there already: the second meeting's tab only has to be saved. */
async function takeItUp(): Promise<void> {
  const wish = { person: people.sofia, surface: "setup", meeting: "follow-up" } as const;
  const { context, page } = await openTab(browser, sandbox, wish);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const prepare = await showTab(context, sandbox, { ...wish, surface: "prepare" });
  const takeUp = prepare.app.getByRole("button", { name: `Take it up here: ${title}` });
  await takeUp.waitFor();
  await keepPicture(prepare.page, "resumed-opening");
  await takeUp.click();
  await prepare.app
    .getByText(/Legal has not answered/)
    .first()
    .waitFor();
  barriers = await barriersIn(await prepare.frame());
  await keepPicture(prepare.page, "resumed-prepare");
  await context.close();
}

async function decideIt(): Promise<void> {
  const names = ["sofia", "kwame", "ines"] as const;
  const { sofia, kwame, ines } = await openSidePanels(browser, sandbox, names, "follow-up");
  for (const tab of [kwame, ines]) await tab.app.getByText(title).first().waitFor();
  await sofia.app.getByRole("button", { name: "Start the walk" }).click();
  await reaches(ines, "Question 5 of 6");
  barriers = [...barriers, ...(await barriersIn(await ines.frame()))];
  await keepPicture(ines.page, "resumed-walk");
  await conclude(sofia, "Fast, with one owner.");
  await conclude(sofia, "Sales Operations decides.");
  await propose(sofia, "Let the model read masked notes.");
  for (const tab of [sofia, kwame, ines]) await takeStance(tab, "Agree");
  await rule(sofia, "Accept the proposal");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  await kwame.app.getByText(/^Recorded in SharePoint/).waitFor();
  await keepPicture(kwame.page, "resumed-closed");
}

describe("a deferred decision that a second meeting takes up", () => {
  it("is recorded as deferred first, with the reason", () => {
    expect(afterFirst.map(({ fields }) => [fields["Status"], fields["Outcome"]])).toEqual([
      ["deferred", "Deferred: Legal has not answered."],
    ]);
  });

  it("stays one decision, decided in the second meeting", () => {
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.fields).toMatchObject({
      Status: "decided",
      MeetingKey: secondChat,
      DriversPresent: 3,
    });
  });

  it("keeps what the first meeting concluded", () => {
    expect(decisions[0]?.fields["Conclusions"]).toContain("Said to 1.");
    expect(decisions[0]?.fields["Conclusions"]).toContain("Fast, with one owner.");
  });

  it("tells that it was put off, why, and who took it up", () => {
    expect(decisions[0]?.fields["History"]).toMatch(
      /Deferred in “Redesign sales forecasting”: Legal has not answered\.\n.*Taken up in “Sales forecasting: second round” by Sofia Brandt/u,
    );
  });

  it("carries the hash of its rows in both meetings", () => {
    expect(decisions[0]?.fields["RecordHash"]).toBe(recordHashOf(events));
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
