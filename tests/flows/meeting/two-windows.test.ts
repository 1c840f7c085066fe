import { describe, expect, it } from "vitest";
import { ana, ben, room, started } from "./room.ts";

describe("a person with two windows of one meeting", () => {
  /** Ana leads; Ben has come with two devices. */
  async function withTwo() {
    const { enter, world } = room();
    const anas = await enter(ana, { announcesArrival: true });
    for (const event of started) anas.say(event);
    await world.settle();
    const first = await enter(ben, { announcesArrival: true });
    await world.advance(5000);
    const second = await enter(ben, { announcesArrival: true });
    await world.advance(5000);
    return { anas, first, second, world };
  }

  it.each(["first", "second"] as const)("is there while the %s is closed", async (which) => {
    const { anas, world, ...windows } = await withTwo();

    windows[which].leave();
    await world.advance(30_000);

    expect(anas.picture().meeting.presence.has(ben.id)).toBe(true);
  });

  it("is gone once both are closed", async () => {
    const { anas, first, second, world } = await withTwo();

    first.leave();
    await world.advance(30_000);
    second.leave();
    await world.advance(30_000);

    expect(anas.picture().meeting.presence.has(ben.id)).toBe(false);
  });

  it("stays marked absent where whoever leads said so", async () => {
    const { anas, world } = await withTwo();

    anas.say({ kind: "person-marked-absent", person: ben.id });
    await world.advance(30_000);

    expect(anas.picture().meeting.presence.has(ben.id)).toBe(false);
  });
});
