import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersIn } from "../e2e/axe.ts";
import { appIn, type HostTrial, inApp, startHostTrial } from "./trial/host-trial.ts";

let trial: HostTrial;
beforeAll(async () => {
  trial = await startHostTrial();
  trial.stub.tabs.set("forecasting", {
    contentUrl: "https://x.example/walk.html?site=1",
    stage: { url: "https://x.example/stage.html?site=1", by: "ana" },
  });
});
afterAll(() => trial.close());

/** The page with everything open that opens. */
async function openEverything(address: string): Promise<Page> {
  const page = await trial.open(address);
  await page
    .getByTitle(/Quorate/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Graph traffic" }).click();
  if (!address.startsWith("room")) await page.getByText("More switches").click();
  return page;
}

describe("the host page", () => {
  it.each(
    ["light", "dark", "contrast"].flatMap((theme) =>
      ["?surface=walk", "?surface=setup", "room?"].map((address) => `${address}&theme=${theme}`),
    ),
  )("has nothing that axe objects to: %s", async (address) => {
    const page = await openEverything(address);

    expect(await barriersIn(page.mainFrame())).toEqual([]);
  });

  it("asks for consent in a dialog that axe does not object to", async () => {
    trial.stub.unconsented.add("User.Read");
    const page = await trial.open("?surface=walk");
    const app = await appIn(page, /Walk/);
    await inApp(app, (t) => t.start());
    const answer = inApp(app, (t) => t.signIn(["User.Read"], "popup"));
    await page.getByRole("dialog").waitFor();

    expect(await barriersIn(page.mainFrame())).toEqual([]);

    await page.keyboard.press("Escape");
    expect(await answer).toMatchObject({ ok: false, errorCode: "user_canceled" });
    trial.stub.unconsented.clear();
  });

  it("is no wider than a window of 280 pixels", async () => {
    const page = await trial.open("?surface=walk");
    await page.setViewportSize({ width: 280, height: 640 });
    const frame = page.getByTitle(/Walk/);
    await frame.waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(280);
    expect((await frame.boundingBox())?.width).toBe(280);
  });

  it("gives a side panel 280 of its 320 pixels, as Teams does", async () => {
    const page = await trial.open("?surface=walk");
    const frame = page.getByTitle(/Walk/);
    await frame.waitFor();

    const panel = page.getByRole("region", { name: "Side panel" });
    expect((await panel.boundingBox())?.width).toBe(320);
    expect(await frame.evaluate((element) => element.clientWidth)).toBe(280);
  });

  it("is worked with the keyboard alone", async () => {
    const page = await trial.open("?surface=walk");
    await page.getByTitle(/Walk/).waitFor();

    await page.getByText("More switches").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Connection").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Connection").isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");

    await page.getByRole("complementary", { name: "Graph traffic" }).waitFor();
  });
});
