import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
import { ana, room, started } from "./room.ts";

const beforeStart = started.slice(0, -1);
const start = started.slice(-1);

/** Ana has prepared, and so many people have opened the tab. */
async function gathered(people: number) {
  const here = room();
  const live = await here.enter(ana);
  for (const event of beforeStart) live.say(event);
  for (let n = 1; n <= people; n += 1) {
    await here.enter(
      { id: toPersonId(`person-${n}`), name: `Person ${n}` },
      { announcesArrival: true },
    );
  }
  await here.world.advance(5000);
  return { ...here, live };
}

describe("a step of the facilitator", () => {
  it("is noted in the Decisions row when many are there", async () => {
    const { live, world, register } = await gathered(13);

    for (const event of start) live.say(event);
    live.say({ kind: "answers-revealed", question: live.picture().meeting.current! });
    await world.settle();

    expect(register.announced()).toEqual(["Question 1 of 6", "Question 1 of 6, revealed"]);
  });

  it("is not noted at a round table, where everybody hears of every row", async () => {
    const { live, world, register } = await gathered(5);

    for (const event of start) live.say(event);
    await world.settle();

    expect(register.announced()).toEqual([]);
  });

  it("stands all the same when the note cannot be made", async () => {
    const { live, world, register } = await gathered(13);
    register.failNext("announce", "throttled");

    for (const event of start) live.say(event);
    await world.settle();

    expect(live.picture().sayings.at(-1)?.state.kind).toBe("saved");
  });
});
