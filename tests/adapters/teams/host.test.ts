import { describe, expect, it } from "vitest";
import { openHost } from "#adapters/teams/host.ts";
import type { Host } from "#flows/ports.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { contextWith, never, teamsDouble } from "./teams-double.ts";

const stageUrl = "https://tab.example/stage.html?site=x";

async function open(replaced: object = {}) {
  const world = fixedWorld();
  const calls = teamsDouble(replaced);
  const windows: string[] = [];
  const openWindow = (url: string) => void windows.push(url);
  const opening = await world.until(openHost({ world, stageUrl, calls, openWindow }));
  if (opening.kind !== "host") throw new Error("no host");
  return { world, calls, windows, host: opening.host };
}

async function contextFrom(change: object): Promise<Host["context"]> {
  const { host } = await open({ getContext: () => Promise.resolve(contextWith(change)) });
  return host.context;
}

describe("opening the page", () => {
  it("in Teams tells where it is, and who looks", async () => {
    expect(await contextFrom({})).toEqual({
      surface: "walk",
      theme: "light",
      locale: "en-gb",
      chatId: "19:meeting_abc@thread.v2",
      userId: "10000000-0000-4000-8000-00000000000a",
      tenantId: "1a2b0000-0000-4000-8000-00000000f1e1",
      isAnonymous: false,
    });
  });

  it("in a browser is no error: there is no host", async () => {
    const calls = teamsDouble({
      initialize: () => Promise.reject(new Error("Initialization Failed. No Parent window found.")),
    });

    expect(await openHost({ world: fixedWorld(), stageUrl, calls })).toEqual({ kind: "no-host" });
  });

  it.each(["initialize", "getContext"])(
    "gives up on a client that never answers %s",
    async (call) => {
      const world = fixedWorld();
      const opening = openHost({ world, stageUrl, calls: teamsDouble({ [call]: never }) });

      await expect(world.until(opening)).rejects.toMatchObject({ kind: "no-answer" });
    },
  );

  it("does not wait for a client that never says it has heard", async () => {
    const { host, world } = await open({ notifySuccess: never });

    expect(host.context.surface).toBe("walk");
    expect(world.timers).toBe(0);
  });
});

describe("the place of the page", () => {
  it.each([
    ["settings", "setup"],
    ["content", "prepare"],
    ["sidePanel", "walk"],
    ["meetingStage", "stage"],
    ["remove", "setup"],
    ["hologram", "prepare"],
  ])("with frame context %s is %s", async (frameContext, surface) => {
    expect((await contextFrom({ page: { frameContext } })).surface).toBe(surface);
  });

  it("has no chat in a personal tab, an ordinary chat or a channel", async () => {
    const meeting = undefined;
    const chats = [
      { chat: undefined, meeting },
      { chat: { id: "19:abc@thread.v2" }, meeting },
      { chat: { id: "19:abc@thread.tacv2" } },
    ];
    const contexts = await Promise.all(chats.map(contextFrom));

    expect(contexts.map(({ chatId }) => chatId)).toEqual([undefined, undefined, undefined]);
  });

  it("has its chat also where the client forgets to name the meeting", async () => {
    const context = await contextFrom({ meeting: undefined });

    expect(context.chatId).toBe("19:meeting_abc@thread.v2");
  });

  it("may be looked at by somebody without an identity", async () => {
    expect(await contextFrom({ user: undefined })).toMatchObject({ isAnonymous: true });
    const user = { id: "x", licenseType: "Anonymous" };
    expect(await contextFrom({ user })).toMatchObject({ isAnonymous: true });
  });
});

describe("the theme", () => {
  it.each([
    ["default", "light"],
    ["dark", "dark"],
    ["glass", "dark"],
    ["contrast", "contrast"],
    ["unheard-of", "light"],
  ])("%s is %s", async (theme, expected) => {
    expect((await contextFrom({ app: { theme, locale: "" } })).theme).toBe(expected);
  });

  it("that changes is told to everybody who still listens", async () => {
    const { host, calls } = await open();
    const heard: string[] = [];
    host.onTheme((theme) => heard.push(`first ${theme}`));
    const stop = host.onTheme((theme) => heard.push(`second ${theme}`));
    calls.changeTheme("dark");
    stop();
    calls.changeTheme("contrast");

    expect(heard).toEqual(["first dark", "second dark", "first contrast"]);
  });
});

