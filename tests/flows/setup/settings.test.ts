import { describe, expect, it } from "vitest";
import type { ListSettings } from "#flows/ports.ts";
import { openSettingUp } from "#flows/setup/setting-up.ts";
import { barredBy, mayWantRoles, placeOf } from "#flows/setup/setup-state.ts";
import { StoreError } from "#flows/store-error.ts";
import { settingsOf } from "../list-settings-double.ts";
import { boardSite, provisioningOf, salesSite, states } from "../provisioning-double.ts";

const settle = () => new Promise((done) => setTimeout(done));
const refused = new StoreError("no-answer", "The browser may not ask");

async function opened(
  listSettings: ListSettings,
  behaviour: Parameters<typeof provisioningOf>[0] = {},
) {
  const provisioning = provisioningOf(behaviour);
  const settingUp = openSettingUp({
    provisioning,
    listSettings,
    questionListId: "technology-decision",
    recommendedSiteId: salesSite.id,
  });
  await settle();
  const kinds = () => settingUp.picture().settings.map(({ state }) => state.kind);
  return { provisioning, settingUp, kinds };
}

/** Lists that are there, so that their settings can be looked at. */
const there = { eventsDiffer: [] } as const;

describe("what only SharePoint can set", () => {
  it("waits for the lists and is applied with them", async () => {
    const settings = settingsOf();
    const { settingUp, kinds } = await opened(settings);
    expect(kinds()).toEqual(["waiting", "waiting"]);

    await settingUp.makeReady();

    expect(settings.applied).toEqual(["views", "write-security"]);
    expect(kinds()).toEqual(["ready", "ready"]);
  });

  it("is only looked at where the lists were there already", async () => {
    const settings = settingsOf();
    const { settingUp, kinds } = await opened(settings, there);
    expect(kinds()).toEqual(["will-be-applied", "will-be-applied"]);
    expect(settings.applied).toEqual([]);

    await settingUp.applySettings("write-security");

    expect(kinds()).toEqual(["will-be-applied", "ready"]);
  });

  it("changed by hand stays so until somebody asks for it to be repaired", async () => {
    const lists = { eventsDiffer: [{ sentence: "x", repairable: true }] };
    const settings = settingsOf({ viewsDiffer: ["The view “Deferred” is missing."] });
    const { settingUp, kinds } = await opened(settings, lists);
    await settingUp.makeReady();
    expect(kinds()).toEqual(["differs", "ready"]);

    await settingUp.applySettings();

    expect(kinds()).toEqual(["ready", "ready"]);
  });

  it("is left to a person where Quorate may not, and holds nothing back", async () => {
    const { settingUp, kinds } = await opened(settingsOf({ inspect: refused }));

    await settingUp.makeReady();

    expect(kinds()).toEqual(["by-hand", "by-hand"]);
    expect(placeOf(settingUp.picture())).toBeDefined();
  });

  it("is looked at again, and applied, once Quorate may", async () => {
    const settings = settingsOf({ inspect: refused });
    const { settingUp, kinds } = await opened(settings, there);
    settings.heal();

    await settingUp.applySettings();

    expect(kinds()).toEqual(["ready", "ready"]);
  });

  it("that fails on the way is left to a person, the others go on", async () => {
    const failing = settingsOf({ apply: refused });
    const { settingUp, kinds } = await opened(failing);

    await settingUp.makeReady();

    expect(kinds()).toEqual(["by-hand", "by-hand"]);
  });

  it("of a site chosen before is left out", async () => {
    const { settingUp, kinds } = await opened(settingsOf(), there);
    const applying = settingUp.applySettings();

    await settingUp.choose(boardSite);
    await applying;

    expect(kinds()).toEqual(["waiting", "waiting"]);
  });

  it("is no hiding place for a mistake of our own", async () => {
    const { settingUp } = await opened(settingsOf({ apply: new TypeError("ours") }), there);

    await expect(settingUp.applySettings()).rejects.toThrow("ours");
  });
});

describe("the optional list of standing roles", () => {
  it("is neither shown nor made unless somebody wants it", async () => {
    const { settingUp, provisioning } = await opened(settingsOf());

    expect(states(settingUp)).toEqual(["will-be-created", "will-be-created"]);
    expect(mayWantRoles(settingUp.picture())).toBe(true);
    await settingUp.makeReady();
    expect(provisioning.made).not.toContain("Decision roles");
  });

  it("is made with the others where somebody does", async () => {
    const { settingUp, provisioning } = await opened(settingsOf());

    settingUp.wantRoles(true);
    await settingUp.makeReady();

    expect(provisioning.made).toEqual(["Decisions", "Decision events", "Decision roles"]);
    expect(mayWantRoles(settingUp.picture())).toBe(false);
  });

  it("bars nobody from saving when it cannot be made", async () => {
    const forbidden = new StoreError("forbidden", "no");
    const { settingUp } = await opened(settingsOf(), { ...there, makeReady: forbidden });

    settingUp.wantRoles(true);
    await settingUp.makeReady();

    expect(states(settingUp)).toEqual(["ready", "ready", "failed"]);
    expect(barredBy(settingUp.picture())).toBeUndefined();
    expect(placeOf(settingUp.picture())).toBeDefined();
  });
});
