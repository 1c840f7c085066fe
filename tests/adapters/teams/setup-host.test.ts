import { describe, expect, it } from "vitest";
import { openSetupHost } from "#adapters/teams/setup-host.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { never, teamsDouble } from "./teams-double.ts";

const settings = {
  place: { siteId: "host,a,b", decisionsListId: "d", eventsListId: "e" },
  questionListId: "technology-decision",
};

function open(replaced: object = {}) {
  const world = fixedWorld();
  const calls = teamsDouble(replaced);
  const tabUrl = ({ place }: typeof settings) =>
    `https://tab.example/walk.html?site=${place.siteId}`;
  return { world, calls, host: openSetupHost({ world, calls, tabUrl }) };
}

describe("the configuration page", () => {
  it("lights Save up and puts it out", () => {
    const { host, calls } = open();
    host.setSaveEnabled(true);
    host.setSaveEnabled(false);

    expect(calls.told).toEqual(["valid true", "valid false"]);
  });

  it("saves where decisions are kept in the tab's address, as it is when Save is pressed", async () => {
    const { host, calls, world } = open();
    let siteId = "before";
    host.onSave(() => ({ ...settings, place: { ...settings.place, siteId } }));
    siteId = "after";
    calls.pressSave();
    await world.settle();

    const contentUrl = "https://tab.example/walk.html?site=after";
    expect(JSON.parse(calls.told[0]!)).toEqual({
      entityId: "quorate",
      contentUrl,
      websiteUrl: contentUrl,
      suggestedDisplayName: "Quorate",
    });
    expect(calls.told[1]).toBe("saved");
  });

  it("says so when the client does not keep it", async () => {
    const { host, calls, world } = open({ setConfig: () => Promise.reject(new Error("no room")) });
    host.onSave(() => settings);
    calls.pressSave();
    await world.settle();

    expect(calls.told).toEqual(["not saved: Error: no room"]);
  });

  it("says so when the client never answers", async () => {
    const { host, calls, world } = open({ setConfig: never });
    host.onSave(() => settings);
    calls.pressSave();
    await world.advance(10_000);

    expect(calls.told[0]).toMatch(/^not saved: .*never answered/u);
  });
});
