import { describe, expect, it } from "vitest";
import type { Push } from "#flows/ports.ts";
import { ana, ben, open, room } from "./room.ts";

/** A push whose word a test gives. */
function pushDouble() {
  let tell: { news: () => void; state: (isUp: boolean) => void } | undefined;
  const push: Push = {
    listen(news, state) {
      tell = { news, state };
      return () => {
        tell = undefined;
      };
    },
  };
  return {
    push,
    news: () => tell?.news(),
    become: (isUp: boolean) => tell?.state(isUp),
    isHeard: () => tell !== undefined,
  };
}

describe("a meeting with push", () => {
  it("hears of a row as soon as word comes", async () => {
    const { enter, world } = room();
    const { push, news, become } = pushDouble();
    const [anas, bens] = [await enter(ana), await enter(ben, { rowPush: push })];
    become(true);
    await world.advance(5000);

    anas.say(open());
    await world.settle();
    news();
    await world.advance(300);

    expect(bens.picture().meeting.opened).toBeDefined();
  });

  it("does not ask while nothing is said to have changed", async () => {
    const { enter, world, list } = room();
    const { push, become } = pushDouble();
    let asked = 0;
    const log = list.as(ben);
    await enter(ben, {
      rowPush: push,
      log: { ...log, follow: (cursor) => ((asked += 1), log.follow(cursor)) },
    });
    become(true);

    await world.advance(50_000);

    expect(asked).toBe(0);
  });

  it("goes back to asking when word stops coming", async () => {
    const { enter, world } = room();
    const { push, become } = pushDouble();
    const [anas, bens] = [await enter(ana), await enter(ben, { rowPush: push })];
    become(true);
    await world.advance(5000);

    become(false);
    anas.say(open());
    await world.advance(2000);

    expect(bens.picture().meeting.opened).toBeDefined();
  });

  it("finds what no word came of", async () => {
    const { enter, world } = room();
    const { push, become } = pushDouble();
    const [anas, bens] = [await enter(ana), await enter(ben, { rowPush: push })];
    become(true);

    anas.say(open());
    await world.advance(120_000);

    expect(bens.picture().meeting.opened).toBeDefined();
  });

  it("stops listening when it is closed", async () => {
    const { enter } = room();
    const { push, isHeard } = pushDouble();
    const live = await enter(ana, { rowPush: push });
    const before = isHeard();

    live.close();

    expect([before, isHeard()]).toEqual([true, false]);
  });

  it("looks once more when word came before the row could be seen", async () => {
    const { enter, world, list } = room();
    const { push, news, become } = pushDouble();
    const [anas, bens] = [await enter(ana), await enter(ben, { rowPush: push })];
    become(true);
    await world.advance(5000);

    news();
    await world.advance(1500);
    anas.say(open());
    await world.advance(5000);

    expect(list.rows()).toHaveLength(1);
    expect(bens.picture().meeting.opened).toBeDefined();
  });

  it("does not put off its turn with every further word", async () => {
    const { enter, world } = room();
    const { push, news, become } = pushDouble();
    const [anas, bens] = [await enter(ana), await enter(ben, { rowPush: push })];
    become(true);
    await world.advance(5000);

    anas.say(open());
    for (let word = 0; word < 10; word += 1) {
      news();
      await world.advance(150);
    }

    expect(bens.picture().meeting.opened).toBeDefined();
  });
});
