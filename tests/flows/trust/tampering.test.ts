import { describe, expect, it } from "vitest";
import type { LogRow } from "#domain/log/entry.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import { LogBook } from "#flows/meeting/log-book.ts";
import { ana, ben, meetingKey, open, room } from "../meeting/room.ts";

const gate = { kind: "gate-answered", gate: { signals: ["unknown-risk"] } } as const;

/** Ana has opened a decision and answered the gate in row 2; both have seen it. */
async function gated() {
  const table = room();
  const [anas, bens] = [await table.enter(ana), await table.enter(ben)];
  anas.say(open());
  await table.world.advance(3000);
  anas.say(gate);
  await table.world.advance(3000);
  return { ...table, anas, bens };
}

const told = (live: LiveMeeting) =>
  live.picture().tampering.map(({ what, position }) => `${what} ${position}`);

describe("a row that somebody changed", () => {
  it("says what it said first, and who changed it", async () => {
    const { anas, bens, list, world } = await gated();

    list.edit(2, { payload: '{"kind":"gate-answered","gate":{"signals":[]}}' });
    await world.advance(3000);

    expect(bens.picture().meeting.gate?.signals).toEqual(["unknown-risk"]);
    expect(bens.picture().tampering).toMatchObject([
      { what: "edited", position: 2, who: { name: "Eva Lund" }, of: { name: ana.name } },
    ]);
    expect(anas.picture().meeting).toEqual(bens.picture().meeting);
  });

  it("counts for nobody once its first version is lost", async () => {
    const { bens, list, world } = await gated();

    list.edit(2, { payload: "{}" }, "lost");
    await world.advance(3000);

    expect(bens.picture().meeting.gate).toBeUndefined();
    expect(bens.picture().unreadable.map(({ why }) => why)).toEqual(["edited"]);
    expect(told(bens)).toEqual(["original-lost 2"]);
  });

  it("is as the list has it now, where no version tells of a change", async () => {
    const { bens, list, world } = await gated();

    list.overwrite(2, { payload: '{"kind":"gate-answered","gate":{"signals":[]}}' });
    await world.advance(3000);

    expect(bens.picture().meeting.gate?.signals).toEqual([]);
    expect(told(bens)).toEqual(["changed-silently 2"]);
  });

  it("is noticed too where it was made unreadable without a trace", async () => {
    const { bens, list, world } = await gated();

    list.overwrite(2, { payload: "{" });
    await world.advance(3000);

    expect(bens.picture().meeting.gate).toBeUndefined();
    expect(told(bens)).toEqual(["changed-silently 2"]);
  });
});

describe("a row that somebody deleted", () => {
  it("counts for nobody, and those who saw it are told whose it was", async () => {
    const { anas, bens, list, world } = await gated();

    list.remove(2);
    await world.advance(3000);

    expect(anas.picture().meeting.gate).toBeUndefined();
    expect(bens.picture().tampering).toMatchObject([
      { what: "deleted", position: 2, kind: "gate-answered", of: { name: ana.name } },
    ]);
  });

  it("is noticed when everything is read again", async () => {
    const { bens, list, world } = await gated();
    list.expireCursors();

    list.remove(2);
    await world.advance(10_000);

    expect(bens.picture().meeting.gate).toBeUndefined();
    expect(told(bens)).toEqual(["deleted 2"]);
  });

  it("counts again, and nothing is said of it, once it is put back", async () => {
    const { list } = await gated();
    const rows = list.rows();
    const book = new LogBook(meetingKey);
    book.take(rows);

    book.drop([2]);
    const lost = book.tampering().map(({ what }) => what);
    book.take(rows);

    expect(lost).toEqual(["deleted"]);
    expect(book.tampering()).toEqual([]);
    expect(book.meeting().gate).toBeDefined();
  });

  it("is no row of one's own that the list does not show yet", async () => {
    const { list } = await gated();
    const [first, second] = list.rows() as [LogRow, LogRow];
    const book = new LogBook(meetingKey);
    book.take([first]);
    book.takeOwn(second);

    book.takeAll([first]);

    expect(book.tampering()).toEqual([]);
    expect(book.meeting().gate).toBeDefined();
  });

  it("is no row of another meeting", async () => {
    const { list } = await gated();
    const other = { ...list.rows()[1]!, position: 9, meeting: "19:another@thread.v2" };
    const book = new LogBook(meetingKey);
    book.take([...list.rows(), other]);

    expect(book.drop([9])).toBe(false);
    expect(book.tampering()).toEqual([]);
  });
});

describe("a chain with a gap", () => {
  /** Ben speaks after Ana's second row, which is then deleted; somebody comes later. */
  async function lateComer() {
    const table = await gated();
    table.bens.say({ kind: "person-arrived" });
    await table.world.advance(3000);
    table.list.remove(2);
    const late = await table.enter({ ...ben, id: "cleo" as never, name: "Cleo Marsh" });
    return { ...table, late };
  }

  it("is not spoken of while the row may only be late", async () => {
    const { late, world } = await lateComer();
    await world.advance(50_000);

    expect(told(late)).toEqual([]);
  });

  it("tells whoever comes later, after a minute, whose event follows it", async () => {
    const { late, world } = await lateComer();
    await world.advance(61_000);

    expect(late.picture().tampering).toMatchObject([
      { what: "unlinked", position: 3, of: { name: ben.name }, kind: "person-arrived" },
    ]);
  });

  it("is told without anybody saying anything more", async () => {
    const { late, world } = await lateComer();
    let pictures = 0;
    late.subscribe(() => {
      pictures = told(late).length;
    });
    await world.advance(61_000);

    expect(pictures).toBe(1);
  });

  it("is no gap for those who saw the row", async () => {
    const { bens, world } = await lateComer();
    await world.advance(61_000);

    expect(told(bens)).toEqual(["deleted 2"]);
  });

  it("is closed when the row turns up after all", async () => {
    const { list } = await gated();
    const table = room();
    const [first, second] = list.rows() as [LogRow, LogRow];
    const log = {
      ...table.list.as(ben),
      readMeeting: () => Promise.resolve({ rows: [second], cursor: "cursor-0" }),
      follow: () => Promise.resolve({ rows: late, gone: [], cursor: "cursor-0" }),
    };
    const late: LogRow[] = [];
    const bens = await table.enter(ben, { log });
    await table.world.advance(61_000);
    const before = told(bens);

    late.push(first);
    await table.world.advance(10_000);

    expect([before, told(bens)]).toEqual([["unlinked 2"], []]);
  });

  it("asks for no more time once the meeting is left", async () => {
    const { late, anas, bens, world } = await lateComer();
    for (const live of [late, anas, bens]) live.close();
    await world.settle();

    expect(world.timers).toBe(0);
  });
});
