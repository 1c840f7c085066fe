import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appIn, type HostTrial, inApp, startHostTrial } from "./trial/host-trial.ts";
import { ana } from "./trial/stub-sandbox.ts";

let trial: HostTrial;
beforeAll(async () => {
  trial = await startHostTrial();
});
afterAll(() => trial.close());

/** A page of the app that has said hello. */
async function started(address: string, title: RegExp) {
  const page = await trial.open(address);
  const app = await appIn(page, title);
  await inApp(app, (t) => t.start());
  return { page, app };
}

describe("an app that uses the real teams-js", () => {
  it("learns who looks, in which meeting, and where it stands", async () => {
    const { app } = await started("?surface=walk&theme=dark&language=de-DE", /Walk/);

    expect(await inApp(app, (t) => t.context())).toMatchObject({
      app: { theme: "dark", locale: "de-DE", host: { name: "Teams", clientType: "web" } },
      page: { frameContext: "sidePanel" },
      user: { id: ana, userPrincipalName: "ana@larkfield.example", displayName: "Ana Ruiz" },
      chat: { id: "19:meeting_abc@thread.v2" },
      meeting: { id: btoa("0#19:meeting_abc@thread.v2#0") },
    });
  });

  it("has no meeting and no chat in a personal tab", async () => {
    const { app } = await started("?meeting=none", /Prepare/);

    const context = await inApp(app, (t) => t.context());

    expect(context.chat).toBeUndefined();
    expect(context.meeting).toBeUndefined();
    expect(await inApp(app, (t) => t.details())).toMatchObject({ ok: false, errorCode: "501" });
  });

  it("hears a change of theme without being loaded again", async () => {
    const { page, app } = await started("?surface=prepare", /Prepare/);
    await inApp(app, (t) => t.hearTheme());

    await page.getByLabel("Theme").selectOption("High contrast");
    await app.waitForFunction(() => "trial" in window);

    await expect.poll(() => inApp(app, (t) => t.heard)).toEqual(["contrast"]);
    expect(page.url()).toContain("theme=contrast");
  });

  it("may greet again after a reload, as new", async () => {
    const { app } = await started("?surface=log", /Log/);
    await inApp(app, (t) => t.hearTheme());

    await app.goto(app.url());
    await app.waitForFunction(() => "trial" in window);
    await inApp(app, (t) => t.start());

    expect(await inApp(app, (t) => t.context())).toMatchObject({
      page: { frameContext: "content" },
    });
  });

  it("is offered sign-in only where the host has it", async () => {
    const { app } = await started("?surface=walk&signIn=no-bridge", /Walk/);

    expect(await inApp(app, (t) => t.mayRecommendSignIn())).toBe(false);
    expect(await inApp(app, (t) => t.hasBridge())).toBe(false);
  });
});

describe("meeting details", () => {
  it("come with title, chat and organizer", async () => {
    const { app } = await started("?surface=walk", /Walk/);

    expect(await inApp(app, (t) => t.details())).toMatchObject({
      ok: true,
      value: {
        details: { title: "Redesign sales forecasting", type: "Scheduled" },
        conversation: { id: "19:meeting_abc@thread.v2" },
        organizer: { id: ana },
      },
    });
  });

  it("are refused with the code for a missing permission when that is switched on", async () => {
    const { app } = await started("?surface=walk&meetingDetails=refused", /Walk/);

    expect(await inApp(app, (t) => t.details())).toMatchObject({ ok: false, errorCode: "1000" });
  });
});

describe("a call nobody knows", () => {
  it("stays unanswered and stands in the drawer by its name", async () => {
    const { page, app } = await started("?surface=prepare", /Prepare/);

    await inApp(app, (t) => t.callUnknown("stageView.open"));
    await page.getByRole("button", { name: "Graph traffic 1 unknown call" }).click();

    const entry = page.getByRole("list", { name: "Calls this host does not know" });
    await expect.poll(() => entry.innerText()).toContain("Unknown call: stageView.open");
  });
});
