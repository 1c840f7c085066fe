import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { type Item, askGraph, decisionSite, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { forecasting, frame, setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox, tell } from "./sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "./story.ts";
import { type Tab, openTab, showTab } from "./tab.ts";
import { answers, conclude, giveAnswer, reaches } from "./walk-steps.ts";

const hostile = `<img src=x onerror="document.title='taken'"> =HYPERLINK("https://x.example","y") {"type":"AdaptiveCard"}`;

let sandbox: Sandbox;
let browser: Browser;
let sofia: Tab;
let kwame: Tab;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const organizer = await prepareMeeting(browser, sandbox);
  await organizer.close();
  ({ sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]));
  await startAnyway(sofia, hostile);
  await reaches(kwame, "Question 1 of 6");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

describe("in the walk", () => {
  it("keeps an answer of 300 characters in its box, and says what to do", async () => {
    const box = kwame.app.getByRole("textbox", { name: /In a sentence or two/ });
    await answers[0]?.(kwame, "Kwame");
    await box.fill("x".repeat(300));

    await kwame.app.getByRole("button", { name: "Give my answer" }).click();

    await kwame.app
      .getByText(/20 (characters )?too many|[Ss]horten/)
      .first()
      .waitFor();
    expect(await box.inputValue()).toHaveLength(300);
    expect(await answersOf(people.kwame)).toEqual([]);
  });

  it("gives an answer again by itself when the token has expired", async () => {
    await tell(sandbox, "PUT", "faults", [
      { method: "POST", path: "/items$", action: "status", status: 401, count: 1 },
    ]);
    await kwame.app.getByRole("textbox", { name: /In a sentence or two/ }).fill(hostile);

    await giveAnswer(kwame);

    await tell(sandbox, "PUT", "faults", []);
    expect(await answersOf(people.kwame)).toHaveLength(1);
  });

  it("shows text that looks like markup, a formula or a card as the text it is", async () => {
    await sofia.app.getByRole("button", { name: "Reveal" }).click();

    await sofia.app.getByText(hostile).first().waitFor();

    const inside = await sofia.frame();
    expect(await inside.title()).not.toBe("taken");
    expect(await inside.locator("img[src=x]").count()).toBe(0);
  });

  it("goes on by one question when two windows go on at once", async () => {
    const second = await showTab(sofia.context, sandbox, { person: people.sofia, surface: "walk" });
    await second.app.getByRole("textbox", { name: "What the table said" }).waitFor();

    await Promise.all(
      [sofia, second].map(({ app }) =>
        app.getByRole("button", { name: "Conclude and go on" }).click(),
      ),
    );

    for (const tab of [sofia, second, kwame]) await reaches(tab, "Question 2 of 6");
    await sofia.app.getByRole("button", { name: "Reveal" }).waitFor();
    expect(await kwame.app.getByText("Question 3 of 6").count()).toBe(0);
    await second.page.close();
  });

  it("goes on although somebody wrote into the list by hand", async () => {
    await askGraph(sandbox, people.sofia, `/sites/${decisionSite}/lists/Decision events/items`, {
      method: "POST",
      body: {
        fields: { Title: "by hand", EventId: "by-hand", Kind: "question-answered", Payload: "{" },
      },
    });

    await conclude(sofia, "Still at the table.");

    await reaches(kwame, "Question 3 of 6");
    expect((await itemsOf(sandbox, people.sofia, "Decision events")).map(titleOf)).toContain(
      "by hand",
    );
  });
});

const titleOf = ({ fields }: Item) => fields["Title"];

/** The rows in which a person gave an answer. */
async function answersOf(person: string) {
  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  return events.filter(
    ({ fields, createdBy }) =>
      fields["Kind"] === "question-answered" && createdBy.user.id === person,
  );
}

describe("at the door", () => {
  const opened: Tab[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((tab) => tab.close()));
  });

  it("tells a person without access to the site whom to ask", async () => {
    const priya = await openTab(browser, sandbox, { person: people.priya, surface: "walk" });
    opened.push(priya);

    await priya.app.getByText(/no access to the site.*Ask/).waitFor();

    expect(await priya.app.getByRole("button", { name: "Give my answer" }).count()).toBe(0);
  });

  it("tells where to open the tab that has no meeting around it", async () => {
    const tab = await openTab(browser, sandbox, {
      person: people.sofia,
      surface: "walk",
      meeting: "none",
    });
    opened.push(tab);

    await tab.app.getByRole("heading", { name: "Open Quorate in a meeting" }).waitFor();

    expect(await tab.app.getByRole("main").innerText()).toContain(
      "Add Quorate to a scheduled meeting",
    );
  });
});

describe("a permission that is missing", () => {
  let poorer: Sandbox;
  beforeAll(async () => {
    poorer = await startSandbox({ withheld: ["Calendars.ReadBasic", "User.Read.All"] });
  });
  afterAll(() => poorer.stop());

  it("costs a convenience where it is one, and says which", async () => {
    const organizer = await openTab(browser, poorer, { person: people.sofia, surface: "setup" });
    await setUp(organizer);
    await frame(organizer, forecasting);
    const { app } = organizer;
    await app.getByRole("button", { name: "Seat people: Who is at the table" }).click();
    await app.getByText(/Quorate may not read the calendar/).waitFor();
    await app.getByText(/Quorate may not read the directory/).waitFor();

    await app.getByRole("button", { name: /^Kwame Mensah/ }).click();
    await app.getByRole("combobox", { name: "Function of Kwame Mensah" }).selectOption("IT");
    await app.getByRole("button", { name: "Seat as driver" }).click();

    const seat = app.getByRole("row", { name: /^IT .*Kwame Mensah/ });
    await seat.waitFor({ state: "attached" });
    expect(await seat.count()).toBe(1);
    await organizer.close();
  });
});
