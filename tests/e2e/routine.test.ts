import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { frame, passGate, setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openTab } from "./tab.ts";

/** A routine decision: recorded by its function on the spot, with nobody asked to a meeting. */
let sandbox: Sandbox;
let browser: Browser;
let decision: Item | undefined;
let kinds: readonly unknown[];
let barriers: readonly string[] = [];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const tab = await openTab(browser, sandbox, { person: people.kwame, surface: "setup" });
  await setUp(tab);
  await frame(tab, {
    title: "Renew the licences of the planning sheets",
    whyNow: "They end in January.",
    outcome: "Planners keep their sheets for a year.",
    without: "Planning stops on 1 February.",
    functions: ["IT"],
  });
  await passGate(tab, /hard to go back/);
  const { app, page } = tab;
  await app.getByRole("button", { name: "Record it now…" }).click();
  await app.getByRole("combobox", { name: "Which function decides it" }).selectOption("IT");
  await app.getByRole("combobox", { name: "Who answers for it" }).selectOption({
    label: "Kwame Mensah",
  });
  await app
    .getByRole("textbox", { name: /^What is decided/ })
    .fill("Renewed for one year; IT may do so up to its limit.");
  barriers = await barriersIn(await tab.frame());
  await keepPicture(page, "routine-record");
  await app.getByRole("button", { name: "Record it", exact: true }).click();
  const log = await openTab(browser, sandbox, { person: people.sofia, surface: "log" });
  await log.app
    .getByText(/^Not needed/)
    .first()
    .waitFor();
  await keepPicture(log.page, "routine-log");
  decision = await recorded();
  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  kinds = events.map(({ fields }) => fields["Kind"]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** The record, once its hash is written: whoever is there writes it by the way. */
async function recorded(): Promise<Item | undefined> {
  for (let look = 0; look < 1000; look += 1) {
    const [item] = await itemsOf(sandbox, people.sofia, "Decisions");
    if (item?.fields["RecordHash"] !== undefined) return item;
  }
  throw new Error("The record was never written.");
}

describe("a routine decision", () => {
  it("is a record that needed no group, and says why and whose it is", () => {
    expect(decision?.fields).toMatchObject({
      Status: "not-needed",
      Outcome: "Not needed: Renewed for one year; IT may do so up to its limit.",
      LeadFunction: "IT",
      DeciderName: "Kwame Mensah",
    });
    expect(decision?.fields["GateReasons"]).toMatch(/^This can stay with IT\./u);
  });

  it("was taken without a walk", () => {
    expect(kinds).not.toContain("walk-started");
    expect(kinds).toContain("record-written");
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
