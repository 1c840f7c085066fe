import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { people } from "./people.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { type Tab, openTab } from "./tab.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const openSetup = () => openTab(browser, sandbox, { person: people.sofia, surface: "setup" });

/** One line of the configuration page, by its name. */
const line = ({ app }: Tab, name: string) => app.getByRole("listitem").filter({ hasText: name });

/** Whether SharePoint lets a page of another origin ask it. */
async function letBrowserAsk(answer: "allowed" | "refused"): Promise<void> {
  await fetch(new URL("behaviour", sandbox.address), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sharePointRestFromBrowser: answer }),
  });
}

describe("what only SharePoint can set, in a browser", () => {
  it("is left to a person where SharePoint does not answer a tab, and Save opens all the same", async () => {
    await letBrowserAsk("refused");
    const tab = await openSetup();
    await tab.app.getByRole("button", { name: "Create both lists" }).click();

    await line(tab, "Views and formatting").getByText("needs a person").waitFor();
    await tab.app.getByText("Do it by hand instead").click();
    await tab.app.getByRole("button", { name: "Copy the site script" }).waitFor();
    expect(await tab.page.getByRole("button", { name: "Save", exact: true }).isEnabled()).toBe(
      true,
    );
    await tab.close();
  });

  it("is applied from the tab where it does, and reviewers see it", async () => {
    await letBrowserAsk("allowed");
    const tab = await openSetup();
    await tab.app.getByRole("button", { name: "Apply: Views and formatting" }).click();
    await line(tab, "Views and formatting").getByText("ready").waitFor();
    await tab.app.getByRole("button", { name: "Apply: Only authors" }).click();
    await line(tab, "Only authors").getByText("ready").waitFor();

    const list = `sites/technology-decisions/Lists/Decisions?person=${people.sofia}`;
    await tab.page.goto(new URL(list, sandbox.address).href);

    const first = tab.page.getByRole("link", { name: "All decisions" });
    expect(await first.getAttribute("aria-current")).not.toBeNull();
    await tab.page.getByRole("link", { name: "Reviews due" }).waitFor();
    await tab.close();
  });
});
