import type { Browser } from "playwright-core";
import { type Name, people } from "../tests/e2e/people.ts";
import type { Sandbox } from "../tests/e2e/sandbox.ts";
import { type Figure, quantile } from "./figures.ts";

const runs = 5;

/** Fast 4G as Chromium's own tools set it, in bytes a second and milliseconds. */
const fast4G = {
  offline: false,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
  latency: 165,
};

interface Marks {
  readonly paintedMs: number;
  readonly usableMs: number;
}

/** How long the side panel takes from its address to its first picture, and to an answer box. */
export async function measureColdLoad(
  browser: Browser,
  sandbox: Sandbox,
  name: Name,
): Promise<readonly Figure[]> {
  const marks: Marks[] = [];
  for (let run = 0; run < runs; run += 1) marks.push(await loadOnce(browser, sandbox, name));
  const painted = marks.map(({ paintedMs }) => paintedMs / 1000);
  const usable = marks.map(({ usableMs }) => usableMs / 1000);
  const note = `median of ${runs}; 4 × CPU slow-down, fast 4G, nothing cached`;
  return [
    {
      what: "side panel: first paint",
      value: quantile(painted, 0.5),
      unit: "s",
      target: 0.4,
      note,
    },
    {
      what: "side panel: usable",
      value: quantile(usable, 0.5),
      unit: "s",
      target: 1.55,
      note: `${note}; half of what a meeting sample of Microsoft's took`,
    },
  ];
}

async function loadOnce(browser: Browser, sandbox: Sandbox, name: Name): Promise<Marks> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(noteWhenUsable);
    // The host page and its worker are Teams' business: only the tab itself is loaded slowly.
    await page.goto(`${sandbox.address}?person=${people[name]}&surface=log`);
    await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    const chrome = await context.newCDPSession(page);
    await chrome.send("Network.enable");
    await chrome.send("Network.setCacheDisabled", { cacheDisabled: true });
    await chrome.send("Network.emulateNetworkConditions", fast4G);
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.getByRole("button", { name: "Walk", exact: true }).click();
    await page.frameLocator("iframe").getByRole("button", { name: "Give my answer" }).waitFor();
    const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
    if (!frame) throw new Error("The host page shows no frame.");
    return await frame.evaluate(() => ({
      paintedMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      usableMs: performance.getEntriesByName("usable")[0]?.startTime ?? Number.NaN,
    }));
  } finally {
    await context.close();
  }
}

/** Runs in every frame before its own scripts: marks the moment when an answer can be given. */
function noteWhenUsable(): void {
  const look = new MutationObserver(() => {
    const buttons = Array.from(document.querySelectorAll("button"));
    if (!buttons.some(({ textContent }) => textContent === "Give my answer")) return;
    performance.mark("usable");
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}
