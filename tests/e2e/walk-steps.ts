import type { Tab } from "./tab.ts";

/** What one person says to each of the six questions, in their order. */
export type Answering = (tab: Tab, who: string) => Promise<void>;

async function brief({ app }: Tab, label: string, words: string): Promise<void> {
  await app.getByRole("textbox", { name: label }).fill(words);
}

/** One way to answer each question of the list "Technology decision", in its order. */
export const answers: readonly Answering[] = [
  async ({ app }) => app.getByRole("radio", { name: /Strategic/ }).check(),
  async (tab, who) => {
    await brief(tab, "What is measured", "Forecast error");
    await brief(tab, "From", "31");
    await brief(tab, "To", "12");
    await brief(tab, "Unit", "%");
    await brief(tab, "In a sentence or two", `${who} would stop forecasting by feel.`);
  },
  async (tab, who) => brief(tab, "Your answer", `${who} sees no way to get there with the sheets.`),
  async (tab, who) => {
    await brief(tab, "The risk", `${who} cannot judge what the model learns from deals.`);
    await tab.app
      .getByRole("combobox", { name: "Kind of risk" })
      .selectOption({ label: "Privacy" });
  },
  async (tab, who) => {
    await tab.app.getByRole("radio", { name: "4", exact: true }).check();
    await brief(tab, "In a sentence or two", `${who} can, with one owner per region.`);
  },
  async (tab, who) => {
    await brief(tab, "What will be decided", `Which steps stay with people, says ${who}`);
    await brief(tab, "Who decides it", "Sales Operations");
  },
];

/** Says what is in the form now, and waits until SharePoint has it. */
export async function giveAnswer({ app }: Tab): Promise<void> {
  await app.getByRole("button", { name: "Give my answer" }).click();
  await app
    .getByText(/^Saved/)
    .first()
    .waitFor();
}

/** Reveals, writes down what the table said, and goes on: the facilitator's part of a question. */
export async function conclude({ app }: Tab, conclusion: string): Promise<void> {
  await app.getByRole("button", { name: "Reveal" }).click();
  await app.getByRole("textbox", { name: "What the table said" }).fill(conclusion);
  await app.getByRole("button", { name: "Conclude and go on" }).click();
}

/** Waits until a tab shows this question. */
export async function reaches({ app }: Tab, place: string): Promise<void> {
  await app.getByText(place, { exact: true }).first().waitFor();
}

/** Puts a proposal to the table, under the rule that was chosen before. */
export async function propose({ app }: Tab, proposal: string): Promise<void> {
  await app.getByRole("textbox", { name: "The proposal" }).fill(proposal);
  await app.getByRole("button", { name: "Take stances" }).click();
}

/** Takes a stance, with a reason where it needs one. */
export async function takeStance({ app }: Tab, stance: string, why?: string): Promise<void> {
  await app
    .getByRole("radio", { name: new RegExp(`^${stance}\\b`) })
    .first()
    .check();
  if (why !== undefined) await app.getByRole("textbox", { name: "Why", exact: true }).fill(why);
  await app.getByRole("button", { name: "Give my stance" }).click();
}

/** Says the decider's word once the stances are heard. */
export async function rule({ app }: Tab, ruling: string): Promise<void> {
  await app.getByRole("radio", { name: new RegExp(`^${ruling}`) }).check();
  await app.getByRole("button", { name: "Give my ruling" }).click();
}
