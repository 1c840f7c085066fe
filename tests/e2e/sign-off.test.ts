import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { setUp } from "./prepare-steps.ts";
import { chatOf, prepared, walked, writeRows } from "./rows.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels } from "./story.ts";
import { openTab } from "./tab.ts";
import { propose, takeStance } from "./walk-steps.ts";

/** A consent that the sign-off on security stops, until the proposal is amended. */
let sandbox: Sandbox;
let browser: Browser;
let decision: Item | undefined;
let amended: Item | undefined;
let barriers: readonly string[] = [];
const seen: Record<string, string | null> = {};

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const setup = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await setUp(setup);
  const said = prepared(await chatOf(sandbox, "forecasting"), "Let the model read deal notes");
  await writeRows(sandbox, "deal-notes", "forecasting", [...said, ...walked(6)]);
  const { sofia, kwame, ines } = await openSidePanels(browser, sandbox, ["sofia", "kwame", "ines"]);

  await sofia.app.getByRole("radio", { name: "Consent" }).check();
  await propose(sofia, "Let the model read all deal notes.");
  await takeStance(sofia, "Agree");
  await takeStance(ines, "Agree");
  await kwame.app.getByRole("radio", { name: /^Object/ }).check();
  seen["ground"] = await kwame.app.getByRole("textbox", { name: "On what ground" }).inputValue();
  await kwame.app.getByRole("textbox", { name: "What would change your mind" }).fill("Mask names.");
  await kwame.app.getByRole("textbox", { name: "Why", exact: true }).fill("Names of buyers.");
  await kwame.app.getByRole("button", { name: "Give my stance" }).click();
  const blocked = sofia.app
    .getByRole("main")
    .getByText(/^Not passed/)
    .first();
  seen["blocked"] = await blocked.textContent();
  seen["closable"] = String(
    await sofia.app.getByRole("button", { name: "Close", exact: true }).count(),
  );
  barriers = await barriersIn(await sofia.frame());
  await keepPicture(sofia.page, "sign-off-blocked");

  await sofia.app.getByRole("button", { name: "Change the proposal", exact: true }).click();
  await sofia.app.getByRole("textbox", { name: "The proposal" }).fill("Let it read masked notes.");
  await sofia.app.getByRole("button", { name: "Take stances again" }).click();
  for (const tab of [kwame, sofia, ines]) {
    await tab.app.getByText("Let it read masked notes.").first().waitFor();
    await takeStance(tab, "Agree");
  }
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  await sofia.app.getByText(/^Recorded in SharePoint/).waitFor();
  await keepPicture(sofia.page, "sign-off-closed");
  [decision] = await itemsOf(sandbox, people.sofia, "Decisions");
  amended = await amendIt();
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Kwame adds to it in the log, on another day as it were. */
async function amendIt(): Promise<Item | undefined> {
  const log = await openTab(browser, sandbox, { person: people.kwame, surface: "log" });
  const { app, page } = log;
  await app.getByRole("button", { name: "Let the model read deal notes" }).first().click();
  await app.getByRole("button", { name: "Amend…" }).click();
  await app.getByRole("textbox", { name: /^What is different/ }).fill("Only notes of this year.");
  await app.getByRole("textbox", { name: /^Why it changes/ }).fill("Older ones cannot be masked.");
  barriers = [...barriers, ...(await barriersIn(await log.frame()))];
  await keepPicture(page, "sign-off-amend");
  await app.getByRole("button", { name: "Add the amendment" }).click();
  await app
    .getByText(/Only notes of this year/)
    .first()
    .waitFor();
  await app.getByRole("button", { name: "Verify this record" }).click();
  const verdict = app.getByText(/^The record matches its log/).first();
  seen["verified"] = await verdict.textContent();
  await keepPicture(page, "sign-off-amended");
  return (await itemsOf(sandbox, people.kwame, "Decisions"))[0];
}

describe("a consent that a sign-off seat objects to", () => {
  it("is stopped by name and ground, whatever the others say", () => {
    expect(seen["ground"]).toBe("information security");
    expect(seen["blocked"]).toMatch(/Kwame Mensah/u);
  });

  it("cannot be closed as decided", () => {
    expect(seen["closable"]).toBe("0");
  });

  it("passes once the proposal is amended and the seat agrees", () => {
    expect(decision?.fields).toMatchObject({
      Status: "decided",
      Outcome: "Decided: Let it read masked notes.",
      Dissent: 0,
      InFavour: 3,
    });
  });

  it("is amended afterwards, dated and by name, and its record still matches", () => {
    expect(amended?.fields["Status"]).toBe("amended");
    expect(amended?.fields["Amendments"]).toMatch(
      /^\d{4}-\d\d-\d\d Kwame Mensah: Only notes of this year\. \(because: Older ones cannot be masked\.\)$/u,
    );
    expect(amended?.fields["RecordHash"]).toBe(decision?.fields["RecordHash"]);
    expect(seen["verified"]).toMatch(/^The record matches its log/u);
  });

  it("puts nothing in anybody's way", () => {
    expect(barriers).toEqual([]);
  });
});
