import { describe, expect, it } from "vitest";
import { type WindowTalk, sharedPauses } from "#adapters/browser/shared-pauses.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { meetingKey } from "../../contracts/event-log.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { ids, startTenant } from "../tenant.ts";

/** The windows of one browser: each hears what the others say, and never itself. */
function windows() {
  const hearing = new Map<WindowTalk, (message: unknown) => void>();
  return function open(): WindowTalk {
    const self: WindowTalk = {
      listen: (hear) => void hearing.set(self, hear),
      tell(message) {
        for (const [other, hear] of hearing) if (other !== self) hear(message);
      },
    };
    return self;
  };
}

function twoWindows() {
  const world = fixedWorld();
  const open = windows();
  const [one, other] = [sharedPauses(world, open()), sharedPauses(world, open())];
  return { world, open, one, other };
}

describe("two windows of one browser", () => {
  it("keep a pause that one of them was asked for", () => {
    const { world, one, other } = twoWindows();
    one.hold("sites", world.now() + 5000);

    expect(other.untilMs("sites")).toBe(world.now() + 5000);
    expect(other.untilMs("me/calendarView")).toBe(0);
  });

  it("keep the longer of two pauses, whichever was heard last", () => {
    const { world, one, other } = twoWindows();
    other.hold("sites", world.now() + 9000);
    one.hold("sites", world.now() + 2000);

    expect([one.untilMs("sites"), other.untilMs("sites")]).toEqual([
      world.now() + 9000,
      world.now() + 9000,
    ]);
  });

  it("tell a third one that opens later what still holds, and nothing that is over", async () => {
    const { world, open, one } = twoWindows();
    one.hold("me/calendarView", world.now() + 1000);
    one.hold("sites", world.now() + 9000);
    await world.advance(4000);
    const third = sharedPauses(world, open());

    expect([third.untilMs("sites"), third.untilMs("me/calendarView")]).toEqual([
      world.now() + 5000,
      0,
    ]);
  });

  it.each([
    "hold on",
    null,
    { service: "sites" },
    { service: "sites", untilMs: Number.POSITIVE_INFINITY },
    { service: "sites", untilMs: 9e15 },
  ])("take no notice of %j", (message) => {
    const { open, other } = twoWindows();
    open().tell(message);

    expect(other.untilMs("sites")).toBe(0);
  });
});

describe("a browser whose windows cannot speak to each other", () => {
  it("keeps a pause in the window that was asked", () => {
    const pauses = sharedPauses(fixedWorld(), undefined);
    pauses.hold("sites", 7);

    expect(pauses.untilMs("sites")).toBe(7);
  });
});

describe("a tenant that asked one window to wait", () => {
  it("is not asked by the other until the time is over", async () => {
    const tenant = startTenant();
    const { world, service, requests } = tenant;
    const list = await tenant.listOf("Decision events");
    const open = windows();
    const window = () =>
      openEventList(tenant.graphOf(ids.kwame, { pauses: sharedPauses(world, open()) }), list);
    const [one, other] = [window(), window()];
    const asks = { action: "status", status: 429, retryAfterSeconds: 60, count: 1 };
    service.faults.set([{ path: "items", ...asks }]);
    await one.readMeeting(meetingKey).catch(() => undefined);
    const before = requests.length;

    await expect(other.readMeeting(meetingKey)).rejects.toMatchObject({ kind: "throttled" });
    expect(requests).toHaveLength(before);
    await world.advance(60_000);
    expect((await world.until(other.readMeeting(meetingKey))).rows).toEqual([]);
  });
});
