import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { askGraph, decisionSite } from "./graph.ts";
import { people } from "./people.ts";
import { setUp } from "./prepare-steps.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openTab } from "./tab.ts";

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const columns = `/sites/${decisionSite}/lists/Decisions/columns`;

interface Columns {
  readonly value: readonly {
    readonly id: string;
    readonly name: string;
    readonly indexed: boolean;
  }[];
}

async function columnNamed(name: string) {
  const answer = await askGraph(sandbox, people.sofia, columns);
  return ((await answer.json()) as Columns).value.find((column) => column.name === name);
}

describe("a list that somebody changed by hand", () => {
  it("is named with what differs, and repaired at one click", async () => {
    const first = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
    await setUp(first);
    await first.close();
    const column = await columnNamed("Status");
    await askGraph(sandbox, people.sofia, `${columns}/${column?.id}`, {
      method: "PATCH",
      body: { indexed: false },
    });

    const again = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
    await again.app.getByText(/^Column Status/).waitFor();
    await again.app.getByRole("button", { name: "Repair Decisions" }).click();

    await expect
      .poll(async () => (await columnNamed("Status"))?.indexed, { timeout: 20_000 })
      .toBe(true);
    await again.app.getByText(/^Column Status/).waitFor({ state: "hidden" });
  });
});
