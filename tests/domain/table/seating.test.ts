import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coveredFunctions,
  deciderSeat,
  driverSeats,
  presentDrivers,
  seatOf,
  sitter,
  sittings,
  standIns,
} from "#domain/table/seating.ts";
import {
  ada,
  asTable,
  ben,
  chloe,
  dana,
  driver,
  emil,
  fn,
  goodTable,
  goodTeam,
  here,
  stakeholder,
} from "../table-fixtures.ts";

describe("who sits on a seat", () => {
  const withDelegate = driver("Finance", { person: dana, delegate: emil, accepted: true });

  it("is its person when they are there", () => {
    const { seat } = withDelegate;

    expect(sitter(withDelegate, here(dana))).toEqual({ seat, person: dana, via: "person" });
  });

  it("is its person even when the delegate is there as well", () => {
    expect(sitter(withDelegate, here(dana, emil)).person).toBe(withDelegate.seat.person);
  });

  it("is the delegate when only they are there", () => {
    expect(sitter(withDelegate, here(emil))).toMatchObject({ person: emil, via: "delegate" });
  });

  it("is nobody when neither is there", () => {
    expect(sitter(withDelegate, here(ada)).person).toBeUndefined();
  });

  it("is nobody when the delegate has not accepted", () => {
    const asked = driver("Finance", { person: dana, delegate: emil });

    expect(sitter(asked, here(emil)).person).toBeUndefined();
  });

  it("is the delegate of an empty seat, once they accepted", () => {
    const lent = driver("Finance", { delegate: emil, accepted: true });

    expect(sitter(lent, here(emil))).toMatchObject({ person: emil, via: "delegate" });
  });
});

describe("delegation at a whole table", () => {
  it("does not give a driver with a seat of their own a second voice", () => {
    const finance = driver("Finance", { person: dana, delegate: ben, accepted: true });
    const it_ = driver("IT", { person: ben });

    expect(presentDrivers([finance, it_], here(ben)).map(({ seat }) => seat.function)).toEqual([
      "IT",
    ]);
  });

  it("does not let one person stand in for two drivers", () => {
    const finance = driver("Finance", { person: dana, delegate: emil, accepted: true });
    const it_ = driver("IT", { person: ben, delegate: emil, accepted: true });

    expect([...standIns([finance, it_]).keys()]).toEqual([finance.seat.id]);
  });

  it("has no cycle: two drivers who name each other do not count for each other", () => {
    const finance = driver("Finance", { person: dana, delegate: ben, accepted: true });
    const it_ = driver("IT", { person: ben, delegate: dana, accepted: true });

    expect(presentDrivers([finance, it_], here(dana)).length).toBe(1);
    expect(presentDrivers([finance, it_], here(ben)).length).toBe(1);
  });

  it("lets a stakeholder stand in for a driver", () => {
    const finance = driver("Finance", { person: dana, delegate: emil, accepted: true });
    const controller = stakeholder("Controlling", { person: emil });

    expect(presentDrivers([finance, controller], here(emil))).toMatchObject([{ via: "delegate" }]);
  });

  it("never seats one person on two driver seats, whoever delegates to whom", () => {
    const people = [ada, ben, chloe, dana];
    const seats = fc.array(
      fc.record({
        delegate: fc.option(fc.constantFrom(...people), { nil: undefined }),
        accepted: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    );
    const present = fc.subarray(people);

    fc.assert(
      fc.property(seats, present, (wishes, who) => {
        const table = wishes.map(({ delegate, accepted }, at) =>
          driver(`Function ${at}`, {
            ...(at < 3 && { person: people[at]! }),
            ...(delegate && { delegate }),
            accepted,
          }),
        );
        const seated = presentDrivers(table, here(...who)).map(({ person }) => person?.id);

        expect(new Set(seated).size).toBe(seated.length);
        expect(seated.every((id) => who.some((one) => one.id === id))).toBe(true);
      }),
    );
  });
});

describe("the seats of a table", () => {
  it("are the same whether kept as a list or by id", () => {
    const present = here(...goodTeam);

    expect(sittings(asTable(...goodTable), present)).toEqual(sittings(goodTable, present));
  });

  it("know the drivers", () => {
    const table = [...goodTable, stakeholder("Legal", { person: dana })];

    expect(driverSeats(table)).toEqual(goodTable);
  });

  it("give somebody their own seat before one they are delegate for", () => {
    const lent = driver("IT", { person: ben, delegate: dana, accepted: true });
    const own = driver("Finance", { person: dana });

    expect(seatOf([lent, own], dana.id)).toBe(own);
  });

  it("give a delegate the seat they accepted", () => {
    const lent = driver("IT", { person: ben, delegate: dana, accepted: true });

    expect(seatOf([lent], dana.id)).toBe(lent);
  });

  it("give a stakeholder the driver's seat they stand in for", () => {
    const lent = driver("IT", { person: ben, delegate: dana, accepted: true });
    const own = stakeholder("Finance", { person: dana });

    expect(seatOf([own, lent], dana.id)).toBe(lent);
  });

  it("give a delegate their own seat back while the person is there", () => {
    const lent = driver("IT", { person: ben, delegate: dana, accepted: true });
    const own = stakeholder("Finance", { person: dana });

    expect(seatOf([own, lent], dana.id, here(ben))).toBe(own);
    expect(seatOf([own, lent], dana.id, here(dana))).toBe(lent);
  });

  it("give somebody their own stakeholder's seat before another's", () => {
    const lent = stakeholder("Legal", { person: ben, delegate: dana, accepted: true });
    const own = stakeholder("Finance", { person: dana });

    expect(seatOf([lent, own], dana.id)).toBe(own);
    expect(seatOf([lent], dana.id)).toBe(lent);
  });

  it("give nothing to a delegate who has not accepted", () => {
    expect(seatOf([driver("IT", { person: ben, delegate: dana })], dana.id)).toBeUndefined();
  });
});

describe("the decider's seat", () => {
  it("is the one seat that decides", () => {
    expect(deciderSeat(goodTable)).toBe(goodTable[0]);
  });

  it("is no seat at all when two would decide", () => {
    const two = [...goodTable, driver("Data", { person: emil, duty: "decider" })];

    expect(deciderSeat(two)).toBeUndefined();
  });

  it("is no seat when none decides", () => {
    expect(deciderSeat(goodTable.slice(1))).toBeUndefined();
  });
});

describe("the functions covered", () => {
  it("are those with a driver who is there", () => {
    const needed = [fn("Finance"), fn("IT")];

    expect(coveredFunctions(needed, goodTable, here(ada, ben))).toEqual(["IT"]);
  });

  it("are the same in any case of letters and any spacing", () => {
    const needed = [fn("sales  operations")];

    expect(coveredFunctions(needed, goodTable, here(emil))).toEqual(needed);
  });

  it("do not count a stakeholder", () => {
    const table = [stakeholder("Legal", { person: dana })];

    expect(coveredFunctions([fn("Legal")], table, here(dana))).toEqual([]);
  });

  it("count a delegate who is there", () => {
    const table = [driver("Legal", { person: dana, delegate: emil, accepted: true })];

    expect(coveredFunctions([fn("Legal")], table, here(emil))).toEqual(["Legal"]);
  });
});
