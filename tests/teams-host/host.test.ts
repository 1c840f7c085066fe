import { describe, expect, it } from "vitest";
import { noTroubles } from "../../sandbox/teams-host/protocol/viewer.ts";
import { appOrigin, hostWith, member } from "./host-fixtures.ts";

describe("a posted message", () => {
  it("is answered under its number and key, to the app's origin only", async () => {
    const app = hostWith().addFrame();

    await app.call("meeting.getAppContentStageSharingCapabilities");

    expect(app.posted).toEqual([
      {
        targetOrigin: appOrigin,
        message: {
          id: 1,
          uuidAsString: "uuid-1",
          args: [null, { doesAppHaveSharePermission: true }],
        },
      },
    ]);
  });

  it("counts for nothing from a window nobody framed", () => {
    const { addFrame, hear } = hostWith();
    const app = addFrame();

    hear({ data: { id: 1, func: "getContext", args: [] }, origin: appOrigin, source: {} });

    expect(app.posted).toEqual([]);
  });

  it("counts for nothing when another origin took the frame's place", async () => {
    const app = hostWith().addFrame();

    await app.call("getContext", [], "https://elsewhere.example");

    expect(app.posted).toEqual([]);
  });

  it.each([undefined, null, "text", 7, {}, { id: "1", func: "getContext" }, { id: 1 }])(
    "is passed over when it is no call: %j",
    (message) => {
      const app = hostWith().addFrame();

      app.post(message);

      expect(app.posted).toEqual([]);
    },
  );

  it("is not answered once the frame is gone", async () => {
    const { host, addFrame } = hostWith();
    const app = addFrame();
    host.removeFrame(app.frame);

    await app.call("getContext");

    expect(app.posted).toEqual([]);
  });
});

describe("the handshake", () => {
  it("names context, client and version, and what the host can do in the fourth place", async () => {
    const answer = await hostWith().addFrame("meetingStage").call("initialize", ["2.58.0", 4]);

    const [context, client, version, runtime] = answer?.args ?? [];
    expect([context, client, version]).toEqual(["meetingStage", "web", "2.1.0"]);
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      isNAAChannelRecommended: true,
      supports: { nestedAppAuth: {}, pages: { config: {} } },
    });
  });

  it("waits for what the page must find in place", async () => {
    const order: string[] = [];
    const started = () => Promise.resolve().then(() => void order.push("started"));
    const app = hostWith({ started }).addFrame();

    await app.call("initialize");

    expect([...order, ...app.posted.map(() => "answered")]).toEqual(["started", "answered"]);
  });

  it("forgets what the page before it registered for", async () => {
    const { host, addFrame } = hostWith();
    const app = addFrame();
    await app.call("registerHandler", ["themeChange"]);
    expect(host.send(app.frame, "themeChange", ["dark"])).toBe(true);

    await app.call("initialize");

    expect(host.send(app.frame, "themeChange", ["dark"])).toBe(false);
  });
});

describe("an event", () => {
  it("reaches only a page that registered for it, and carries no number", async () => {
    const { host, addFrame } = hostWith();
    const [hearing, deaf] = [addFrame(), addFrame()];
    await hearing.call("registerHandler", ["themeChange"]);

    host.send(hearing.frame, "themeChange", ["contrast"]);
    host.send(deaf.frame, "themeChange", ["contrast"]);

    expect(hearing.posted.map(({ message }) => message)).toEqual([
      { func: "themeChange", args: ["contrast"] },
    ]);
    expect(deaf.posted).toEqual([]);
  });

  it("to save needs no registration", () => {
    const { host, addFrame } = hostWith();

    expect(host.send(addFrame("settings").frame, "settings.save", [{}])).toBe(true);
  });
});

describe("a call that teams-js sends without waiting", () => {
  it.each([
    "registerHandler",
    "settings.setValidityState",
    "settings.save.success",
    "appInitialization.appLoaded",
    "appInitialization.failure",
    "shareDeepLink",
    "tasks.completeTask",
    "messageForParent",
    "returnFocus",
    "readyToUnload",
  ])("gets no answer: %s", async (func) => {
    const app = hostWith().addFrame();

    await app.call(func, ["x"]);

    expect(app.posted).toEqual([]);
  });
});

describe("a call the host does not know", () => {
  it.each(["stageView.open", "toString", "__proto__"])(
    "is reported and left alone: %s",
    async (func) => {
      const unknown: unknown[] = [];
      const app = hostWith({ unknownCall: (_frame, ...call) => unknown.push(call) }).addFrame();

      await app.call(func, ["argument"]);

      expect(unknown).toEqual([[func, ["argument"]]]);
      expect(app.posted).toEqual([]);
    },
  );
});

describe("settings proposed on the configuration page", () => {
  const wish = { contentUrl: "https://tab.example/walk.html?site=1", entityId: "quorate" };

  it("are kept when the page says it saved, not before", async () => {
    const kept: unknown[] = [];
    const keepSettings = (_frame: unknown, settings: unknown) =>
      Promise.resolve(void kept.push(settings));
    const app = hostWith({ keepSettings }).addFrame("settings");

    expect((await app.call("settings.setSettings", [wish]))?.args).toEqual([true]);
    expect(kept).toEqual([]);
    await app.call("settings.save.success");

    expect(kept).toMatchObject([wish]);
  });

  it("are refused without a whole address", async () => {
    const app = hostWith().addFrame("settings");

    const answer = await app.call("settings.setSettings", [{ contentUrl: "walk.html" }]);

    expect(answer?.args?.[0]).toBe(false);
  });

  it("are not said to be kept when the server did not keep them", async () => {
    const ended: unknown[] = [];
    const app = hostWith({
      keepSettings: () => Promise.reject(new Error("away")),
      saveEnded: (_frame, problem) => ended.push(problem),
    }).addFrame("settings");
    await app.call("settings.setSettings", [wish]);

    await app.call("settings.save.success");

    expect(ended).toEqual(["away"]);
  });
});

describe("sharing to the stage", () => {
  it("is for members, not for guests", async () => {
    const guest = { person: { ...member.person, userType: "Guest" as const } };

    const answer = await hostWith({}, guest)
      .addFrame()
      .call("meeting.shareAppContentToStage", ["https://tab.example/stage.html"]);

    expect(answer?.args).toMatchObject([{ errorCode: 1000 }, null]);
  });

  it("is for side panel and stage, not for the details tab", async () => {
    const app = hostWith().addFrame("content");

    const answer = await app.call("meeting.shareAppContentToStage", [
      "https://tab.example/stage.html",
    ]);

    expect(answer?.args).toMatchObject([{ errorCode: 501 }, null]);
  });

  it("fails with a code of its own when the server is away", async () => {
    const app = hostWith({ keepStage: () => Promise.reject(new Error("away")) }).addFrame();

    const answer = await app.call("meeting.shareAppContentToStage", [
      "https://tab.example/stage.html",
    ]);

    expect(answer?.args).toEqual([{ errorCode: 500, message: "away" }, null]);
  });
});

describe("a host told to misbehave", () => {
  it("never greets", async () => {
    const app = hostWith({}, { troubles: { ...noTroubles, handshake: "silent" } }).addFrame();

    await app.call("initialize");

    expect(app.posted).toEqual([]);
  });

  it("never gives meeting details", async () => {
    const app = hostWith({}, { troubles: { ...noTroubles, meetingDetails: "silent" } }).addFrame();

    await app.call("meeting.getMeetingDetails");

    expect(app.posted).toEqual([]);
  });
});
