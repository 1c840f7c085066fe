import { describe, expect, it } from "vitest";
import { toMeetingKey } from "#domain/ids.ts";
import { ana, ben, deferred, open, room, started } from "./room.ts";

const second = { key: toMeetingKey("19:meeting_second@thread.v2"), subject: "Second round" };

/** Ana defers a decision in the first meeting. */
async function putOff() {
  const here = room();
  const live = await here.enter(ana);
  for (const event of started) live.say(event);
  live.say(deferred);
  await here.world.advance(10_000);
  const decision = live.picture().meeting.opened!.decision;
  return { ...here, first: live, decision };
}

describe("a decision that another meeting deferred", () => {
  it("is taken up, and everybody there sees it whole", async () => {
    const { enter, world, decision } = await putOff();
    const anas = await enter(ana, { meeting: second.key });
    const bens = await enter(ben, { meeting: second.key });

    const said = await anas.takeUp(decision, second);
    await world.advance(10_000);

    expect(said.ok).toBe(true);
    for (const live of [anas, bens]) {
      const { meeting } = live.picture();
      expect([meeting.opened?.decision, meeting.status, meeting.seats.size]).toEqual([
        decision,
        "proposed",
        2,
      ]);
    }
  });

  it("is whole for somebody who comes later, and after everything was read again", async () => {
    const { enter, world, list, decision } = await putOff();
    const anas = await enter(ana, { meeting: second.key });
    await anas.takeUp(decision, second);
    await world.advance(10_000);

    const bens = await enter(ben, { meeting: second.key });
    list.expireCursors();
    await world.advance(60_000);

    expect(bens.picture().meeting.seats.size).toBe(2);
    expect(bens.picture().tampering).toEqual([]);
  });

  it("has its row say so, and is recorded once more at its second close", async () => {
    const { enter, world, register, decision } = await putOff();
    const anas = await enter(ana, { meeting: second.key });
    await anas.takeUp(decision, second);
    await world.advance(10_000);
    const statusBetween = register.rows().map(({ row }) => row.status);

    anas.say({ kind: "walk-started", override: "Everybody is here." });
    anas.say({ kind: "decision-closed", outcome: "withdrawn", reason: "Not needed any more." });
    await world.advance(20_000);

    expect(statusBetween).toEqual(["proposed"]);
    const [kept, ...more] = register.rows();
    expect(more).toEqual([]);
    expect([kept?.row.status, kept?.row.hash]).toEqual([
      "withdrawn",
      anas.picture().meeting.record?.hash,
    ]);
    expect(kept?.row.history).toMatch(/Deferred in “Forecast”: The pilot is not finished\./u);
  });

  it("is not taken up beside a decision that is open", async () => {
    const { enter, world, decision } = await putOff();
    const anas = await enter(ana, { meeting: second.key });
    anas.say({ ...open("Another one"), meeting: second } as ReturnType<typeof open>);
    await world.settle();

    expect(await anas.takeUp(decision, second)).toMatchObject({
      ok: false,
      refusal: { reason: "already-opened" },
    });
  });

  it("can be taken up again in the meeting that put it off", async () => {
    const { first, world, decision } = await putOff();
    const { meeting } = first.picture().meeting.opened!;

    await first.takeUp(decision, meeting);
    await world.advance(10_000);

    expect(first.picture().meeting.status).toBe("proposed");
  });

  it("is gone from the meeting that put it off, for whoever opens that later", async () => {
    const { enter, world, decision } = await putOff();
    const anas = await enter(ana, { meeting: second.key });
    await anas.takeUp(decision, second);
    await world.advance(10_000);

    const late = await enter(ben);

    expect(late.picture().meeting.opened).toBeUndefined();
  });
});

describe("a decision that another meeting takes up before it has begun", () => {
  /** Ana prepares in the first meeting, where Ben looks on, and goes on in the second. */
  async function carried() {
    const here = room();
    const [anas, bens] = [await here.enter(ana), await here.enter(ben)];
    for (const event of started.slice(0, -1)) anas.say(event);
    await here.world.advance(10_000);
    const decision = anas.picture().meeting.opened!.decision;
    anas.close();
    const elsewhere = await here.enter(ana, { meeting: second.key });
    await elsewhere.takeUp(decision, second);
    await here.world.advance(120_000);
    return { ...here, bens, elsewhere };
  }

  it("is gone from the first meeting, for those who have it open", async () => {
    const { bens } = await carried();

    expect(bens.picture().meeting.opened).toBeUndefined();
  });

  it("is not begun in the first by somebody who opens that later", async () => {
    const { enter, world } = await carried();
    const late = await enter(ana);
    await world.advance(1000);

    expect(late.picture().meeting.opened).toBeUndefined();
  });

  it("has a row that names the meeting it is in", async () => {
    const { register } = await carried();

    expect(register.rows().map(({ row }) => [row.meeting, row.status])).toEqual([
      [second.key, "proposed"],
    ]);
  });
});