describe("the meeting", () => {
  const details = {
    details: {
      title: "Redesign sales forecasting",
      scheduledStartTime: "2026-11-23T14:00:00Z",
      scheduledEndTime: "2026-11-23T15:00:00Z",
    },
    conversation: { id: "19:meeting_abc@thread.v2" },
    organizer: { id: "8:orgid:10000000-0000-4000-8000-00000000000A" },
  };
  const meetingFrom = async (answer: unknown) =>
    (await open({ getMeetingDetails: () => Promise.resolve(answer) })).host.meeting();

  it("is told with its times, and its organizer by Entra id", async () => {
    expect(await meetingFrom(details)).toEqual({
      key: "19:meeting_abc@thread.v2",
      subject: "Redesign sales forecasting",
      organizer: { id: "10000000-0000-4000-8000-00000000000a", name: "Sofia Brandt" },
      startsAtMs: Date.UTC(2026, 10, 23, 14),
      endsAtMs: Date.UTC(2026, 10, 23, 15),
    });
  });

  it("without title, times or organizer is still a meeting", async () => {
    expect(await meetingFrom({ details: { title: "", scheduledStartTime: "" } })).toEqual({
      key: "19:meeting_abc@thread.v2",
      subject: "Meeting without a title",
    });
  });

  it("of somebody else has an organizer without a name", async () => {
    const organizer = { id: "20000000-0000-4000-8000-000000000001" };

    expect((await meetingFrom({ ...details, organizer })).organizer).toEqual({
      ...organizer,
      name: "The organizer",
    });
  });

  it("with a hostile or endless title is kept as text that fits", async () => {
    const title = `<img src=x>${"a".repeat(500)}`;

    expect((await meetingFrom({ ...details, details: { title } })).subject).toHaveLength(255);
  });

  it("is not there without a chat", async () => {
    const { host } = await open({
      getContext: () => Promise.resolve(contextWith({ chat: undefined })),
    });

    await expect(host.meeting()).rejects.toMatchObject({ kind: "not-found" });
  });

  it.each([
    [{ errorCode: 1000 }, "forbidden"],
    [{ errorCode: 501 }, "not-found"],
    [{ errorCode: 500 }, "unavailable"],
    [new Error("This call is only allowed in following contexts"), "not-found"],
    [null, "unavailable"],
  ])("that the client refuses with %o is %s", async (refusal, kind) => {
    const { host } = await open({ getMeetingDetails: () => Promise.reject(refusal) });

    await expect(host.meeting()).rejects.toMatchObject({ kind });
  });

  it("is given up when the client never tells", async () => {
    const { host, world } = await open({ getMeetingDetails: never });

    await expect(world.until(host.meeting())).rejects.toMatchObject({ kind: "no-answer" });
  });
});

describe("the stage", () => {
  it("gets the stage's own page", async () => {
    const { host, calls } = await open();
    await host.shareToStage();

    expect(calls.told).toEqual([`share ${stageUrl}`]);
  });

  it("may be shared to by who the client says may", async () => {
    const able = (doesAppHaveSharePermission: boolean) =>
      open({ getStageCapabilities: () => Promise.resolve({ doesAppHaveSharePermission }) });

    expect(await (await able(true)).host.canShareToStage()).toBe(true);
    expect(await (await able(false)).host.canShareToStage()).toBe(false);
  });

  it.each([
    ["refuses", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("only in a side panel");
      },
    ],
    ["is silent", never],
  ])("may not be shared to where the client %s", async (_, getStageCapabilities) => {
    const { host, world } = await open({ getStageCapabilities });

    expect(await world.until(host.canShareToStage())).toBe(false);
  });

  it("that the client refuses is said so", async () => {
    const { host } = await open({ shareToStage: () => Promise.reject({ errorCode: 1000 }) });

    await expect(host.shareToStage()).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a link", () => {
  const url = "https://larkfield.sharepoint.com/Lists/Decisions/1_.000";

  it("is opened by the client", async () => {
    const { host, calls, windows } = await open();
    await host.openLink(url);

    expect([calls.told, windows]).toEqual([[`open ${url}`], []]);
  });

  it.each([
    ["refuses", () => Promise.reject(new Error("no"))],
    ["is silent", never],
  ])("is opened in a window where the client %s", async (_, openLink) => {
    const { host, windows, world } = await open({ openLink });
    await world.until(host.openLink(url));

    expect(windows).toEqual([url]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "/relative", ""])(
    "that is no web address is not opened: %s",
    async (bad) => {
      const { host, calls, windows } = await open();

      await expect(host.openLink(bad)).rejects.toMatchObject({ kind: "rejected" });
      expect([calls.told, windows]).toEqual([[], []]);
    },
  );
});
