import type { Browser } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { itemsOf } from "./graph.ts";
import { type Name, people } from "./people.ts";
import { type Sandbox, startSandbox, tell } from "./sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "./story.ts";
import { reaches } from "./walk-steps.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeEach(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  const organizer = await prepareMeeting(browser, sandbox);
  await organizer.close();
});
afterEach(async () => {
  await browser.close();
  await sandbox.stop();
});

/** A walk that has started, with these people in it. */
async function inSession<N extends Name>(...others: readonly N[]) {
  const tabs = await openSidePanels(browser, sandbox, ["sofia", ...others]);
  await startAnyway(tabs.sofia, "The others will read it tonight.");
  return tabs;
}

describe("a browser that is reloaded in mid-answer", () => {
  it("has the draft again, and nobody else sees it", async () => {
    const { sofia, kwame } = await inSession("kwame");
    await reaches(kwame, "Question 1 of 6");
    await kwame.app.getByRole("textbox", { name: /In a sentence or two/ }).fill("Half a thought");

    await kwame.page.reload();

    const draft = kwame.app.getByRole("textbox", { name: /In a sentence or two/ });
    await draft.waitFor();
    expect(await draft.inputValue()).toBe("Half a thought");
    expect(await sofia.app.getByText("Half a thought").count()).toBe(0);
  });
});

describe("a facilitator whose browser dies between close and record", () => {
  it("finds the record finished by somebody else, once", async () => {
    const { sofia, kwame, tomasz } = await inSession("kwame", "tomasz");
    await tell(sandbox, "PUT", "faults", [
      { method: "PATCH", path: "/lists/.*/items/", action: "status", status: 503 },
    ]);
    await sofia.app.getByRole("button", { name: "More", exact: true }).click();
    await sofia.app.getByRole("button", { name: "End without deciding…" }).click();
    await sofia.app.getByRole("radio", { name: /^Defer/ }).check();
    await sofia.app.getByRole("textbox", { name: "Why" }).fill("The figures come in January.");
    await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
    await kwame.app.getByRole("heading", { name: "Deferred" }).waitFor();

    await sofia.close();
    await tell(sandbox, "PUT", "faults", []);

    for (const { app } of [kwame, tomasz]) await app.getByText(/^Recorded in SharePoint/).waitFor();
    const [decision, ...more] = await itemsOf(sandbox, people.kwame, "Decisions");
    const events = await itemsOf(sandbox, people.kwame, "Decision events");
    const records = events.filter(({ fields }) => fields["Kind"] === "record-written");
    expect(more).toEqual([]);
    expect(decision?.fields).toMatchObject({ Status: "deferred" });
    expect(records.map(({ createdBy }) => createdBy.user.id)).toHaveLength(1);
    expect(records[0]?.createdBy.user.id).not.toBe(people.sofia);
  });
});
