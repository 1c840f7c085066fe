import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { barriersIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { decisionSite, itemsOf } from "./graph.ts";
import { people } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { forecasting } from "./prepare-steps.ts";
import { type Sandbox, startSandbox, tell } from "./sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "./story.ts";
import { openTab } from "./tab.ts";
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

/** Somebody changes a row of the log through Graph; answers the status. */
async function changeByHand(person: string, item: string, payload: string): Promise<number> {
  const wish = { person, scopes: ["Sites.ReadWrite.All"] };
  const told = (await tell(sandbox, "POST", "token", wish)) as { readonly access_token: string };
  const list = `sites/${decisionSite}/lists/Decision%20events`;
  const { status } = await fetch(
    new URL(`../graph/v1.0/${list}/items/${item}/fields`, sandbox.address),
    {
      method: "PATCH",
      headers: { authorization: `Bearer ${told.access_token}`, "content-type": "application/json" },
      body: JSON.stringify({ Payload: payload }),
    },
  );
  return status;
}

it("tells the table of a row that somebody changed, and the audit afterwards who and how", async () => {
  await (await prepareMeeting(browser, sandbox)).close();
  const { sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]);
  await startAnyway(sofia, "The others will read it tonight.");
  await reaches(kwame, "Question 1 of 6");
  const events = await itemsOf(sandbox, people.sofia, "Decision events");
  const seat = events.find(({ fields }) => fields["Kind"] === "seat-set")!;

  const removed = '{"kind":"seat-removed","seat":"x"}';
  // Setting up has seen to it that members change their own rows only; an owner still may.
  expect(await changeByHand(people.ines, seat.id, removed)).toBe(403);
  expect(await changeByHand(people.kwame, seat.id, removed)).toBe(200);

  const notice = /^Somebody changed a row of this log after it was written\. What was said first/;
  for (const { app } of [sofia, kwame]) await app.getByText(notice).waitFor();
  await sofia.app.getByText("Which", { exact: true }).click();
  await keepPicture(sofia.page, "tampering-walk");
  expect(await barriersIn(await sofia.frame())).toEqual([]);
  await sofia.app.getByRole("button", { name: "More", exact: true }).click();
  await sofia.app.getByRole("button", { name: "End without deciding…" }).click();
  await sofia.app.getByRole("radio", { name: /^Defer/ }).check();
  await sofia.app.getByRole("textbox", { name: "Why" }).fill("The figures come in January.");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  await kwame.app.getByText(/^Recorded in SharePoint/).waitFor();

  const log = await openTab(browser, sandbox, { person: people.kwame, surface: "log" });
  await log.app.getByRole("button", { name: forecasting.title }).click();
  const row = log.app.getByRole("row", {
    name: new RegExp(`^${seat.id} .* Kwame Mensah seat set`),
  });
  await row.getByText("Changed after it was written. What was said first counts.").waitFor();
  await log.app.getByRole("button", { name: "Verify this record" }).click();
  await log.app
    .getByRole("main")
    .getByText(/^The record matches its log of \d+ events\.$/)
    .waitFor();
  await log.app.getByRole("row", { name: /^SHA-256/ }).scrollIntoViewIfNeeded();
  await keepPicture(log.page, "tampering-verify");
  await row.getByText("What it says now").click();
  await row.scrollIntoViewIfNeeded();
  await keepPicture(log.page, "tampering-audit");
  expect(await barriersIn(await log.frame())).toEqual([]);
});
