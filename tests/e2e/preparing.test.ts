import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { askGraph, decisionSite, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { forecasting, frame, passGate, setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { type Tab, openTab } from "./tab.ts";

/** A table filled from the standing roles, a delegate who accepts, and a conflict of interest. */
let sandbox: Sandbox;
let browser: Browser;
let sofia: Tab;
let letter = "";
let narrow = 0;
const barriers: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  sofia = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await sofia.app.getByRole("checkbox", { name: /^Keep standing roles too/ }).check();
  await setUp(sofia);
  await keepRoles();
  await frame(sofia, forecasting);
  await passGate(sofia, /where the whole company is going/);
  await fillTheTable();
  await acceptAsDelegate();
  await declareAnInterest();
  await seeItAll();
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** The list as a site owner keeps it in SharePoint, with one row that makes no sense. */
async function keepRoles(): Promise<void> {
  const rows = [
    {
      Title: "Sales",
      SeatFunction: ["Sales"],
      SeatPersonName: "Sofia Brandt",
      SeatDuty: "decider",
    },
    { Title: "IT", SeatFunction: ["IT"], SeatPersonName: "Kwame Mensah", SeatDuty: "member" },
    { Title: "HR", SeatFunction: ["HR"], SeatPersonName: "Inés Navarro", SeatDuty: "member" },
    {
      Title: "Finance",
      SeatFunction: ["Finance"],
      SeatPersonName: "Henrik Lindqvist",
      SeatDelegateName: "Tomasz Zieliński",
      SeatDuty: "sign-off",
      SeatGround: "budget",
    },
    { Title: "Works council", SeatPersonName: "Somebody" },
  ];
  for (const row of rows) {
    const type = row.SeatFunction && { "SeatFunction@odata.type": "Collection(Edm.String)" };
    const path = `/sites/${decisionSite}/lists/Decision%20roles/items`;
    const body = { fields: { ...row, ...type, SeatRequired: true } };
    const response = await askGraph(sandbox, people.sofia, path, { method: "POST", body });
    if (!response.ok) throw new Error(await response.text());
  }
}

async function fillTheTable(): Promise<void> {
  const { app, page } = sofia;
  await app.getByRole("button", { name: "Seat people: Who is at the table" }).click();
  await app.getByRole("button", { name: "Fill from the standing roles…" }).click();
  await app.getByText("Works council: It names no function.").waitFor();
  barriers.push(...(await barriersIn(await sofia.frame())));
  await keepPicture(page, "preparing-standing-roles");
  await app.getByRole("button", { name: "Take 4 seats" }).click();
  await app.getByText(/Henrik Lindqvist \(Finance\) is required and has declined/).waitFor();
  await app.getByRole("button", { name: "Ask Tomasz Zieliński…" }).click();
  letter = await app.getByLabel("Message to Tomasz Zieliński").innerText();
}

/** In his own tab, where he may change nothing else. */
async function acceptAsDelegate(): Promise<void> {
  const tab = await openTab(browser, sandbox, { person: people.tomasz, surface: "prepare" });
  const accept = tab.app.getByRole("button", { name: /^Accept: delegate for Henrik Lindqvist/ });
  await accept.waitFor();
  barriers.push(...(await barriersIn(await tab.frame())));
  await keepPicture(tab.page, "preparing-delegate");
  await accept.click();
  await sofia.app.getByText(/is required and has declined/).waitFor({ state: "hidden" });
  await tab.close();
}

async function declareAnInterest(): Promise<void> {
  const tab = await openTab(browser, sandbox, { person: people.ines, surface: "prepare" });
  await tab.app.getByRole("button", { name: /^I have a conflict of interest/ }).click();
  await tab.app
    .getByRole("textbox", { name: "What ties you to the outcome" })
    .fill("My sister sells the model.");
  await tab.app.getByRole("button", { name: "Declare it" }).click();
  await sofia.app.getByText("has a conflict of interest: My sister sells the model.").waitFor();
  await tab.close();
}

async function seeItAll(): Promise<void> {
  const { app, page } = sofia;
  seen.push(...(await app.getByRole("list", { name: "Recused" }).allInnerTexts()));
  seen.push(await app.getByRole("table", { name: "The table" }).innerText());
  await page.setViewportSize({ width: 280, height: 900 });
  const inside = await sofia.frame();
  narrow = await inside.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  barriers.push(...(await barriersIn(inside)));
  await keepPicture(page, "preparing-narrow");
}

describe("a table filled from the standing roles", () => {
  it("has each seat in the log, with its duty, ground and delegate", async () => {
    const events = await itemsOf(sandbox, people.sofia, "Decision events");
    const seats = events
      .filter(({ fields }) => fields["Kind"] === "seat-set")
      .map(({ fields }) => JSON.parse(String(fields["Payload"])) as { readonly seat: object });

    expect(seats.map(({ seat }) => seat)).toMatchObject([
      { function: "Sales", duty: "decider", person: { id: people.sofia } },
      { function: "IT", duty: "member", person: { id: people.kwame } },
      { function: "HR", duty: "member", person: { id: people.ines } },
      { function: "Finance", duty: "sign-off", ground: "budget", delegate: { id: people.tomasz } },
    ]);
  });

  it("has a letter ready for the delegate who has not accepted", () => {
    expect(letter).toContain("Hello Tomasz Zieliński,");
    expect(letter).toContain("delegate for Henrik Lindqvist (Finance)");
    expect(letter).toContain("“Redesign sales forecasting”");
  });
});

describe("what others say in their own tabs", () => {
  it("is told in the log as theirs", async () => {
    const events = await itemsOf(sandbox, people.sofia, "Decision events");
    const said = (kind: string) =>
      events.filter(({ fields }) => fields["Kind"] === kind).map((one) => one.createdBy.user.id);

    expect(said("delegate-accepted")).toEqual([people.tomasz]);
    expect(said("interest-declared")).toEqual([people.ines]);
  });

  it("is read by whoever prepares, and in the table that is read out", () => {
    expect(seen[0]).toContain("Inés Navarro (HR) has a conflict of interest");
    expect(seen[1]).toMatch(/HR\s+driver\s+Inés Navarro\s+recused/u);
  });
});

describe("preparing", () => {
  it("puts nothing in anybody's way, and fits 280 px", () => {
    expect(barriers).toEqual([]);
    expect(narrow).toBeLessThanOrEqual(0);
  });
});
