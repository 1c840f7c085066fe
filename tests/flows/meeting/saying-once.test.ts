import { describe, expect, it } from "vitest";
import type { EventLog, Outbox } from "#flows/ports.ts";
import { ana, ben, open, room } from "./room.ts";

describe("saying something", () => {
  it("shows it as waiting at once, and as saved when the list has it", async () => {
    const { enter, world } = room();
    const live = await enter(ana);

    live.say(open());
    const before = live.picture().sayings[0]?.state.kind;
    await world.settle();

    expect([before, live.picture().sayings[0]?.state.kind]).toEqual(["waiting", "saved"]);
  });

  it("says nothing that the rules refuse", async () => {
    const { enter, world, kinds } = room();
    const live = await enter(ben);

    const said = live.say({ kind: "person-arrived" });
    await world.settle();

    expect(said).toEqual({ ok: false, refusal: { reason: "not-opened" } });
    expect(kinds()).toEqual([]);
  });

  it("reaches the others at their next turn", async () => {
    const { enter, world } = room();
    const [anas, bens] = [await enter(ana), await enter(ben)];

    anas.say(open("Choose a forecasting model"));
    await world.advance(3000);

    expect(bens.picture().meeting.frame.title).toBe("Choose a forecasting model");
  });

  it("keeps the order in which things were said", async () => {
    const { enter, world, kinds } = room();
    const live = await enter(ana);

    live.say(open());
    live.say({ kind: "person-arrived" });
    live.say({ kind: "gate-answered", gate: { signals: [] } });
    await world.settle();

    expect(kinds()).toEqual(["decision-opened", "person-arrived", "gate-answered"]);
  });

  it("names the last row its author had seen", async () => {
    const { enter, world, list } = room();
    const live = await enter(ana);

    live.say(open());
    await world.settle();
    live.say({ kind: "person-arrived" });
    await world.settle();

    const [first, second] = list.rows();
    expect(first?.previous).toBe("");
    expect(second?.previous).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe("a create that fails", () => {
  it("is not repeated when the row was written and only the answer was lost", async () => {
    const { enter, world, list, kinds, outboxOf } = room();
    const live = await enter(ana);
    list.failNext("append", "no-answer", "after");

    live.say(open());
    await world.advance(30_000);

    expect(kinds()).toEqual(["decision-opened"]);
    expect(live.picture().sayings[0]?.state.kind).toBe("saved");
    expect(outboxOf(ana).items()).toEqual([]);
  });

  it("is tried again when the row was not written", async () => {
    const { enter, world, list, kinds } = room();
    const live = await enter(ana);
    list.failNext("append", "unavailable", "before");

    live.say(open());
    await world.settle();
    const waiting = live.picture().sayings[0]?.state;
    await world.advance(30_000);

    expect(waiting).toMatchObject({ kind: "waiting", why: { kind: "unavailable" } });
    expect(kinds()).toEqual(["decision-opened"]);
  });

  it("waits as long as SharePoint asked", async () => {
    const { enter, world, list, kinds } = room();
    const live = await enter(ana);
    list.failNext("append", "throttled", "before");

    live.say(open());
    await world.advance(2900);
    const early = kinds();
    await world.advance(3000);

    expect([early, kinds()]).toEqual([[], ["decision-opened"]]);
  });

  it("takes a unique-value refusal for saved only after the row was seen", async () => {
    const { enter, world, list, kinds } = room();
    const live = await enter(ana);
    list.failNext("append", "already-exists", "before");

    live.say(open());
    await world.advance(30_000);

    expect(kinds()).toEqual(["decision-opened"]);
    expect(live.picture().sayings[0]?.state.kind).toBe("saved");
  });

  it("that can never work is said, and works once it was mended", async () => {
    const { enter, world, list, kinds } = room();
    const live = await enter(ana);
    list.failNext("append", "forbidden", "before");

    const said = live.say(open());
    await world.advance(60_000);
    const failed = live.picture().sayings[0]?.state.kind;
    if (said.ok) live.tryAgain(said.value);
    await world.settle();

    expect([failed, kinds()]).toEqual(["failed", ["decision-opened"]]);
  });

  it("can be taken back by the person who said it", async () => {
    const { enter, world, list, outboxOf, kinds } = room();
    const live = await enter(ana);
    list.failNext("append", "rejected", "before");

    const said = live.say(open());
    await world.settle();
    if (said.ok) live.discard(said.value);
    await world.advance(60_000);

    expect(outboxOf(ana).items()).toEqual([]);
    expect([kinds(), live.picture().sayings]).toEqual([[], []]);
  });
});

describe("a browser that comes back", () => {
  it("sends what it had not sent before it went, once", async () => {
    const { enter, world, list, kinds } = room();
    const before = await enter(ana);
    list.failNext("append", "no-answer", "after");
    before.say(open());
    await world.settle();
    before.close();

    const after = await enter(ana);
    await world.advance(30_000);

    expect(kinds()).toEqual(["decision-opened"]);
    expect(after.picture().sayings.map(({ state }) => state.kind)).toEqual(["saved"]);
  });

  it("shows what is still waiting as part of the meeting", async () => {
    const { enter, world, list } = room();
    const before = await enter(ana);
    for (let n = 0; n < 9; n += 1) list.failNext("append", "unavailable", "before");
    before.say(open("Choose a model"));
    await world.settle();
    before.close();

    const after = await enter(ana);

    expect(after.picture().meeting.frame.title).toBe("Choose a model");
  });
});

describe("two windows of one person", () => {
  it("send each thing once", async () => {
    const { enter, world, kinds } = room();
    const [first, second] = [await enter(ana), await enter(ana)];

    first.say(open());
    await world.advance(3000);
    second.say({ kind: "person-arrived" });
    first.say({ kind: "gate-answered", gate: { signals: [] } });
    await world.advance(10_000);

    expect(kinds().toSorted()).toEqual(["decision-opened", "gate-answered", "person-arrived"]);
  });

  it("look up what the other one may have sent already", async () => {
    const { enter, world, list, outboxOf } = room();
    const outbox = outboxOf(ana);
    const appended: string[] = [];
    const log: EventLog = {
      ...list.as(ana),
      append: (row) => (appended.push(row.kind), list.as(ana).append(row)),
    };
    // Put for both to see, but slow to say so: the other window is quicker to send it.
    const put: Outbox["put"] = async (item) => {
      await outbox.put(item);
      await new Promise<void>((done) => void world.after(300, done));
    };
    const first = await enter(ana, { log, outbox: { ...outbox, put } });
    first.say(open());
    await world.settle();
    list.failNext("append", "no-answer", "after");
    await enter(ana);
    await world.advance(400);

    expect(first.picture().sayings.map(({ state }) => state.kind)).toEqual(["saved"]);
    expect(appended).toEqual([]);
  });

  it("send what the other one left unsent when it was closed", async () => {
    const { enter, world, list, kinds, outboxOf } = room();
    const [first, second] = [await enter(ana), await enter(ana)];
    list.failNext("append", "unavailable");
    first.say(open());
    await world.settle();
    first.close();

    await world.advance(60_000);

    expect([kinds(), outboxOf(ana).items()]).toEqual([["decision-opened"], []]);
    expect(second.picture().meeting.opened?.by.id).toBe(ana.id);
  });

  it("both see as saved what either sent", async () => {
    const { enter, world, list } = room();
    const [first, second] = [await enter(ana), await enter(ana)];
    list.failNext("append", "no-answer", "after");
    first.say(open());
    await world.settle();

    second.say({ kind: "person-arrived" });
    await world.advance(10_000);

    expect(first.picture().sayings.map(({ state }) => state.kind)).toEqual(["saved"]);
  });
});

describe("two people who open a decision at once", () => {
  it("get the earlier one, and the later is told so", async () => {
    const { enter, world } = room();
    const [anas, bens] = [await enter(ana), await enter(ben)];

    anas.say(open("Ana's decision"));
    bens.say(open("Ben's decision"));
    await world.advance(5000);

    expect(bens.picture().meeting.frame.title).toBe("Ana's decision");
    expect(bens.picture().sayings[0]?.state).toEqual({
      kind: "refused",
      why: { reason: "already-opened" },
    });
  });
});
