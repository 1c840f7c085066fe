import { describe, expect, it } from "vitest";
import { ana, ben, open, room, started } from "./room.ts";

/** Ana leads a walk that Ben has come to. */
async function walking() {
  const here = room();
  const anas = await here.enter(ana, { announcesArrival: true });
  for (const event of started) anas.say(event);
  await here.world.settle();
  const bens = await here.enter(ben, { announcesArrival: true });
  await here.world.advance(5000);
  return { ...here, anas, bens };
}

describe("leaving a meeting", () => {
  it("is noticed by the others", async () => {
    const { world, anas, bens } = await walking();

    bens.leave();
    await world.advance(10_000);

    expect(anas.picture().meeting.presence.has(ben.id)).toBe(false);
  });

  it("is over once the person comes back", async () => {
    const { world, anas, bens, enter } = await walking();
    bens.leave();
    await world.advance(5000);

    await enter(ben, { announcesArrival: true });
    await world.advance(10_000);

    expect(anas.picture().meeting.presence.has(ben.id)).toBe(true);
  });

  it("is not said again later where it could not be sent", async () => {
    const { world, list, bens, enter, kinds } = await walking();
    list.failNext("append", "no-answer");
    bens.leave();
    await world.advance(5000);

    await enter(ben);
    await world.advance(60_000);

    expect(kinds()).not.toContain("person-left");
  });

  it("is not said by somebody who only looked on", async () => {
    const { world, enter, kinds } = room();
    const live = await enter(ana);
    live.say(open());
    await world.settle();

    live.leave();
    await world.settle();

    expect(kinds()).toEqual(["decision-opened"]);
  });
});
