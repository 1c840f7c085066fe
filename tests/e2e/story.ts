import type { Browser } from "playwright-core";
import { itemsOf } from "./graph.ts";
import { type Name, people } from "./people.ts";
import {
  chooseDecider,
  fillGap,
  forecasting,
  frame,
  passGate,
  seatDrivers,
  setUp,
} from "./prepare-steps.ts";
import type { Sandbox } from "./sandbox.ts";
import { type Tab, openTab } from "./tab.ts";

/** Sofia sets the tab up and prepares the forecasting decision: five drivers, one for each function. */
export async function prepareMeeting(browser: Browser, sandbox: Sandbox): Promise<Tab> {
  const organizer = await openTab(browser, sandbox, { person: people.sofia, surface: "setup" });
  await setUp(organizer);
  await frame(organizer, forecasting);
  await passGate(organizer, /where the whole company is going/);
  await seatDrivers(organizer, ["Sofia Brandt", "Kwame Mensah", "Inés Navarro", "Mei-Ling Chen"]);
  await chooseDecider(organizer, /Sofia Brandt/);
  const gap = organizer.app.getByText(/Finance is needed for this outcome/);
  await gap.waitFor();
  await fillGap(organizer, "Finance", "Tomasz Zieliński");
  await gap.waitFor({ state: "hidden" });
  await untilKept(sandbox, "Tomasz Zieliński");
  return organizer;
}

/**
 * Until the list has the last thing that was prepared. What is still on its way when a browser
 * context is closed goes with it, as it would with a browser whose profile is thrown away.
 */
async function untilKept(sandbox: Sandbox, seated: string): Promise<void> {
  const isKept = (fields: Readonly<Record<string, unknown>>) =>
    fields["Kind"] === "seat-set" && String(fields["Payload"]).includes(seated);
  for (let look = 0; look < 1000; look += 1) {
    const events = await itemsOf(sandbox, people.sofia, "Decision events");
    if (events.some(({ fields }) => isKept(fields))) return;
  }
  throw new Error(`The list never heard that ${seated} has a seat.`);
}

/** Opens the side panel for each of these people, in a browser context of their own. */
export async function openSidePanels<N extends Name>(
  browser: Browser,
  sandbox: Sandbox,
  names: readonly N[],
  meeting = "forecasting",
): Promise<Readonly<Record<N, Tab>>> {
  const opened = await Promise.all(
    names.map(async (name) => {
      const wish = { person: people[name], surface: "walk", meeting } as const;
      const tab = await openTab(browser, sandbox, wish);
      return [name, tab] as const;
    }),
  );
  return Object.fromEntries(opened) as Record<N, Tab>;
}

/** Starts the walk although not everybody is there, with a reason that goes into the record. */
export async function startAnyway({ app }: Tab, why: string): Promise<void> {
  await app.getByRole("button", { name: "Start anyway…" }).click();
  await app.getByRole("textbox", { name: /^Why you start without it/ }).fill(why);
  await app.getByRole("button", { name: "Start the walk" }).click();
}
