import { describe, expect, it } from "vitest";
import type { EventLog } from "#flows/ports.ts";
import { keyOf, personOf, prepared } from "../../../simulate/people/plan.ts";
import { eventLog, pushOf, register } from "../../../simulate/model/ports.ts";
import { openList } from "../../../simulate/model/share-point-list.ts";
import { openTenant } from "../../../simulate/model/tenant.ts";
import { browserWorld, seededChance, virtualTime } from "../../../simulate/model/virtual-time.ts";
import { openWire } from "../../../simulate/model/wire.ts";
import { toDecisionId, toEventId } from "#domain/ids.ts";

const decision = toDecisionId("decision");

function row(name: string) {
  const eventId = toEventId(name);
  return {
    eventId,
    decision,
    meeting: keyOf(0),
    kind: "person-arrived",
    previous: "",
    payload: "{}",
  };
}

/** One browser before two lists, with a row in the first. */
async function browser(unitsPerMinute = 1250) {
  const time = virtualTime();
  const tenant = openTenant(unitsPerMinute);
  const world = browserWorld(time, "browser", 1);
  const wire = openWire(tenant, world, seededChance(2));
  const habits = { visibleAfterMs: [100, 100], pushAfterMs: [500, 500] } as const;
  const [events, decisions] = [0, 1].map(() => openList(time, seededChance(3), habits));
  events!.append(row("first"), personOf(0));
  await time.runUntil(1000);
  return {
    time,
    tenant,
    log: eventLog(wire, events!, personOf(1)),
    events: events!,
    register: register(wire, decisions!, world),
    push: pushOf({ wire, world, list: events!, isUp: true }),
    /** What an act answers once there was time for it, and the units it cost. */
    async after<T>(act: Promise<T>) {
      const before = tenant.unitsByMinute().reduce((sum, units) => sum + units, 0);
      await time.runUntil(time.now() + 20_000);
      const units = tenant.unitsByMinute().reduce((sum, more) => sum + more, 0) - before;
      return { answer: await act, units };
    },
  };
}

describe("what a browser's requests cost", () => {
  it.each<[string, number, (log: EventLog) => Promise<unknown>]>([
    ["reading a meeting", 3, (log) => log.readMeeting(keyOf(0))],
    ["following", 1, (log) => log.follow("0")],
    ["appending", 2, (log) => log.append(row("second"))],
    ["finding what is there", 2, (log) => log.find(toEventId("first"))],
    ["finding that nothing is there", 6, (log) => log.find(toEventId("never"))],
  ])("%s: %i", async (_what, cost, act) => {
    const { log, after } = await browser();

    expect((await after(act(log))).units).toBe(cost);
  });

  it("announcing: 2, and 2 more for finding the row the first time", async () => {
    const { register: decisions, after } = await browser();

    const first = await after(decisions.announce(decision, ""));
    const second = await after(decisions.announce(decision, ""));

    expect([first.units, second.units]).toEqual([4, 2]);
  });

  it("listening: 1 for the address", async () => {
    const { push, after } = await browser();
    push.listen(
      () => undefined,
      () => undefined,
    );

    expect((await after(Promise.resolve())).units).toBe(1);
  });
});

describe("a list", () => {
  it("shows a row to others only after a while", async () => {
    const { events, time } = await browser();
    events.append(row("second"), personOf(0));
    const atOnce = events.since(1).length;
    await time.runUntil(time.now() + 100);

    expect([atOnce, events.since(1).length]).toEqual([0, 1]);
  });

  it("gives word of a row to who listens, later than the row can be found", async () => {
    const { events, time } = await browser();
    const heard: number[] = [];
    events.listen(() => heard.push(time.now()));
    events.append(row("second"), personOf(0));
    await time.runUntil(time.now() + 5000);

    expect(heard).toEqual([1500]);
  });
});

describe("a spent budget", () => {
  it("is told as throttled, with how long to wait", async () => {
    const { log, time } = await browser(1);
    const answer = log.append(row("second")).catch((failure: unknown) => failure);
    await time.runUntil(time.now() + 1000);

    expect(await answer).toMatchObject({ kind: "throttled", details: { retryAfterSeconds: 59 } });
  });
});

it("everybody starts with a decision that is opened and seated", () => {
  const kinds = prepared(0).map(({ kind }) => kind);

  expect(kinds.filter((kind) => kind === "seat-set")).toHaveLength(7);
});
