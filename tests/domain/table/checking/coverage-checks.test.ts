import { describe, expect, it } from "vitest";
import {
  ada,
  attendee,
  ben,
  chloe,
  dana,
  driver,
  emil,
  farah,
  fn,
  goodTable,
  goodTeam,
  here,
  seatId,
  stakeholder,
} from "../../table-fixtures.ts";
import { check, finding } from "./check-fixtures.ts";

describe("a function the outcome needs", () => {
  it("must have a seat", () => {
    const functionsNeeded = [fn("Legal")];

    expect(finding("function-uncovered", { functionsNeeded })).toEqual({
      code: "function-uncovered",
      severity: "blocks",
      sentence:
        "Legal is needed for this outcome, and nobody from Legal has a seat. Seat a driver from Legal.",
      seats: [],
      people: [],
      function: "Legal",
    });
  });

  it("must have its driver there", () => {
    const present = here(ada, ben, chloe, emil);

    expect(finding("function-uncovered", { present })).toMatchObject({
      sentence:
        "Finance is needed for this outcome, and nobody from Finance is here. Ask Dana Wolf to join, or name a delegate.",
      seats: [seatId("Finance")],
      people: [dana.id],
    });
  });

  it("is not covered by a stakeholder", () => {
    const seats = [...goodTable, stakeholder("Legal", { person: farah })];
    const present = here(...goodTeam, farah);

    expect(
      finding("function-uncovered", { seats, present, functionsNeeded: [fn("Legal")] })?.sentence,
    ).toBe(
      "Legal is needed for this outcome, and nobody from Legal is a driver. Make Farah Nour a driver, or seat somebody else from Legal.",
    );
  });

  it("is not covered by an empty seat", () => {
    const seats = [...goodTable, driver("Legal", { required: false })];

    expect(finding("function-uncovered", { seats, functionsNeeded: [fn("Legal")] })?.sentence).toBe(
      "Legal is needed for this outcome, and nobody from Legal has its seat. Choose who does.",
    );
  });

  it("is told of ahead when its driver has declined", () => {
    const attendees = [attendee(dana, { response: "declined" })];

    expect(finding("function-uncovered", { present: "not-gathered", attendees })?.sentence).toBe(
      "Finance is needed for this outcome, and nobody from Finance will be here. Ask Dana Wolf to join, or name a delegate.",
    );
  });

  it("is covered by either of two drivers", () => {
    const second = driver("Finance", { person: farah, required: false });
    const seats = [...goodTable, { ...second, seat: { ...second.seat, id: seatId("Finance 2") } }];
    const codes = check({ seats, present: here(ada, ben, chloe, emil, farah) }).map(
      ({ code }) => code,
    );

    expect(codes).not.toContain("function-uncovered");
  });
});

describe("the quorum", () => {
  const optional = goodTable.map(({ seat, delegateAccepted }) => ({
    seat: { ...seat, required: false },
    delegateAccepted,
  }));
  const four = { method: "consent", quorum: { kind: "count", drivers: 4 } } as const;

  it("is unmet when fewer drivers are there than it asks for", () => {
    const change = { seats: optional, rule: four, present: here(ada, ben, dana) };

    expect(finding("quorum-unmet", change)).toEqual({
      code: "quorum-unmet",
      severity: "blocks",
      sentence: "The quorum is 4 drivers, and 3 are here. Ask Chloe Diaz and Emil Sand to join.",
      seats: [seatId("HR"), seatId("Sales Operations")],
      people: [chloe.id, emil.id],
    });
  });

  it("asks for more seats when all of them together would not do", () => {
    const nine = { method: "consent", quorum: { kind: "count", drivers: 9 } } as const;

    expect(finding("quorum-unmet", { rule: nine })?.sentence).toBe(
      "The quorum is 9 drivers, and 5 are here. Seat more drivers, or choose a smaller quorum.",
    );
  });

  it("is met by as many as it asks for", () => {
    const change = { seats: optional, rule: four, present: here(ada, ben, dana, emil) };

    expect(check(change)).toEqual([]);
  });

  it("is not said twice when required drivers are missing and named", () => {
    expect(check({ present: here(ada, ben, chloe, emil) }).map(({ code }) => code)).toEqual([
      "required-driver-absent",
      "function-uncovered",
    ]);
  });

  it("is never met by an empty room, even where nobody is required", () => {
    expect(finding("quorum-unmet", { seats: optional, present: here() })?.sentence).toBe(
      "The quorum is 1 driver, and 0 are here. Ask Ada Moreau, Ben Ortiz, Chloe Diaz and 2 others to join.",
    );
  });
});
