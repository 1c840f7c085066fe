import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { appIn, type HostTrial, inApp, startHostTrial } from "./trial/host-trial.ts";

let trial: HostTrial;
let page: Page;
let app: Frame;
beforeAll(async () => {
  trial = await startHostTrial();
});
afterEach(async () => {
  trial.stub.unconsented.clear();
  trial.stub.tokenSeconds = 3600;
  await page.context().close();
});
afterAll(() => trial.close());

async function openWith(query: string): Promise<void> {
  page = await trial.open(`?surface=walk${query}`);
  app = await appIn(page, /Walk/);
  await inApp(app, (t) => t.start());
}

const silently = () => inApp(app, (t) => t.signIn(["User.Read"], "silent"));
const byPopup = () => inApp(app, (t) => t.signIn(["User.Read"], "popup"));

describe("signing in through the real MSAL", () => {
  it("gives the token of the person who looks, without asking anything", async () => {
    await openWith("");

    expect(await silently()).toMatchObject({
      ok: true,
      value: { username: "ana@larkfield.example", fromCache: false },
    });
  });

  it("asks the host once while a token has time left, and each time when it has not", async () => {
    await openWith("");
    await silently();
    expect(await silently()).toMatchObject({ value: { fromCache: true } });
    await page.context().close();

    trial.stub.tokenSeconds = 200;
    await openWith("");
    await silently();
    expect(await silently()).toMatchObject({ value: { fromCache: false } });
  });

  it("leads through the consent dialog when nobody consented yet", async () => {
    trial.stub.unconsented.add("User.Read");
    await openWith("");
    expect(await silently()).toMatchObject({ ok: false, name: "InteractionRequiredAuthError" });

    const answer = byPopup();
    const question = page.getByRole("dialog", { name: "Quorate asks for permission" });
    expect(await question.innerText()).toContain("User.Read");
    await question.getByRole("button", { name: "Accept" }).click();

    expect(await answer).toMatchObject({ ok: true, value: { username: "ana@larkfield.example" } });
    expect(await silently()).toMatchObject({ ok: true });
  });

  it("tells a person that only an administrator may grant this, and ends there", async () => {
    trial.stub.unconsented.add("User.Read.All");
    await openWith("");

    const answer = inApp(app, (t) => t.signIn(["User.Read.All"], "popup"));
    const question = page.getByRole("dialog", { name: "An administrator has to approve this" });
    await question.waitFor();
    expect(await question.getByRole("button").allInnerTexts()).toEqual(["Back"]);
    await question.getByRole("button", { name: "Back" }).click();

    expect(await answer).toMatchObject({
      ok: false,
      name: "ServerError",
      errorCode: "consent_required",
    });
  });

  it("reports a person who says no, and grants nothing", async () => {
    trial.stub.unconsented.add("User.Read");
    await openWith("");

    const answer = byPopup();
    await page.getByRole("button", { name: "Cancel" }).click();

    expect(await answer).toMatchObject({ ok: false, errorCode: "user_canceled" });
    expect(trial.stub.unconsented).toContain("User.Read");
  });
});

describe("a sign-in that fails on purpose", () => {
  it.each([
    ["USER_INTERACTION_REQUIRED", "InteractionRequiredAuthError", "user_interaction_required"],
    ["USER_CANCEL", "ClientAuthError", "user_canceled"],
    ["NO_NETWORK", "ClientAuthError", "no_network_connectivity"],
    ["ACCOUNT_UNAVAILABLE", "ClientAuthError", "no_account_found"],
    ["DISABLED", "ClientAuthError", "nested_app_auth_bridge_disabled"],
    ["NESTED_APP_AUTH_UNAVAILABLE", "ClientAuthError", "nested_app_auth_unavailable"],
    ["TRANSIENT_ERROR", "ServerError", "transient_error"],
    ["PERSISTENT_ERROR", "ServerError", "persistent_error"],
  ])("reaches the app as MSAL's own error: %s", async (status, name, errorCode) => {
    await openWith(`&signIn=${status}`);

    expect(await silently()).toEqual({ ok: false, name, errorCode });
  });

  it("goes through a popup where the person only has to confirm", async () => {
    await openWith("&signIn=USER_INTERACTION_REQUIRED");

    const answer = byPopup();
    await page.getByRole("dialog", { name: "Confirm that it is you" }).waitFor();
    await page.getByRole("button", { name: "Accept" }).click();

    expect(await answer).toMatchObject({ ok: true });
  });

  it("never ends when the host keeps silent", async () => {
    await openWith("&signIn=silent");

    const ended = await Promise.race([
      silently().then(() => "ended"),
      page.waitForTimeout(1500).then(() => "waiting"),
    ]);

    expect(ended).toBe("waiting");
  });
});
