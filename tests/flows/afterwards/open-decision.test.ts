import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import { tellStory, verifyRecord } from "#flows/trust/auditing.ts";
import { ana, ben } from "../meeting/room.ts";
import { amendment, review, site } from "./decided.ts";

const zoe: Person = { id: toPersonId("zoe"), name: "Zoe Ando" };

describe("adding to a decision that was taken", () => {
  it("puts an amendment into the log and into the row", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ben);

    expect(open.say(amendment).ok).toBe(true);
    await at.world.advance(1000);

    expect(open.picture().sayings[0]?.state.kind).toBe("saved");
    expect(open.picture().row).toEqual({ kind: "kept" });
    expect(at.rowOf(decision)).toMatchObject({ status: "amended", reviewOn: "2027-09-01" });
    expect(at.rowOf(decision).amendments).toContain("Ben Okafor: The pilot starts in June.");
  });

  it("leaves the record matching its log, hash and all", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ana);
    for (const event of [amendment, review]) open.say(event);
    await at.world.advance(1000);

    const rows = at.list.rows().filter((row) => row.decision === decision);
    const found = await verifyRecord(at.rowOf(decision), tellStory(rows), at.world.sha256);

    expect(found).toMatchObject({ matches: true, differences: [], unlinked: [] });
    expect(at.rowOf(decision).reviewResult).toContain("One forecast in two regions.");
  });

  it("is refused to somebody who has no part in it, and nothing is written", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const before = at.list.rows().length;
    const open = await at.look(decision, zoe);

    const said = open.say(amendment);
    await at.world.advance(5000);

    expect(said).toMatchObject({ ok: false, refusal: { reason: "not-allowed" } });
    expect(at.list.rows()).toHaveLength(before);
  });

  it.each(["before", "after"] as const)(
    "says it once where the answer to the append is lost %s it was done",
    async (when) => {
      const at = await site();
      const decision = await at.decide("Move forecasting");
      const open = await at.look(decision, ben);
      at.list.failNext("append", "no-answer", when);

      open.say(amendment);
      await at.world.settle();
      const waiting = open.picture().sayings[0]?.state.kind;
      await at.world.advance(10_000);

      expect(waiting).toBe("waiting");
      expect(at.kindsOf(decision).filter((kind) => kind === "decision-amended")).toHaveLength(1);
      expect(at.rowOf(decision).status).toBe("amended");
    },
  );

  it("sends what an earlier life of this browser left unsent", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const first = await at.look(decision, ben);
    for (let tries = 0; tries < 3; tries += 1) at.list.failNext("append", "no-answer");
    first.say(amendment);
    await at.world.settle();

    const second = await at.look(decision, ben);
    await at.world.advance(60_000);

    expect(second.picture().sayings).toMatchObject([{ state: { kind: "saved" } }]);
    expect(at.kindsOf(decision).filter((kind) => kind === "decision-amended")).toHaveLength(1);
  });

  it("finishes what was said last when it is closed at once", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ben);

    open.say(amendment);
    open.close();
    await at.world.advance(5000);

    expect(at.rowOf(decision).status).toBe("amended");
  });
});

describe("two browsers that add at once", () => {
  it("leave both in the row, whoever writes last", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const [one, other] = [await at.look(decision, ana), await at.look(decision, ben)];

    one.say({ ...amendment, text: "Ana's line." } as typeof amendment);
    other.say({ ...amendment, text: "Ben's line." } as typeof amendment);
    await at.world.advance(120_000);

    expect(at.rowOf(decision).amendments).toMatch(/Ana's line/u);
    expect(at.rowOf(decision).amendments).toMatch(/Ben's line/u);
  });
});

describe("a row that is behind its log", () => {
  it("is mended by whoever opens the decision and may write", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ben);
    at.register.failNext("write", "forbidden");
    open.say(amendment);
    await at.world.advance(1000);
    const left = at.rowOf(decision).status;

    await at.look(decision, ana);
    await at.world.advance(1000);

    expect(left).toBe("decided");
    expect(at.rowOf(decision).status).toBe("amended");
  });

  it("is left alone by whoever only reads", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ben);
    at.register.failNext("write", "forbidden");
    open.say(amendment);
    await at.world.advance(1000);

    await at.look(decision, zoe);
    await at.world.advance(10_000);

    expect(at.rowOf(decision).status).toBe("decided");
  });

  it("gets its record where the browser that closed it died before writing", async () => {
    const at = await site();
    at.register.failNext("write", "forbidden");
    const decision = await at.decide("Move forecasting");
    const left = at.rowOf(decision);

    await at.look(decision, ana);
    await at.world.advance(30_000);

    expect(left.hash).toBe("");
    expect(at.rowOf(decision)).toMatchObject({ status: "decided", title: "Move forecasting" });
    expect(at.rowOf(decision).hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(at.kindsOf(decision).at(-1)).toBe("record-written");
  });
});

describe("a row that still tells of a deferral", () => {
  it("gets the record of the meeting that decided, and nobody is said to have changed it", async () => {
    const at = await site();
    at.register.failNext("write", "forbidden");
    const decision = await at.decide("Move forecasting");
    const kept = (await at.register.find(decision))!;
    const before = { status: "deferred", hash: "0f".repeat(32), events: 4 } as const;
    await at.register.write(kept, { ...kept.row, ...before });

    const open = await at.look(decision, ana);
    await at.world.advance(30_000);

    expect(open.picture().row).toEqual({ kind: "kept" });
    expect(at.rowOf(decision).status).toBe("decided");
    expect(at.rowOf(decision).outcome).toBe("Decided: Move forecasting by May.");
  });
});

describe("a row that somebody changed by hand", () => {
  async function changed() {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const kept = (await at.register.find(decision))!;
    await at.register.write(kept, { ...kept.row, status: "reversed", outcome: "Something else." });
    const open = await at.look(decision, ana);
    await at.world.advance(10_000);
    return { at, decision, open };
  }

  it("is left as it is, and said to be", async () => {
    const { at, decision, open } = await changed();

    expect(open.picture().row).toEqual({ kind: "changed-by-hand" });
    expect(at.rowOf(decision).status).toBe("reversed");
  });

  it("is put right when asked, but for what is locked: that is for Verify to show", async () => {
    const { at, decision, open } = await changed();

    open.putRight();
    await at.world.advance(1000);

    expect(open.picture().row).toEqual({ kind: "kept" });
    expect(at.rowOf(decision)).toMatchObject({ status: "decided", outcome: "Something else." });
  });
});

describe("a log that cannot be read", () => {
  it("is read again by itself once it answers", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    at.list.failNext("readDecision", "unavailable");

    const open = await at.look(decision, ana);
    const first = open.picture().following.kind;
    await at.world.advance(10_000);

    expect(first).toBe("behind");
    expect(open.picture().story?.meeting.status).toBe("decided");
  });
});
