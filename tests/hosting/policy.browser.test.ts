import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../e2e/browser.ts";
import { people } from "../e2e/people.ts";
import { type Sandbox, startSandbox } from "../e2e/sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "../e2e/story.ts";
import { type Tab, openTab, showTab } from "../e2e/tab.ts";
import { answers, conclude, giveAnswer, reaches } from "../e2e/walk-steps.ts";
import { watched } from "./watched-browser.ts";

/** The built product, sent with the headers that the build wrote for its hosts. */
let sandbox: Sandbox;
let real: Browser;
let browser: Browser;
let refused: readonly string[];
let log: Tab;
let stage: Tab;

beforeAll(async () => {
  [sandbox, real] = await Promise.all([startSandbox(), openBrowser()]);
  ({ browser, refused } = watched(real));
  await prepareMeeting(browser, sandbox);
  const { sofia, kwame } = await openSidePanels(browser, sandbox, ["sofia", "kwame"]);
  await startAnyway(sofia, "The others follow within minutes.");
  for (const tab of [sofia, kwame]) {
    await reaches(tab, "Question 1 of 6");
    await answers[0]?.(tab, "Sofia");
    await giveAnswer(tab);
  }
  stage = await openTab(browser, sandbox, { person: people.sofia, surface: "stage" });
  await reaches(stage, "Question 1 of 6");
  await conclude(sofia, "The table agrees.");
  await reaches(kwame, "Question 2 of 6");
  log = await openTab(browser, sandbox, { person: people.kwame, surface: "log" });
  await log.app.getByRole("heading", { level: 1 }).first().waitFor();
});
afterAll(async () => {
  await real.close();
  await sandbox.stop();
});

/** Runs a piece of a page inside the log's frame, and answers what the policy said of it. */
async function tried(act: () => Promise<unknown> | void): Promise<string> {
  const frame = await log.frame();
  const before = refused.length;
  await frame.evaluate(act);
  await expect.poll(() => refused.length).toBeGreaterThan(before);
  return refused[before] ?? "";
}

describe("the product under the policy of its hosts", () => {
  // First: what follows breaks the policy on purpose.
  it("sets up, prepares, walks, shows on the stage and keeps its log without one refusal", () => {
    expect(refused).toEqual([]);
  });

  it("looks as it should, since Fluent's rules arrive through the object model", async () => {
    const frame = await stage.frame();
    const colour = await frame.evaluate(() => {
      const provider = document.querySelector(".fui-FluentProvider");
      return provider && getComputedStyle(provider).getPropertyValue("--colorBrandBackground");
    });

    expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
  });

  it("refuses a script that somebody wrote into a page on its way", async () => {
    const context = await browser.newContext();
    await context.route("**/app/log.html*", async (route) => {
      const answer = await route.fetch();
      const planted = `<script>globalThis.planted = true</script></body>`;
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace("</body>", planted),
      });
    });
    const before = refused.length;
    const tab = await showTab(context, sandbox, { person: people.kwame, surface: "log" });
    await tab.app.getByRole("heading", { level: 1 }).first().waitFor();

    expect(refused.slice(before)).toEqual(["/sandbox/app/log.html script-src-elem inline"]);
    expect(await (await tab.frame()).evaluate(() => "planted" in globalThis)).toBe(false);
  });

  it("refuses to make markup of text", async () => {
    const said = await tried(() => {
      try {
        document.body.insertAdjacentHTML("beforeend", "<b>text</b>");
      } catch {
        // The policy's own word comes as an event.
      }
    });

    expect(said).toBe("/sandbox/app/log.html require-trusted-types-for trusted-types-sink");
  });

  it("refuses styles that were written into a page", async () => {
    const said = await tried(() => {
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
    });

    expect(said).toBe("/sandbox/app/log.html style-src-elem inline");
  });

  it("refuses to send anything to anybody but Microsoft", async () => {
    const said = await tried(() => fetch("https://example.com/").catch(() => undefined));

    expect(said).toBe("/sandbox/app/log.html connect-src https://example.com/");
  });

  it("refuses a form that leads elsewhere", async () => {
    const said = await tried(() => {
      const form = document.createElement("form");
      form.action = "https://example.com/";
      form.method = "post";
      document.body.append(form);
      form.submit();
    });

    expect(said).toBe("/sandbox/app/log.html form-action https://example.com/");
  });
});
