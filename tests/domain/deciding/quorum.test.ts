import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quorumOf } from "#domain/deciding/quorum.ts";
import {
  ada,
  ben,
  chloe,
  dana,
  driver,
  emil,
  here,
  seatId,
  stakeholder,
} from "../table-fixtures.ts";

const all = { kind: "required-drivers" } as const;
const seats = [
  driver("Sales", { person: ada }),
  driver("IT", { person: ben, delegate: emil, accepted: true }),
  driver("HR", { person: chloe, required: false }),
  stakeholder("Legal", { person: dana }),
];

describe("a quorum of all required drivers", () => {
  it("is met when each of them is there", () => {
    expect(quorumOf(all, seats, here(ada, ben))).toEqual({
      needed: 2,
      present: 2,
      met: true,
      missing: [],
    });
  });

  it("is met by an accepted delegate", () => {
    expect(quorumOf(all, seats, here(ada, emil)).met).toBe(true);
  });

  it("names whose seat is missing, whoever else is there", () => {
    expect(quorumOf(all, seats, here(ada, chloe, dana))).toEqual({
      needed: 2,
      present: 1,
      met: false,
      missing: [seatId("IT")],
    });
  });

  it("needs one driver where none is required", () => {
    const free = [driver("HR", { person: chloe, required: false })];

    expect(quorumOf(all, free, here(chloe)).met).toBe(true);
    expect(quorumOf(all, free, here(ada))).toMatchObject({ needed: 1, present: 0, met: false });
  });
});

describe("a quorum of a number", () => {
  const two = { kind: "count", drivers: 2 } as const;

  it("takes any driver, required or not", () => {
    expect(quorumOf(two, seats, here(ada, chloe)).met).toBe(true);
  });

  it("does not take stakeholders", () => {
    expect(quorumOf(two, seats, here(ada, dana))).toMatchObject({ present: 1, met: false });
  });

  it("is met by more than it needs", () => {
    expect(quorumOf(two, seats, here(ada, ben, chloe))).toMatchObject({ present: 3, met: true });
  });
});

describe("any quorum", () => {
  const anyone = fc.subarray([ada, ben, chloe, dana, emil]);
  const anyQuorum = fc.oneof(
    fc.constant(all),
    fc.integer({ min: 1, max: 4 }).map((drivers) => ({ kind: "count", drivers }) as const),
  );

  it("is not lost by one more person coming", () => {
    fc.assert(
      fc.property(anyQuorum, anyone, anyone, (quorum, some, more) => {
        const before = quorumOf(quorum, seats, here(...some));
        const after = quorumOf(quorum, seats, here(...some, ...more));

        expect(after.met || !before.met).toBe(true);
        expect(after.present).toBeGreaterThanOrEqual(before.present);
      }),
    );
  });

  it("is met exactly when as many are there as needed", () => {
    fc.assert(
      fc.property(anyQuorum, anyone, (quorum, some) => {
        const { needed, present, met } = quorumOf(quorum, seats, here(...some));

        expect(met).toBe(present >= needed);
      }),
    );
  });
});
