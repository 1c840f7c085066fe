import type { Browser } from "playwright-core";
import { people } from "../tests/e2e/people.ts";
import { chooseSite, forecasting, frame, setUp } from "../tests/e2e/prepare-steps.ts";
import { type Sandbox, tell } from "../tests/e2e/sandbox.ts";
import { openTab } from "../tests/e2e/tab.ts";
import type { Figure } from "./figures.ts";

interface Meter {
  readonly total: { readonly requests: number; readonly resourceUnits: number };
}

/** Who organizes which seeded meeting, and how many people it has. */
const meetings = [
  { meeting: "forecasting", organizer: people.sofia, size: 7 },
  {
    meeting: "all-hands",
    organizer: "10000000-0000-4000-8000-000000000009",
    size: 300,
    site: "Company decisions",
  },
];

/** What opening the preparation of a small and of a large meeting asks of Graph, to the last attendee. */
export async function measureOpening(
  browser: Browser,
  sandbox: Sandbox,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { meeting, organizer, size, site } of meetings) {
    const first = await openTab(browser, sandbox, { person: organizer, surface: "setup", meeting });
    if (site !== undefined) await chooseSite(first, site);
    await setUp(first);
    await frame(first, forecasting);
    await first.close();
    const before = await readMeter(sandbox);
    const tab = await openTab(browser, sandbox, { person: organizer, surface: "prepare", meeting });
    await tab.app.getByRole("button", { name: /: Who is at the table$/ }).click();
    await tab.app.getByRole("heading", { name: /^Invited \(\d+\)$/ }).waitFor();
    const after = await readMeter(sandbox);
    const requests = await (await tab.frame()).evaluate(countGraphRequests);
    await tab.close();
    const what = `opening a meeting of ${size}`;
    figures.push(
      {
        what: `${what}: Graph requests`,
        value: requests,
        unit: "requests",
        note: "a batch is one request",
        ...(size === 300 && { target: 20 }),
      },
      {
        what: `${what}: the same, what is in a batch counted too`,
        value: after.total.requests - before.total.requests,
        unit: "requests",
      },
      {
        what: `${what}: resource units`,
        value: after.total.resourceUnits - before.total.resourceUnits,
        unit: "units",
      },
    );
  }
  return figures;
}

/** Runs in the tab's frame. */
function countGraphRequests(): number {
  const loaded = performance.getEntriesByType("resource");
  return loaded.filter(({ name }) => name.startsWith("https://graph.microsoft.com/")).length;
}

async function readMeter(sandbox: Sandbox): Promise<Meter> {
  return (await tell(sandbox, "GET", "meter")) as Meter;
}
