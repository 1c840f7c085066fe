import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import { tellPredecessors } from "#flows/afterwards/telling-predecessors.ts";
import { ana, ben } from "../meeting/room.ts";
import { site } from "./decided.ts";

const zoe: Person = { id: toPersonId("zoe"), name: "Zoe Ando" };

async function twoDecisions(relation: "supersedes" | "reverses" | "reopens" | "builds-on") {
  const at = await site();
  const older = await at.decide("Keep three forecasts");
  const newer = await at.decide("Move to one forecast", [[relation, older]]);
  const needsOf = (me: Person) => ({
    log: at.list.as(me),
    register: at.register,
    world: at.world,
    me,
    outbox: at.outboxOf(me),
  });
  const tell = async (me: Person) => {
    const told = tellPredecessors(needsOf(me), at.told(newer));
    await at.world.until(told);
    await at.world.advance(5000);
  };
  const saysSo = () => at.kindsOf(older).filter((kind) => kind === "decision-succeeded").length;
  return { at, older, newer, tell, saysSo };
}

describe("a decision that takes the place of an earlier one", () => {
  it.each([
    ["supersedes", "superseded", "Superseded by: Move to one forecast"],
    ["reverses", "reversed", "Reversed by: Move to one forecast"],
    ["reopens", "superseded", "Superseded by: Move to one forecast"],
  ] as const)("tells the one it %s", async (relation, status, line) => {
    const { at, older, newer, tell } = await twoDecisions(relation);

    await tell(ana);

    expect(at.rowOf(older).status).toBe(status);
    expect(at.rowOf(older).replacedBy).toBe(`${line} [${newer}]`);
  });

  it("tells nothing to one it only builds on", async () => {
    const { at, older, tell, saysSo } = await twoDecisions("builds-on");

    await tell(ana);

    expect(saysSo()).toBe(0);
    expect(at.rowOf(older).status).toBe("decided");
  });

  it("is told once, however often and by however many it is tried", async () => {
    const { tell, saysSo } = await twoDecisions("supersedes");

    await tell(ana);
    await tell(ben);
    await tell(ana);

    expect(saysSo()).toBe(1);
  });

  it("counts once where two browsers tell at the same moment", async () => {
    const { at, older, tell } = await twoDecisions("supersedes");

    await Promise.all([tell(ana), tell(ben)]);

    expect(at.rowOf(older).replacedBy.split("\n")).toHaveLength(1);
  });

  it("says nothing for somebody who may not", async () => {
    const { tell, saysSo } = await twoDecisions("supersedes");

    await tell(zoe);

    expect(saysSo()).toBe(0);
  });

  it("gives up in silence where the list cannot be reached, and does it the next time", async () => {
    const { at, tell, saysSo } = await twoDecisions("supersedes");
    at.register.failNext("find", "forbidden");

    await tell(ana);
    const atFirst = saysSo();
    await tell(ana);

    expect([atFirst, saysSo()]).toEqual([0, 1]);
  });
});
