import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { setUp } from "./prepare-steps.ts";
import { chatOf, prepared, writeRows } from "./rows.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels } from "./story.ts";
import { openTab } from "./tab.ts";
import { conclude, propose, reaches, rule, takeStance } from "./walk-steps.ts";

/** Inés sits in the meeting room without a screen: Sofia marks her present and writes for her. */
let sandbox: Sandbox;
let browser: Browser;
let decision: Item | undefined;
let events: readonly Item[];
let revealed: string;
let barriers: readonly string[] = [];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const setup = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await setUp(setup);
  const said = prepared(await chatOf(sandbox, "forecasting"), "Let the model read deal notes");
  await writeRows(sandbox, "deal-notes", "forecasting", said);
  const { sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]);
  const { app } = sofia;
  const more = async (item: string) => {
    await app.getByRole("button", { name: "More", exact: true }).click();
    await app.getByRole("button", { name: item }).click();
  };
  await more("Someone is in the room…");
  await app.getByRole("button", { name: /Inés Navarro/ }).click();
  await app.getByRole("button", { name: "Start the walk" }).click();
  await reaches(kwame, "Question 1 of 6");
  await kwame.app.getByRole("radio", { name: /Operational/ }).check();
  await kwame.app.getByRole("button", { name: "Give my answer" }).click();
  await more("Record for someone…");
  await app.getByRole("button", { name: /Inés Navarro/ }).click();
  const sheet = app.getByRole("region", { name: "In the words of Inés Navarro" });
  await sheet.getByRole("radio", { name: /Strategic/ }).check();
  barriers = await barriersIn(await sofia.frame());
  await keepPicture(sofia.page, "in-the-room-record");
  await sheet.getByRole("button", { name: /Inés Navarro/ }).click();
  await reaches(sofia, "2 of 3 answered");
  await sheet.getByRole("button", { name: "Done" }).click();
  await app.getByRole("button", { name: "Reveal" }).click();
  await kwame.app.getByText("What the table said").first().waitFor();
  revealed = await kwame.app.getByRole("main").ariaSnapshot();
  await keepPicture(kwame.page, "in-the-room-revealed");
  await app.getByRole("textbox", { name: "What the table said" }).fill("Two ways to see it.");
  await app.getByRole("button", { name: "Conclude and go on" }).click();
  for (let question = 2; question <= 6; question += 1) {
    await reaches(sofia, `Question ${question} of 6`);
    await conclude(sofia, `Said to ${question}.`);
  }
  await propose(sofia, "Let the model read masked notes.");
  await takeStance(sofia, "Agree");
  await takeStance(kwame, "Agree");
  await more("Record for someone…");
  await app.getByRole("button", { name: /Inés Navarro/ }).click();
  await app.getByRole("group", { name: "Stance of Inés Navarro" }).getByText("Abstain").click();
  await app.getByRole("textbox", { name: "Why", exact: true }).last().fill("Not mine to say.");
  await app.getByRole("button", { name: "Record for Inés Navarro" }).click();
  await reaches(sofia, "3 of 3 given");
  await app.getByRole("button", { name: "Done" }).click();
  await rule(sofia, "Accept the proposal");
  await app.getByRole("button", { name: "Close", exact: true }).click();
  await app.getByText(/^Recorded in SharePoint/).waitFor();
  await keepPicture(sofia.page, "in-the-room-closed");
  [decision] = await itemsOf(sandbox, people.sofia, "Decisions");
  events = await itemsOf(sandbox, people.sofia, "Decision events");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

describe("a person in the room without a screen", () => {
  it("is present, and the record says how", () => {
    expect(decision?.fields).toMatchObject({ DriversPresent: 3, Abstained: 1 });
    expect(decision?.fields["TableSeats"]).toContain("HR (member): Inés Navarro, in the room");
  });

  it("has her words in the log as hers, written by the facilitator", () => {
    const hers = events.filter(({ fields }) => String(fields["Payload"]).includes("recordedFor"));

    expect(hers.map(({ fields, createdBy }) => [fields["Kind"], createdBy.user.id])).toEqual([
      ["question-answered", people.sofia],
      ["stance-taken", people.sofia],
    ]);
  });

  it("is marked as recorded for her where others read it", () => {
    expect(revealed).toContain("Inés Navarro (written down)");
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
