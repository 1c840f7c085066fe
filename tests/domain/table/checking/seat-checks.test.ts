import { describe, expect, it } from "vitest";
import {
  ada,
  ben,
  driver,
  farah,
  goodTable,
  goodTeam,
  greta,
  guest,
  here,
  hugo,
  seatId,
  stakeholder,
} from "../../table-fixtures.ts";
import { check, finding, withSeat } from "./check-fixtures.ts";

describe("the decider", () => {
  it("must be somebody", () => {
    const seats = withSeat(driver("Sales", { person: ada }));

    expect(finding("no-decider", { seats })).toEqual({
      code: "no-decider",
      severity: "blocks",
      sentence: "No decider yet. One driver must be able to decide: choose who.",
      seats: [],
      people: [],
    });
  });

  it("must be one only", () => {
    const seats = withSeat(driver("IT", { person: ben, duty: "decider" }));

    expect(finding("several-deciders", { seats })).toMatchObject({
      severity: "blocks",
      sentence:
        "2 seats would decide: Ada Moreau (Sales) and Ben Ortiz (IT). Keep one decider and make the other a member.",
      seats: [seatId("Sales"), seatId("IT")],
      people: [ada.id, ben.id],
    });
  });
});

describe("the size of the core team", () => {
  const eight = [
    ...goodTable,
    driver("Legal", { person: farah }),
    driver("Data", { person: greta }),
    driver("Security", { person: hugo }),
  ];
  const everybody = here(...goodTeam, farah, greta, hugo);

  it("is large with eight drivers", () => {
    expect(finding("core-team-large", { seats: eight, present: everybody })).toMatchObject({
      severity: "warns",
      sentence:
        "8 drivers are too many to decide well: Ada Moreau, Ben Ortiz, Chloe Diaz and 5 others. Keep 5 to 7 and make the others stakeholders, who still answer.",
    });
  });

  it("is right with seven", () => {
    expect(check({ seats: eight.slice(0, 7), present: everybody })).toEqual([]);
  });

  it("is small with four, where a group is needed", () => {
    expect(finding("core-team-small", { seats: goodTable.slice(0, 4) })).toMatchObject({
      severity: "warns",
      sentence:
        "Only 4 drivers have a seat: Ada Moreau (Sales), Ben Ortiz (IT), Chloe Diaz (HR) and Dana Wolf (Finance). Seat 5 to 7: whoever will answer for a part of the outcome.",
    });
  });

  it("may be small where one function decides", () => {
    expect(check({ seats: goodTable.slice(0, 4), collaborative: false })).toEqual([]);
  });

  it("does not count stakeholders", () => {
    const seats = [
      ...goodTable,
      ...["A", "B", "C"].map((name) => stakeholder(name, { person: farah })),
    ];

    expect(finding("core-team-large", { seats })).toBeUndefined();
  });

  it("says so when no driver has a seat at all", () => {
    expect(finding("core-team-small", { seats: [] })?.sentence).toBe(
      "No driver has a seat yet. Seat 5 to 7: whoever will answer for a part of the outcome.",
    );
  });
});

describe("what a seat lacks", () => {
  it("is a person", () => {
    const seats = [...goodTable, stakeholder("Legal")];

    expect(finding("seat-without-person", { seats })).toMatchObject({
      severity: "warns",
      sentence: "Nobody sits on the Legal seat. Choose who does, or take the seat away.",
      seats: [seatId("Legal")],
    });
  });

  it("is what its driver knows", () => {
    const seats = withSeat(driver("IT", { person: ben, insight: undefined }));

    expect(finding("seat-without-insight", { seats })).toMatchObject({
      severity: "warns",
      sentence:
        "Not said yet for Ben Ortiz (IT): what they know that this decision needs. Ask, and write it on the seat.",
      people: [ben.id],
    });
  });

  it("is what its driver answers for", () => {
    const seats = withSeat(driver("IT", { person: ben, accountability: undefined }));

    expect(finding("seat-without-accountability", { seats })?.sentence).toBe(
      "Not said yet for Ben Ortiz (IT): what they answer for once this is decided. Ask, and write it on the seat.",
    );
  });

  it("is said once for all seats that lack it", () => {
    const seats = goodTable.map(({ seat }) =>
      driver(seat.function, { ...(seat.person && { person: seat.person }), insight: undefined }),
    );
    const said = check({ seats }).filter(({ code }) => code === "seat-without-insight");

    expect(said.map(({ seats: about }) => about.length)).toEqual([5]);
  });

  it("is not asked of stakeholders, nor of empty seats", () => {
    const silent = { insight: undefined, accountability: undefined };
    const seats = [
      ...goodTable,
      stakeholder("Legal", { person: farah, ...silent }),
      driver("Data", { required: false, ...silent }),
    ];
    const codes = check({ seats }).map(({ code }) => code);

    expect(codes).toEqual(["seat-without-person"]);
  });
});

describe("the people of a table", () => {
  it("may be external, which is said of drivers", () => {
    const seats = withSeat(driver("IT", { person: guest }));

    expect(finding("external-driver", { seats })).toMatchObject({
      severity: "warns",
      sentence:
        "Iris Vale (IT) is from outside the company and would take a stance. Make them a stakeholder, unless you mean it.",
      people: [guest.id],
    });
  });

  it("may be external as stakeholders without a word", () => {
    const seats = [...goodTable, stakeholder("Vendor", { person: guest })];

    expect(check({ seats, present: here(...goodTeam, guest) })).toEqual([]);
  });

  it("must not be of one function by more than half", () => {
    const names = ["IT", "it", "IT ", "Finance", "HR"];
    const seats = names.map((name, at) => {
      const one = driver(name, { person: goodTeam[at]!, duty: at === 0 ? "decider" : "member" });
      return { ...one, seat: { ...one.seat, id: seatId(`Place ${at}`) } };
    });

    expect(finding("one-function-dominates", { seats, functionsNeeded: [] })).toMatchObject({
      severity: "warns",
      sentence:
        "3 of 5 drivers are from IT: Ada Moreau (IT), Ben Ortiz (it) and Chloe Diaz (IT). Seat drivers from other functions, or make some of these stakeholders.",
      function: "IT",
    });
  });

  it("are not a majority of one", () => {
    const alone = [driver("IT", { person: ben, duty: "decider" })];

    expect(finding("one-function-dominates", { seats: alone })).toBeUndefined();
  });

  it("are a majority of two", () => {
    const first = driver("IT", { person: ada, duty: "decider" });
    const second = driver("IT", { person: ben });
    const seats = [first, { ...second, seat: { ...second.seat, id: seatId("IT 2") } }];

    expect(finding("one-function-dominates", { seats })?.people).toEqual([ada.id, ben.id]);
  });

  it("may be of one function by half", () => {
    const seats = ["IT", "IT", "Finance", "HR"].map((name, at) => {
      const one = driver(name, { person: goodTeam[at]! });
      return { ...one, seat: { ...one.seat, id: seatId(`Place ${at}`) } };
    });

    expect(finding("one-function-dominates", { seats })).toBeUndefined();
  });
});
