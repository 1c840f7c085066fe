import { describe, expect, it } from "vitest";
import type { LogRow } from "#domain/log/entry.ts";
import { LogBook } from "#flows/meeting/log-book.ts";
import type { EventLog } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { ana, ben, meetingKey, open, room, started } from "./room.ts";

describe("following a list", () => {
  it("says since when it is behind, and catches up by itself", async () => {
    const { enter, world, list } = room();
    const [anas, bens] = [await enter(ana), await enter(ben)];
    list.failNext("follow", "no-answer");
    list.failNext("follow", "no-answer");

    anas.say(open());
    await world.advance(1200);
    const kinds = [anas, bens].map((live) => live.picture().following.kind);
    await world.advance(20_000);

    expect(kinds).toEqual(["behind", "behind"]);
    expect(bens.picture().following).toEqual({ kind: "live" });
    expect(bens.picture().meeting.opened).toBeDefined();
  });

  it("reads everything again when its place in the list is lost", async () => {
    const { enter, world, list } = room();
    const [anas, bens] = [await enter(ana), await enter(ben)];
    list.expireCursors();

    anas.say(open());
    await world.advance(10_000);

    expect(bens.picture().meeting.opened).toBeDefined();
    expect(bens.picture().following).toEqual({ kind: "live" });
  });

  it("stops where trying again cannot help, and starts again when asked to", async () => {
    const { enter, world, list } = room();
    list.failNext("readMeeting", "forbidden");
    const live = await enter(ana);
    const stopped = live.picture().following.kind;

    live.refresh();
    await world.settle();

    expect([stopped, live.picture().following.kind]).toEqual(["stopped", "live"]);
  });
});

describe("a book of rows", () => {
  it("tells the same in whatever order and however often they come", async () => {
    const { enter, world, list } = room();
    const live = await enter(ana);
    for (const event of started) live.say(event);
    await world.settle();
    const rows = list.rows();

    const late = new LogBook(meetingKey);
    late.take(rows.toReversed());
    late.take(rows);

    expect(late.meeting()).toEqual(live.picture().meeting);
  });

  it("passes over rows of other meetings and keeps broken ones aside", async () => {
    const { enter, world, list } = room();
    const live = await enter(ana);
    live.say(open());
    await world.settle();
    const row = list.rows()[0] as LogRow;

    const book = new LogBook(meetingKey);
    book.take([
      { ...row, position: 7, meeting: "19:another@thread.v2" },
      { ...row, position: 8, payload: "{not json" },
      { ...row, position: 9, kind: "told-by-a-newer-version", payload: '{"kind":"new"}' },
    ]);

    expect(book.meeting().opened).toBeUndefined();
    expect(book.unreadable().map(({ why }) => why)).toEqual(["not-json", "unknown-kind"]);
  });
});

describe("being there", () => {
  it("is announced once, also after a reload", async () => {
    const { enter, world, kinds } = room();
    const anas = await enter(ana);
    anas.say(open());
    await world.settle();

    const first = await enter(ben, { announcesArrival: true });
    await world.advance(3000);
    first.close();
    await enter(ben, { announcesArrival: true });
    await world.advance(3000);

    expect(kinds().filter((kind) => kind === "person-arrived")).toHaveLength(1);
  });

  it("is said once by somebody who may read the list and not write to it", async () => {
    const { enter, world, list } = room();
    const anas = await enter(ana);
    anas.say(open());
    await world.settle();
    let tries = 0;
    const append: EventLog["append"] = () => {
      tries += 1;
      return Promise.reject(new StoreError("forbidden", "May not write"));
    };

    const bens = await enter(ben, { log: { ...list.as(ben), append }, announcesArrival: true });
    await world.advance(10_000);

    expect(tries).toBe(1);
    expect(bens.picture().sayings.map(({ state }) => state.kind)).toEqual(["failed"]);
  });

  it("is not said again by a window whose person has left", async () => {
    const { enter, world, kinds } = room();
    const live = await enter(ana, { announcesArrival: true });
    live.say(open());
    await world.settle();

    live.say({ kind: "person-left" });
    await world.advance(5000);

    expect(kinds()).toEqual(["decision-opened", "person-arrived", "person-left"]);
  });

  it("is told of who reads before the meeting once they have a seat", async () => {
    const { enter, world, kinds } = room();
    const anas = await enter(ana);
    await enter(ben, { announcesReading: true });
    anas.say(open());
    await world.advance(3000);
    const before = kinds();

    for (const event of started.slice(1, 4)) anas.say(event);
    await world.advance(10_000);

    expect(before).not.toContain("decision-read");
    expect(kinds().filter((kind) => kind === "decision-read")).toHaveLength(1);
  });

  it("is announced as soon as there is a decision to be there for", async () => {
    const { enter, world, kinds } = room();
    const anas = await enter(ana);
    await enter(ben, { announcesArrival: true });

    anas.say(open());
    await world.advance(3000);

    expect(kinds()).toEqual(["decision-opened", "person-arrived"]);
  });
});
