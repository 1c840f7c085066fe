import { describe, expect, it } from "vitest";
import { type LogRow, readEntry } from "#domain/log/entry.ts";
import { recordHash } from "#domain/record/canonical.ts";
import type { EventLog } from "#flows/ports.ts";
import { ana, ben, deferred, open, room, started } from "./room.ts";

async function closedBy(how: ReturnType<typeof room>) {
  const live = await how.enter(ana);
  for (const event of started) live.say(event);
  await how.world.settle();
  return live;
}

describe("the Decisions row", () => {
  it("is made when the decision is opened", async () => {
    const { enter, world, register } = room();
    const live = await enter(ana);

    live.say(open("Choose a model"));
    await world.settle();

    expect(register.rows().map(({ row }) => [row.title, row.status])).toEqual([
      ["Choose a model", "draft"],
    ]);
  });

  it("carries the outcome and the hash of the log once it is closed", async () => {
    const here = room();
    const live = await closedBy(here);

    live.say(deferred);
    await here.world.advance(5000);

    const entries = here.list.rows().flatMap((row) => {
      const read = readEntry(row);
      return read.ok ? [read.value] : [];
    });
    const closing = entries.find(({ event }) => event.kind === "decision-closed");
    const hash = await recordHash(entries, closing?.position ?? 0, (text) =>
      here.world.sha256(text),
    );
    const [kept, ...more] = here.register.rows();
    expect(more).toEqual([]);
    expect([kept?.row.status, kept?.row.hash]).toEqual(["deferred", hash]);
    expect(live.picture().meeting.record?.hash).toBe(hash);
  });

  it("is finished by another browser when the one that closed has gone", async () => {
    const here = room();
    const anas = await closedBy(here);
    const bens = await here.enter(ben);
    here.register.failNext("find", "no-answer");
    anas.say(deferred);
    await here.world.settle();
    anas.close();

    await here.world.advance(30_000);

    expect(here.register.rows().map(({ row }) => row.status)).toEqual(["deferred"]);
    expect(bens.picture().meeting.record?.by.id).toBe(ben.id);
  });

  it("is written once when several are there", async () => {
    const here = room();
    const anas = await closedBy(here);
    await here.enter(ben);
    await here.world.advance(3000);

    anas.say(deferred);
    await here.world.advance(30_000);

    expect(here.kinds().filter((kind) => kind === "record-written")).toHaveLength(1);
    expect(here.register.rows()).toHaveLength(1);
  });

  it("is written over somebody's change in between, after looking again", async () => {
    const here = room();
    const anas = await closedBy(here);
    here.register.failNext("write", "changed-meanwhile");

    anas.say(deferred);
    await here.world.advance(10);
    const failed = anas.picture().recording.kind;
    await here.world.advance(30_000);

    expect([failed, anas.picture().recording.kind]).toEqual(["failed", "idle"]);
    expect(here.register.rows()[0]?.row.status).toBe("deferred");
  });

  it("says so when it cannot be written", async () => {
    const here = room();
    const anas = await closedBy(here);
    here.register.failNext("find", "forbidden");

    anas.say(deferred);
    await here.world.advance(10);

    expect(anas.picture().recording).toMatchObject({ kind: "failed", why: { kind: "forbidden" } });
  });

  it("is written by the only browser there, though the list shows its close late", async () => {
    const here = room();
    const list = here.list.as(ana);
    const log: EventLog = {
      ...list,
      readDecision: async (decision) =>
        (await list.readDecision(decision)).filter(({ kind }) => kind !== "decision-closed"),
    };
    const live = await here.enter(ana, { log });
    for (const event of [...started, deferred]) live.say(event);

    await here.world.advance(5000);

    expect(here.register.rows().map(({ row }) => row.status)).toEqual(["deferred"]);
    expect(live.picture().meeting.record?.by.id).toBe(ana.id);
  });

  it("is written once the person has signed in again", async () => {
    const here = room();
    const live = await closedBy(here);
    here.register.failNext("find", "signed-out");
    live.say(deferred);

    await here.world.advance(30_000);

    expect(live.picture().meeting.record?.by.id).toBe(ana.id);
    expect(live.picture().recording.kind).toBe("idle");
  });

  it("is finished also after the next decision was opened", async () => {
    const here = room();
    const live = await closedBy(here);
    here.register.failNext("find", "unavailable");
    live.say(deferred);
    await here.world.settle();
    live.say(open("The next one"));

    await here.world.advance(30_000);

    expect(here.register.rows().map(({ row }) => [row.title, row.status])).toEqual([
      ["Move forecasting to one model", "deferred"],
      ["The next one", "draft"],
    ]);
    const recorded = here.list.rows().filter(({ kind }) => kind === "record-written");
    expect(recorded.map(({ decision }) => decision)).toEqual([here.list.rows()[0]?.decision]);
  });

  it("is finished by whoever comes when the next decision is open already", async () => {
    const here = room();
    const anas = await closedBy(here);
    for (let n = 0; n < 2; n += 1) here.register.failNext("find", "unavailable");
    anas.say(deferred);
    await here.world.settle();
    anas.say(open("The next one"));
    await here.world.settle();
    anas.close();

    await here.enter(ben);
    await here.world.advance(200_000);

    expect(here.kinds().filter((kind) => kind === "record-written")).toHaveLength(1);
  });

  it("is put right when somebody announces a record of their own making", async () => {
    const here = room();
    const anas = await closedBy(here);
    const bens = await here.enter(ben);
    anas.say(deferred);
    await here.world.advance(5000);

    bens.say({ kind: "record-written", item: "7", hash: "0".repeat(64) });
    await here.world.advance(30_000);

    const kept = here.register.rows()[0]?.row.hash;
    expect(kept).not.toBe("0".repeat(64));
    expect(anas.picture().meeting.record?.hash).toBe(kept);
  });

  it("takes in a row that became visible only after it was written", async () => {
    const here = room();
    const anas = await closedBy(here);
    const whole = here.list.as(ana);
    const hidden = 3;
    const [without, log] = lateLog(whole, hidden);
    anas.close();
    const again = await here.enter(ana, { log });
    again.say(deferred);
    await here.world.advance(5000);
    const before = here.register.rows()[0]?.row.events;

    without.clear();
    here.list.touch(hidden);
    await here.world.advance(60_000);

    const [kept] = here.register.rows();
    expect([before, kept?.row.events]).toEqual([5, 6]);
    expect(again.picture().meeting.record?.hash).toBe(kept?.row.hash);
  });

  it("is made again when a row that came late shows that another close stands", async () => {
    const here = room();
    const claimedAt = started.length + 1;
    const [without, log] = lateLog(here.list.as(ana), claimedAt);
    const anas = await here.enter(ana, { log });
    for (const event of started) anas.say(event);
    await here.world.advance(61_000);
    const bens = await here.enter(ben);
    bens.say({ kind: "facilitation-claimed", from: ana.id });
    bens.say({ kind: "decision-closed", outcome: "deferred", reason: "Ben leads by now." });
    await here.world.settle();
    bens.close();
    await here.world.advance(3000);
    anas.say(deferred);
    await here.world.advance(3000);
    const before = here.register.rows()[0]?.row.outcome;

    without.clear();
    here.list.touch(claimedAt);
    await here.world.advance(60_000);

    const [kept] = here.register.rows();
    expect(before).toContain("The pilot is not finished.");
    expect(kept?.row.outcome).toContain("Ben leads by now.");
    expect(anas.picture().meeting.record?.hash).toBe(kept?.row.hash);
  });

  it("keeps what it said when somebody deletes a row of the log afterwards", async () => {
    const here = room();
    const anas = await closedBy(here);
    anas.say(deferred);
    await here.world.advance(5000);
    const before = here.register.rows()[0]?.row;

    here.list.remove(3);
    await here.world.advance(60_000);

    expect(here.register.rows()[0]?.row).toEqual(before);
    expect(here.kinds().filter((kind) => kind === "record-written")).toHaveLength(1);
  });
});

/** A log in which a row cannot be seen yet, and the set to empty once it can. */
function lateLog(log: EventLog, hidden: number): readonly [Set<number>, EventLog] {
  const without = new Set([hidden]);
  const seen = (rows: readonly LogRow[]) => rows.filter((row) => !without.has(row.position));
  return [
    without,
    {
      ...log,
      async readMeeting(meeting) {
        const read = await log.readMeeting(meeting);
        return { ...read, rows: seen(read.rows) };
      },
      readDecision: async (decision) => seen(await log.readDecision(decision)),
      async follow(cursor) {
        const changes = await log.follow(cursor);
        return { ...changes, rows: seen(changes.rows) };
      },
    },
  ];
}
