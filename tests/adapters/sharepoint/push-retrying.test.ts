import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { startListening } from "./push-fixtures.ts";

const second = 1 / 60;

describe("a connection that breaks off", () => {
  it("is made again within five seconds, at the same address and with word to look", async () => {
    const { pass, told, latest, connections, asked } = startListening();
    await pass(5);
    latest().onDown();
    await pass(6 * second);

    expect(told).toEqual([true, "news", false, true, "news"]);
    expect(connections.map(({ address }) => address.at(-1))).toEqual(["1", "1"]);
    expect(connections[1]!.atMs - 300_000).toBeGreaterThanOrEqual(1000);
    expect(asked).toHaveLength(1);
  });

  it("leads to another address when the old one is refused", async () => {
    const { pass, latest, connections, net, told } = startListening();
    await pass(5);
    net.line = "refused";
    latest().onDown();
    await pass(6 * second);
    net.line = "up";
    await pass(1);

    expect(connections.map(({ address }) => address.at(-1))).toEqual(["1", "1", "2"]);
    expect(told).toEqual([true, "news", false, true, "news"]);
  });

  it("waits for the next address where that is on its way already", async () => {
    const { pass, connections, net, told } = startListening();
    await pass(36);
    net.line = "silent";
    while (connections.length < 2) await pass(5 * second);
    connections[0]?.onDown();
    await pass(10 * second);
    const meanwhile = connections.length;
    connections[1]?.onUp();

    expect(meanwhile).toBe(2);
    expect(told).toEqual([true, "news", false, true, "news"]);
  });

  it("makes no later one wait for what failed before it", async () => {
    const { pass, connections, net, latest, asked } = startListening();
    net.line = "refused";
    await pass(60);
    net.line = "up";
    await pass(40);
    net.line = "refused";
    latest().onDown();
    const [before, from] = [asked.length, connections.length];
    await pass(0.5);

    expect(connections.length).toBeGreaterThan(from);
    expect(asked.length).toBeGreaterThan(before);
  });

  it("is told of once, however often it breaks", async () => {
    const { pass, told, latest } = startListening();
    await pass(5);
    const { onDown, onNotice, onUp } = latest();
    onDown();
    onDown();
    onNotice(undefined);
    onUp();

    expect(told).toEqual([true, "news", false]);
  });

  it("counts as refused when it says nothing for 20 seconds", async () => {
    const { pass, connections, net, told } = startListening();
    net.line = "silent";
    await pass(19 * second);
    const [isClosedEarly, number] = [connections[0]?.isClosed, connections.length];
    net.line = "up";
    await pass(15 * second);

    expect([isClosedEarly, number, connections[0]?.isClosed]).toEqual([false, 1, true]);
    expect(connections).toHaveLength(2);
    expect(told).toEqual([true, "news"]);
  });

  it("costs less and less when every connection breaks off at once", async () => {
    const { pass, connections, asked, net } = startListening();
    net.line = "refused";
    await pass(120);
    const inTwoHours = asked.length;
    await pass(120);

    expect(inTwoHours).toBeLessThan(20);
    expect(asked.length - inTwoHours).toBeLessThanOrEqual(8);
    expect(connections.length).toBe(asked.length);
  });

  it("is taken as refused when it came up but did not last", async () => {
    const { pass, connections, latest, world } = startListening();
    for (let time = 0; time < 5; time += 1) {
      await pass(15 * second * 2 ** time);
      latest().onDown();
    }
    await pass(20);
    const gaps = connections.map(({ atMs }, index) => atMs - (connections[index - 1]?.atMs ?? 0));

    expect(connections.length).toBeGreaterThan(3);
    expect(gaps.slice(1).every((gap) => gap >= 5000)).toBe(true);
    expect(new Set(connections.map(({ address }) => address)).size).toBeGreaterThan(2);
    expect(world.timers).toBe(1);
  });
});

describe("an address that Graph does not give", () => {
  const failure = (kind: StoreError["kind"], retryAfterSeconds?: number) =>
    new StoreError(kind, "", retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

  it.each([
    ["not supported at present", failure("rejected"), 1, 2],
    ["not there", failure("not-found"), 1, 2],
    ["answered oddly", failure("unavailable"), 1, 2],
    ["not permitted", failure("forbidden"), 10, 20],
    ["not consented to", failure("consent-needed"), 10, 20],
    ["throttled for five minutes", failure("throttled", 300), 6, 7],
    ["not answered", failure("no-answer"), 1 / 6, 1 / 3],
  ])("that is %s is asked for again later", async (_what, answer, from, to) => {
    const { pass, askedAt, told } = startListening(answer);
    await pass(to + 0.1);

    expect(askedAt()).toHaveLength(2);
    expect(askedAt()[1]).toBeGreaterThanOrEqual(from);
    expect(told).toEqual([]);
  });

  it("is asked for less and less often, but never given up", async () => {
    const { pass, askedAt } = startListening(failure("rejected"));
    await pass(300);
    const before = askedAt().length;
    await pass(300);

    expect(before).toBeLessThan(25);
    expect(askedAt().length - before).toBeGreaterThanOrEqual(9);
  });

  it("is asked for soon again at the next renewal, once a renewal has succeeded", async () => {
    const { pass, net, asked, askedAt } = startListening();
    const failTwice = async () => {
      await pass(30);
      net.graph = failure("rejected");
      for (const until = asked.length + 2; asked.length < until;) await pass(second);
      net.graph = "lasting";
      await pass(10);
      return asked.length;
    };
    await failTwice();
    const before = await failTwice();
    const [first = 0, again = 0] = askedAt().slice(before - 3);

    expect(again - first).toBeLessThanOrEqual(2.1);
  });

  it("comes into use when it is given after all", async () => {
    const { pass, net, told } = startListening(failure("rejected"));
    await pass(1);
    net.graph = "lasting";
    await pass(3);

    expect(told).toEqual([true, "news"]);
  });

  it("is not asked for sooner because the old connection breaks off as well", async () => {
    const { pass, net, askedAt, latest, asked } = startListening();
    await pass(30);
    net.graph = failure("forbidden");
    while (asked.length < 2) await pass(second);
    net.line = "refused";
    latest().onDown();
    await pass(30);
    const [, again, third] = askedAt();

    expect(third! - again!).toBeGreaterThanOrEqual(10);
  });
});
