import { describe, expect, it } from "vitest";
import { openSettingUp } from "#flows/setup/setting-up.ts";
import { barredBy, canMakeReady, placeOf } from "#flows/setup/setup-state.ts";
import { StoreError } from "#flows/store-error.ts";
import { settingsOf } from "../list-settings-double.ts";
import { boardSite, provisioningOf, salesSite, states } from "../provisioning-double.ts";

const start = { questionListId: "technology-decision", recommendedSiteId: salesSite.id };
const settle = () => new Promise((done) => setTimeout(done));

async function opened(...args: Parameters<typeof provisioningOf>) {
  const provisioning = provisioningOf(...args);
  const settingUp = openSettingUp({ ...start, provisioning, listSettings: settingsOf() });
  await settle();
  return { provisioning, settingUp };
}

describe("opening the configuration page", () => {
  it("chooses the recommended site and says what would be made there, making nothing", async () => {
    const { settingUp, provisioning } = await opened();

    expect(settingUp.picture().chosen).toEqual(salesSite);
    expect(states(settingUp)).toEqual(["will-be-created", "will-be-created"]);
    expect(provisioning.made).toEqual([]);
  });

  it("leaves the choice open when the recommended site may not be opened", async () => {
    const { settingUp } = await opened({ site: new StoreError("forbidden", "no") });

    expect(settingUp.picture()).toMatchObject({ finding: false, lines: [] });
    expect(settingUp.picture().chosen).toBeUndefined();
  });
});

describe("making the lists ready", () => {
  it("goes from list to list and ends with the place both are kept in", async () => {
    const { settingUp, provisioning } = await opened();
    const seen: string[] = [];
    settingUp.subscribe(() => seen.push(states(settingUp).join()));

    await settingUp.makeReady();

    expect(provisioning.made).toEqual(["Decisions", "Decision events"]);
    expect([...new Set(seen)]).toEqual([
      "being-made,will-be-created",
      "ready,will-be-created",
      "ready,being-made",
      "ready,ready",
    ]);
    expect(placeOf(settingUp.picture())).toEqual({
      siteId: salesSite.id,
      decisionsListId: "list-of-Decisions",
      eventsListId: "list-of-Decision events",
    });
  });

  it("has no place while one of the lists is missing", async () => {
    const { settingUp } = await opened();

    await settingUp.makeReady("Decisions");

    expect(states(settingUp)).toEqual(["ready", "will-be-created"]);
    expect(placeOf(settingUp.picture())).toBeUndefined();
  });

  it("stops at the first list that fails and says who is barred", async () => {
    const { settingUp, provisioning } = await opened({
      makeReady: new StoreError("forbidden", "no"),
    });

    await settingUp.makeReady();

    expect(states(settingUp)).toEqual(["failed", "will-be-created"]);
    expect(provisioning.made).toEqual([]);
    expect(barredBy(settingUp.picture())?.kind).toBe("forbidden");
  });

  it("repairs a list that differs only where it can be repaired", async () => {
    const { settingUp } = await opened({ eventsDiffer: [{ sentence: "x", repairable: false }] });

    expect(states(settingUp)).toEqual(["ready", "differs"]);
    expect(canMakeReady(settingUp.picture())).toBe(false);
  });
});

describe("choosing another site while an answer is under way", () => {
  it("leaves out the answer about the site chosen before", async () => {
    const { settingUp } = await opened();
    const making = settingUp.makeReady();

    await settingUp.choose(boardSite);
    await making;

    expect(settingUp.picture().chosen).toEqual(boardSite);
    expect(states(settingUp)).toEqual(["will-be-created", "will-be-created"]);
  });

  it("shows the latest search only", async () => {
    const { settingUp, provisioning } = await opened();
    const late = provisioning.holdNextSearch();
    const first = settingUp.searchFor("sal");
    await settingUp.searchFor("board");
    late();
    await first;

    expect(settingUp.picture().search).toMatchObject({ kind: "found", text: "board" });
  });
});

describe("a mistake of our own", () => {
  it("is thrown, not shown as a failure of SharePoint", async () => {
    const { settingUp } = await opened({ makeReady: new TypeError("ours") });

    await expect(settingUp.makeReady()).rejects.toThrow("ours");
  });
});

describe("a permission that was never consented to", () => {
  it("is said at once, and the recommended site is looked for again once it is given", async () => {
    const why = new StoreError("consent-needed", "no", { scopes: ["Sites.Manage.All"] });
    const { settingUp, provisioning } = await opened({ site: why });
    expect(settingUp.picture().search).toMatchObject({ kind: "failed", why });

    provisioning.heal();
    await settingUp.lookAgain();

    expect(settingUp.picture()).toMatchObject({ chosen: salesSite, search: { kind: "idle" } });
  });
});
