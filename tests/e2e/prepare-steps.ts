import type { Tab } from "./tab.ts";

/** Creates the lists and saves the tab, as an owner of the site does once per meeting. */
export async function setUp({ app, page }: Tab): Promise<void> {
  await app.getByRole("button", { name: /^Create / }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.getByRole("heading", { name: "What do you want to decide?" }).waitFor();
}

/** Finds a site by its name and chooses it, where none is recommended. */
export async function chooseSite({ app }: Tab, name: string): Promise<void> {
  await app.getByRole("searchbox", { name: "Find a site by its name" }).fill(name);
  await app.getByRole("button", { name: "Find sites" }).click();
  await app.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
}

export interface Framing {
  readonly title: string;
  readonly whyNow: string;
  readonly outcome: string;
  readonly without: string;
  readonly functions: readonly string[];
}

/** The decision of the seeded meeting. */
export const forecasting: Framing = {
  title: "Redesign sales forecasting around one shared model",
  whyNow: "Two quarters in a row missed the forecast by a fifth.",
  outcome: "A forecast error below 12 % by next June.",
  without: "Every region keeps its own sheets, and Finance corrects them by hand.",
  functions: ["Sales", "IT", "HR", "Finance", "Sales Operations"],
};

/** Frames a decision and says which functions its outcome needs. */
export async function frame({ app }: Tab, framing: Framing): Promise<void> {
  await app.getByRole("textbox", { name: "What would be done" }).fill(framing.title);
  await app.getByRole("button", { name: "Frame a decision" }).click();
  await app.getByRole("textbox", { name: "Why now" }).fill(framing.whyNow);
  await app.getByRole("textbox", { name: "Wanted outcome" }).fill(framing.outcome);
  await app.getByRole("textbox", { name: "What if we don’t?" }).fill(framing.without);
  for (const name of framing.functions) {
    await app.getByRole("checkbox", { name, exact: true }).check();
  }
  await app.getByRole("button", { name: "Done: Decision" }).click();
}

/** Answers the gate with yes to one of its questions and no to all others. */
export async function passGate({ app }: Tab, yesTo: RegExp): Promise<void> {
  await app.getByRole("button", { name: "Answer: Does it need a group?" }).click();
  await app.getByRole("group", { name: yesTo }).getByRole("radio", { name: "Yes" }).check();
  await app.getByRole("button", { name: "Done: Does it need a group?" }).click();
}

/** Seats invited people as drivers with the function Graph suggests: two clicks each. */
export async function seatDrivers({ app }: Tab, names: readonly string[]): Promise<void> {
  await app.getByRole("button", { name: /^(Seat people|Edit): Who is at the table$/ }).click();
  const invited = app.getByRole("region", { name: /^Invited/ });
  for (const name of names) {
    await invited.getByRole("button", { name }).click();
    await invited.getByRole("button", { name: "Seat as driver" }).click();
  }
}

/** Makes one driver the decider, from the finding that says there is none. */
export async function chooseDecider({ app }: Tab, name: RegExp): Promise<void> {
  await app.getByRole("button", { name: "Choose who decides" }).click();
  await app.getByRole("region", { name: "Who decides?" }).getByRole("button", { name }).click();
}

/** Fills the gap that a finding names with somebody who could sit there. */
export async function fillGap({ app }: Tab, functionName: string, person: string): Promise<void> {
  await app.getByRole("button", { name: `Seat someone from ${functionName}` }).click();
  await app
    .getByRole("region", { name: `Seat someone from ${functionName}` })
    .getByRole("button", { name: person, exact: true })
    .click();
}
