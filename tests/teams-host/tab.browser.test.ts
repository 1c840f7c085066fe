import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appIn, type HostTrial, inApp, startHostTrial } from "./trial/host-trial.ts";
import { ana, guest } from "./trial/stub-sandbox.ts";

let trial: HostTrial;
beforeAll(async () => {
  trial = await startHostTrial();
});
beforeEach(() => trial.stub.tabs.clear());
afterAll(() => trial.close());

async function started(address: string, title: RegExp) {
  const page = await trial.open(address);
  const app = await appIn(page, title);
  await inApp(app, (t) => t.start());
  return { page, app };
}

const saved =
  "https://other-host.example/sandbox/app/walk.html?site=a%2Cb&list=technology-decision";

describe("a meeting without a tab", () => {
  it("offers to set one up, and opens it where the settings say after Save", async () => {
    const page = await trial.open("?surface=walk");
    await page.getByRole("button", { name: "Set up this tab" }).click();
    const setup = await appIn(page, /Set up/);
    await inApp(setup, (t) => t.start());
    const save = page.getByRole("button", { name: "Save" });
    expect(await save.isDisabled()).toBe(true);

    await inApp(setup, (t, url) => t.prepareToSave(url), saved);
    await save.click();

    await page.getByTitle(/Prepare/).waitFor();
    const source = await page.getByTitle(/Prepare/).getAttribute("src");
    expect(source).toBe(
      `${trial.stub.origin}/sandbox/app/prepare.html?site=a%2Cb&list=technology-decision`,
    );
    expect(trial.stub.tabs.get("forecasting")).toMatchObject({ contentUrl: saved });
  });

  it("stays open and says why when the page could not save", async () => {
    const { page, app } = await started("?surface=setup", /Set up/);

    await inApp(app, (t) => t.failToSave("You may not make lists here."));
    await page.getByRole("button", { name: "Save" }).click();

    await page.getByText("You may not make lists here.").waitFor();
    expect(trial.stub.tabs.size).toBe(0);
  });
});

describe("a meeting with a tab", () => {
  beforeEach(() => trial.stub.tabs.set("forecasting", { contentUrl: saved, entityId: "quorate" }));

  it("tells the page its settings", async () => {
    const { app } = await started("?surface=walk", /Walk/);

    expect(await inApp(app, (t) => t.settings())).toMatchObject({ contentUrl: saved });
  });

  it("shows on everybody's screen what one person shares", async () => {
    const other = await trial.open("?surface=walk");
    const { app } = await started("?surface=walk", /Walk/);

    const shared = `${trial.stub.origin}/sandbox/app/stage.html?site=x`;
    expect(await inApp(app, (t, url) => t.share(url), shared)).toEqual({ ok: true, value: true });

    const stage = other.getByTitle(/Stage/);
    await stage.waitFor();
    expect(await stage.getAttribute("src")).toBe(shared);
  });

  it("lets nobody share an address that is not the app's", async () => {
    const { app } = await started("?surface=walk", /Walk/);

    const answer = await inApp(app, (t) => t.share("https://elsewhere.example/stage.html"));

    expect(answer).toMatchObject({ ok: false, errorCode: "501" });
  });

  it("lets guests see the stage, not share to it", async () => {
    const { app } = await started(`?surface=walk&person=${guest}`, /Walk/);

    expect(await inApp(app, (t) => t.mayShare())).toEqual({ doesAppHaveSharePermission: false });
    const answer = await inApp(app, (t) => t.share(location.href));
    expect(answer).toMatchObject({ ok: false, errorCode: "1000" });
  });

  it("opens a dialog of the app and hands back what it submits", async () => {
    const { page, app } = await started("?surface=prepare", /Prepare/);
    const address = `${trial.stub.origin}/sandbox/app/dialog.html`;

    const answer = inApp(app, (t, url) => t.openDialog(url), address);
    const dialog = await appIn(page, /A question/);
    await inApp(dialog, (t) => t.start());
    await inApp(dialog, (t) => t.submitDialog("yes"));

    expect(await answer).toMatchObject({ result: "yes" });
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("the room", () => {
  it("signs each panel in as its own person", async () => {
    const page = await trial.open("room");
    const names = [];
    for (const who of [/Ana Ruiz/, /Guest/]) {
      const app = await appIn(page, who);
      await inApp(app, (t) => t.start());
      const answer = await inApp(app, (t) => t.signIn(["User.Read"], "silent"));
      names.push(answer.ok && answer.value.username);
    }

    expect(names).toEqual(["ana@larkfield.example", "bo@brightwater.example"]);
  });

  it("closes and opens panels, and keeps who is there in the address", async () => {
    const page = await trial.open("room");
    await page.getByRole("button", { name: "Remove Bo <b>Guest</b>'s panel" }).click();
    expect(new URL(page.url()).searchParams.get("people")).toBe(ana);

    await page.getByLabel("Add somebody").selectOption("Bo <b>Guest</b>");

    await page.getByRole("region", { name: "Side panel of Bo <b>Guest</b>" }).waitFor();
    expect(new URL(page.url()).searchParams.get("people")).toBe(`${ana},${guest}`);
  });
});
