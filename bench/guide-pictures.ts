import type { Browser } from "playwright-core";
import { openBrowser } from "../tests/e2e/browser.ts";
import { itemsOf } from "../tests/e2e/graph.ts";
import { drivers, people } from "../tests/e2e/people.ts";
import {
  chooseDecider,
  fillGap,
  forecasting,
  passGate,
  seatDrivers,
} from "../tests/e2e/prepare-steps.ts";
import { chatOf, decided, prepared, walked, writeRows } from "../tests/e2e/rows.ts";
import { type Sandbox, startSandbox } from "../tests/e2e/sandbox.ts";
import { giveAnswer, reaches, rule, takeStance } from "../tests/e2e/walk-steps.ts";
import { type Watched, watch } from "./camera.ts";
import { restOfTheWalk } from "./guide-rows.ts";
import { thoughts } from "./pictures.ts";

type Table = Readonly<Record<(typeof drivers)[number], Watched>>;

const older = "Buy a tool for sales forecasting";

/** Holds the demo meeting once, and keeps the pictures of the guides on the way. */
export async function drawGuides(): Promise<void> {
  const [browser, sandbox] = await Promise.all([openBrowser(), startSandbox()]);
  const organizer = await setUp(browser, sandbox);
  await frame(organizer, sandbox);
  await seat(organizer);
  await answerEarly(browser, sandbox, organizer);
  await organizer.close();
  const table = await sitDown(browser, sandbox);
  await ask(table);
  await decide(table, sandbox);
  await lookBack(browser, sandbox);
  await turnAway(browser, sandbox);
  await browser.close();
  await sandbox.stop();
}

async function setUp(browser: Browser, sandbox: Sandbox): Promise<Watched> {
  const tab = await watch(browser, sandbox, { person: people.sofia, surface: "setup" });
  await tab.app.getByRole("button", { name: "Create both lists" }).click();
  await tab.app.getByText("ready", { exact: true }).nth(1).waitFor();
  await tab.picture("setup");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.app.getByRole("heading", { name: "What do you want to decide?" }).waitFor();
  await tab.close();
  return watch(browser, sandbox, { person: people.sofia, surface: "prepare" });
}

/** An earlier decision is in the list: it is found while the new one is framed. */
async function frame({ app, picture }: Watched, sandbox: Sandbox): Promise<void> {
  const chat = await chatOf(sandbox, "forecasting");
  const rows = decided("tool", "forecasting", [...prepared(chat, older), ...walked(6)]);
  await writeRows(sandbox, "tool", "forecasting", rows);
  await app.getByText("It is in the list.").waitFor();
  await app.getByRole("textbox", { name: "What would be done" }).fill(forecasting.title);
  await app.getByRole("button", { name: "Frame a decision" }).click();
  await app.getByRole("textbox", { name: "Why now" }).fill(forecasting.whyNow);
  await app.getByRole("textbox", { name: "Wanted outcome" }).fill(forecasting.outcome);
  await app.getByRole("textbox", { name: "What if we don’t?" }).fill(forecasting.without);
  for (const name of forecasting.functions) {
    await app.getByRole("checkbox", { name, exact: true }).check();
  }
  await app.getByRole("button", { name: `Supersedes it: ${older}` }).waitFor();
  await picture("frame", 1180);
  await app.getByRole("button", { name: `Supersedes it: ${older}` }).click();
  await app.getByRole("list", { name: "This decision speaks of" }).waitFor();
  await app.getByRole("button", { name: "Done: Decision" }).click();
}

async function seat(tab: Watched): Promise<void> {
  await passGate(tab, /where the whole company is going/);
  await seatDrivers(tab, ["Sofia Brandt", "Kwame Mensah", "Inés Navarro", "Mei-Ling Chen"]);
  await chooseDecider(tab, /Sofia Brandt/);
  await tab.app.getByText(/Finance is needed for this outcome/).waitFor();
  await tab.picture("table");
  await fillGap(tab, "Finance", "Tomasz Zieliński");
  await tab.app.getByText(/Finance is needed for this outcome/).waitFor({ state: "hidden" });
}

async function answerEarly(browser: Browser, sandbox: Sandbox, organizer: Watched): Promise<void> {
  const tab = await watch(browser, sandbox, { person: people.ines, surface: "prepare" });
  await tab.app.getByText(/^You sit at the HR seat/).waitFor();
  await tab.app.getByRole("button", { name: "Preview: Questions" }).click();
  await tab.app.getByRole("button", { name: /^Answer now: Which risks/ }).click();
  await tab.app
    .getByRole("textbox", { name: "The risk" })
    .fill("Reps who see a machine set their targets may stop entering bad news.");
  await tab.app.getByRole("combobox", { name: "Kind of risk" }).selectOption({ label: "People" });
  await giveAnswer(tab);
  await tab.picture("early");
  await tab.close();
  await organizer.app.getByRole("button", { name: "Edit: How we will decide" }).click();
  await organizer.app.getByText(/^HR · 1 of/).waitFor();
  await organizer.picture("rule", 1060);
}

