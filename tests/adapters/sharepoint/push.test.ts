import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { startListening } from "./push-fixtures.ts";

const second = 1 / 60;

describe("listening to a list", () => {
  it("asks for an address with the permission for lists, and connects to it", async () => {
    const { pass, asked, connections } = startListening();
    await pass(1);

    expect(asked).toEqual([
      {
        path: "/sites/site/lists/list/subscriptions/socketIo",
        scopes: ["Sites.ReadWrite.All"],
        atMs: 0,
      },
    ]);
    expect(connections.map(({ address }) => address)).toEqual([
      "https://push.example/notifications?token=1",
    ]);
  });

  it("is up once connected, and asks to look at once", async () => {
    const { pass, told } = startListening();
    await pass(1);

    expect(told).toEqual([true, "news"]);
  });

  it.each([
    ["a notice as SharePoint sends it", '{"value":[{"resource":"list","siteUrl":"/sites/x"}]}'],
    ["an object", { value: [] }],
    ["nothing", undefined],
    ["a broken string", '{"value":'],
    ["a number", 7],
    ["a value that is no list", { value: "x" }],
    ["a notice with no readable date", { value: [{ expirationDateTime: "soon" }, null] }],
  ])("takes %s as word of a change", async (_what, payload) => {
    const { pass, told, latest } = startListening();
    await pass(1);
    told.length = 0;

    latest().onNotice(payload);

    expect(told).toEqual(["news"]);
  });

  it.each([undefined, 7, "", "notifications", "javascript:alert(1)"])(
    "connects to no address that is none: %s",
    async (notificationUrl) => {
      const { pass, told, connections, world } = startListening({ notificationUrl });
      await pass(30);

      expect([told, connections]).toEqual([[], []]);
      expect(world.timers).toBe(1);
    },
  );
});

describe("renewing", () => {
  it("takes another address two to three minutes before the first expires", async () => {
    const { pass, askedAt } = startListening();
    await pass(39);

    expect(askedAt()).toHaveLength(2);
    expect(askedAt()[1]).toBeGreaterThanOrEqual(37);
    expect(askedAt()[1]).toBeLessThanOrEqual(38.1);
  });

  it("lets go of the old connection only when the new one is up, and is never down", async () => {
    const { pass, told, connections, net } = startListening();
    await pass(36);
    net.line = "silent";
    while (connections.length < 2) await pass(5 * second);
    const whileConnecting = connections[0]?.isClosed;
    connections[0]?.onNotice(undefined);
    connections[1]?.onUp();

    expect([whileConnecting, connections[0]?.isClosed]).toEqual([false, true]);
    expect(told).toEqual([true, "news", "news", "news"]);
  });

  it("stays up with the old connection while no new one is to be had", async () => {
    const { pass, told, net, askedAt, latest } = startListening();
    await pass(30);
    net.graph = new StoreError("rejected", "400 notSupported");
    await pass(9.5);
    latest().onNotice(undefined);

    expect(askedAt().length).toBeGreaterThan(1);
    expect(told).toEqual([true, "news", "news"]);
  });

  it.each([
    ["is over already", "2020-01-01T00:00:00Z", 17, 18.1],
    ["cannot be read", "in a while", 17, 18.1],
    ["is not said", null, 17, 18.1],
    ["is absurdly far", "9999-12-31T23:59:59Z", 57, 58.1],
    ["is half a minute away", "2026-11-23T14:00:30Z", 1, 1.1],
    ["is three minutes away", "2026-11-23T14:03:00Z", 1.4, 1.6],
  ])("does not trust an expiry that %s", async (_what, expirationDateTime, from, to) => {
    const { pass, askedAt } = startListening({ expirationDateTime });
    await pass(59);

    expect(askedAt()[1]).toBeGreaterThanOrEqual(from);
    expect(askedAt()[1]).toBeLessThanOrEqual(to);
  });

  it("goes by the service's clock where ours is wrong", async () => {
    // Ours is ten minutes slow: the address is good for 30 minutes, not for 40.
    const { pass, askedAt } = startListening("lasting", { offsetMs: 600_000 });
    await pass(30);

    expect(askedAt()[1]).toBeGreaterThanOrEqual(27);
    expect(askedAt()[1]).toBeLessThanOrEqual(28.1);
  });

  it("learns from notices what the answer did not say, once", async () => {
    const { pass, latest, askedAt } = startListening({});
    const notice = (expirationDateTime: string) =>
      latest().onNotice(JSON.stringify({ value: [{ expirationDateTime }] }));
    await pass(1);
    notice("2026-11-23T14:10:00Z");
    notice("2026-11-23T18:00:00Z");
    await pass(8);

    expect(askedAt()[1]).toBeGreaterThanOrEqual(7);
    expect(askedAt()[1]).toBeLessThanOrEqual(8.1);
  });

  it("does not bring everybody back at the same moment", async () => {
    const { pass, askedAt } = startListening();
    await pass(200);
    const spans = askedAt().map((at, index) => at - (askedAt()[index - 1] ?? 0));

    expect(spans.length).toBeGreaterThan(4);
    expect(new Set(spans).size).toBe(spans.length);
  });
});

describe("somebody who no longer listens", () => {
  it("leaves nothing behind", async () => {
    const { pass, stop, latest, world, told, asked } = startListening();
    await pass(1);
    stop();
    expect([latest().isClosed, world.timers]).toEqual([true, 0]);
    latest().onNotice(undefined);
    latest().onDown();
    await pass(100);

    expect(asked).toHaveLength(1);
    expect(told).toEqual([true, "news"]);
  });

  it("is not connected by an answer that comes too late", async () => {
    const { world, stop, connections } = startListening();
    stop();
    await world.advance(60_000);

    expect([connections, world.timers]).toEqual([[], 0]);
  });

  it("is not asked for after a failure that comes too late", async () => {
    const { world, stop, asked } = startListening(new StoreError("no-answer", ""));
    stop();
    await world.advance(600_000);

    expect([asked.length, world.timers]).toEqual([1, 0]);
  });

  it("closes the old and the new connection when it stops between them", async () => {
    const { pass, connections, net, stop, world, told } = startListening();
    await pass(36);
    net.line = "silent";
    while (connections.length < 2) await pass(5 * second);
    stop();

    expect(connections.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    expect([told, world.timers]).toEqual([[true, "news"], 0]);
  });

  it("hears no news when it stops on hearing that word comes", async () => {
    const { pass, told, stop, hear } = startListening();
    hear.onState = () => stop();
    await pass(60);

    expect(told).toEqual([true]);
  });
});
