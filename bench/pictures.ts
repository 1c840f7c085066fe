import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../tests/e2e/browser.ts";
import { drivers } from "../tests/e2e/people.ts";
import { startSandbox } from "../tests/e2e/sandbox.ts";
import { openSidePanels, prepareMeeting } from "../tests/e2e/story.ts";
import { giveAnswer, reaches } from "../tests/e2e/walk-steps.ts";
import { projectRoot } from "../tests/house/planted.ts";
import { small } from "./small-png.ts";

/** Draws the icons of the Teams app from their SVG. */
export async function drawIcons(): Promise<void> {
  const browser = await openBrowser();
  for (const [name, size] of [
    ["color", 192],
    ["outline", 32],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(join(projectRoot, `manifest/${name}.svg`), "utf8");
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    await page.screenshot({
      path: join(projectRoot, `manifest/${name}.png`),
      omitBackground: true,
    });
  }
  await browser.close();
}

/** What each of the five thinks about the first question. */
export const thoughts: Readonly<
  Record<(typeof drivers)[number], readonly [choice: RegExp, text: string]>
> = {
  sofia: [/^Strategic/, "It changes what we promise to customers, and who promises it."],
  kwame: [/^Strategic/, "One model means one owner of the data. We never had that."],
  ines: [/^Strategic/, "Targets and bonuses follow the forecast. Both will have to change."],
  meiling: [/^Operational/, "Eighty per cent of it is cleaning up how deals are entered."],
  tomasz: [/^Strategic/, "The board plans on this number. A miss of a fifth is not routine."],
};

/** Draws the whole room in the middle of a walk, with the answers to the first question revealed. */
export async function drawRoom(): Promise<void> {
  const browser = await openBrowser();
  const sandbox = await startSandbox();
  await (await prepareMeeting(browser, sandbox)).close();
  const tabs = await openSidePanels(browser, sandbox, drivers);
  await tabs.sofia.app.getByRole("button", { name: "Start the walk" }).click();
  for (const name of drivers) {
    const [choice, words] = thoughts[name];
    await reaches(tabs[name], "Question 1 of 6");
    await tabs[name].app.getByRole("radio", { name: choice }).check();
    await tabs[name].app.getByRole("textbox", { name: /In a sentence or two/ }).fill(words);
    await giveAnswer(tabs[name]);
  }
  await reaches(tabs.sofia, "5 of 5 answered");
  await tabs.sofia.app.getByRole("button", { name: "Reveal" }).click();
  await tabs.sofia.app
    .getByRole("textbox", { name: "What the table said" })
    .fill("Strategic: the number we plan on changes hands, and so do the targets tied to it.");
  await reaches(tabs.kwame, "Question 1 of 6 · revealed");
  await tabs.kwame.app.getByText(/changes hands/).waitFor();

  const context = await browser.newContext({
    viewport: { width: 1720, height: 1290 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${sandbox.address}room?meeting=forecasting`);
  await page.getByRole("button", { name: "Show the stage" }).click();
  // Five side panels and the stage.
  const frames = page.locator("iframe");
  await frames.nth(drivers.length).waitFor();
  for (let index = 0; index <= drivers.length; index += 1) {
    const shown = frames.nth(index).contentFrame();
    await shown.getByText("Question 1 of 6 · revealed").first().waitFor();
  }
  mkdirSync(join(projectRoot, "docs/pictures"), { recursive: true });
  writeFileSync(join(projectRoot, "docs/pictures/room.png"), small(await page.screenshot()));
  await browser.close();
  await sandbox.stop();
}