async function sitDown(browser: Browser, sandbox: Sandbox): Promise<Table> {
  const tabs = drivers.map(async (name) => {
    const tab = await watch(browser, sandbox, { person: people[name], surface: "walk" });
    return [name, tab] as const;
  });
  const table = Object.fromEntries(await Promise.all(tabs)) as Table;
  const interest = table.kwame.app.getByText("Do you have a conflict of interest in this?");
  await table.sofia.app.getByText("Every driver is here").waitFor();
  await interest.click();
  await table.kwame.app
    .getByRole("textbox", { name: "What is your interest?" })
    .fill("My brother works for one of the vendors.");
  await table.kwame.picture("interest");
  await interest.click();
  return table;
}

/** The first question: one answer on its way without a network, then all of them revealed. */
async function ask(table: Table): Promise<void> {
  const { sofia, kwame, ines } = table;
  await sofia.app.getByRole("button", { name: "Start the walk" }).click();
  for (const name of ["kwame", "meiling", "sofia", "tomasz"] as const) {
    await think(table, name);
    if (name === "sofia") {
      await reaches(sofia, "2 of 5 answered");
      await sofia.picture("lead");
    }
    await giveAnswer(table[name]);
  }
  await kwame.picture("answer");
  await think(table, "ines");
  await ines.context.setOffline(true);
  await ines.app.getByRole("button", { name: "Give my answer" }).click();
  await ines.app
    .getByText(/^Waiting: /)
    .first()
    .waitFor();
  await ines.picture("waiting");
  await ines.context.setOffline(false);
  await reaches(sofia, "5 of 5 answered");
  await sofia.app.getByRole("button", { name: "Reveal" }).click();
  await sofia.app
    .getByRole("textbox", { name: "What the table said" })
    .fill("Strategic: the number we plan on changes hands.");
  await kwame.app.getByText(/changes hands/).waitFor();
  await sofia.picture("conclude");
  await kwame.picture("reveal");
  await sofia.app.getByRole("button", { name: "Conclude and go on" }).click();
  await reaches(sofia, "Question 2 of 6");
}

/** Fills the form of the first question, and does not give it yet. */
async function think(table: Table, name: (typeof drivers)[number]): Promise<void> {
  const [choice, words] = thoughts[name];
  await reaches(table[name], "Question 1 of 6");
  await table[name].app.getByRole("radio", { name: choice }).check();
  await table[name].app.getByRole("textbox", { name: /In a sentence or two/ }).fill(words);
}

async function decide({ sofia, ines, ...others }: Table, sandbox: Sandbox): Promise<void> {
  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  const opened = events.findLast(({ fields }) => fields["Kind"] === "decision-opened");
  const decision = String(opened?.fields["DecisionKey"]);
  await writeRows(sandbox, decision, "forecasting", restOfTheWalk);
  await sofia.app
    .getByRole("textbox", { name: "The proposal" })
    .fill("Build one shared forecasting model, run by Sales Operations.");
  await sofia.app.getByLabel("Review on").fill("2027-06-30");
  await sofia.picture("propose");
  await sofia.app.getByRole("button", { name: "Take stances" }).click();
  for (const tab of [sofia, ...Object.values(others)]) await takeStance(tab, "Agree");
  await ines.app.getByRole("radio", { name: /^Disagree and commit/ }).check();
  await ines.app
    .getByRole("textbox", { name: "Why", exact: true })
    .fill("Reps lose a say in their own numbers.");
  await ines.picture("stance");
  await ines.app.getByRole("button", { name: "Give my stance" }).click();
  await rule(sofia, "Accept the proposal");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).waitFor();
  await sofia.picture("close");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  for (const tab of [sofia, ines, ...Object.values(others)]) {
    await tab.app.getByText(/^Recorded in SharePoint/).waitFor();
  }
  await ines.picture("recorded");
  await Promise.all([sofia, ines, ...Object.values(others)].map((tab) => tab.close()));
}

async function lookBack(browser: Browser, sandbox: Sandbox): Promise<void> {
  const tab = await watch(browser, sandbox, { person: people.sofia, surface: "log" });
  const { app, picture } = tab;
  await app.getByRole("button", { name: older }).first().waitFor();
  await picture("log", 520);
  await app.getByRole("button", { name: forecasting.title }).first().click();
  await app.getByRole("heading", { name: forecasting.title, level: 1 }).waitFor();
  await app.getByRole("button", { name: "Amend…" }).waitFor();
  await picture("record", 1000);
  await app.getByRole("button", { name: "Hold the review…" }).click();
  await app.getByRole("heading", { name: "Hold the review" }).waitFor();
  await picture("review", 640);
  await tab.close();
}

/** Priya is invited and is no member of the site. */
async function turnAway(browser: Browser, sandbox: Sandbox): Promise<void> {
  const tab = await watch(browser, sandbox, { person: people.priya, surface: "walk" });
  await tab.app.getByText(/no access to the site/).waitFor();
  await tab.picture("no-access", 420);
  await tab.close();
}
