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
  goodTeam,
  here,
  seatId,
} from "../../table-fixtures.ts";
import { check, finding, withSeat } from "./check-fixtures.ts";

describe("a required driver who is absent", () => {
  const without = (who: typeof dana) => here(...goodTeam.filter(({ id }) => id !== who.id));

  it("blocks, and is named", () => {
    expect(finding("required-driver-absent", { present: without(dana) })).toEqual({
      code: "required-driver-absent",
      severity: "blocks",
      sentence:
        "Dana Wolf (Finance) is required and is not here. Ask them to join, or name a delegate.",
      seats: [seatId("Finance")],
      people: [dana.id],
    });
  });

  it("is asked for with the delegate who accepted", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));

    expect(finding("required-driver-absent", { seats, present: without(dana) })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ask them to join, or their delegate Farah Nour.",
    );
  });

  it("waits for a delegate who has not accepted", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah }));
    const present = new Set([...without(dana), farah.id]);

    expect(finding("required-driver-absent", { seats, present })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ask Farah Nour to accept as their delegate.",
    );
  });

  it("cannot be stood in for by a driver who has a seat already", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: ben, accepted: true }));

    expect(finding("required-driver-absent", { seats, present: without(dana) })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ben Ortiz speaks for another seat already: name another delegate.",
    );
  });

  it("is stood in for by an accepted delegate who is there", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));
    const present = new Set([...without(dana), farah.id]);

    expect(check({ seats, present })).toEqual([]);
  });

  it("is nobody when the seat is not required", () => {
    const seats = withSeat(driver("HR", { person: chloe, required: false }));

    expect(check({ seats, present: without(chloe) })).toEqual([]);
  });

  it("is the seat itself when nobody has it", () => {
    const seats = withSeat(driver("HR"));

    expect(finding("required-driver-absent", { seats })?.sentence).toBe(
      "HR is required and nobody has its seat. Choose who does, or mark it as not required.",
    );
  });

  it("counts as such before the meeting only when they declined", () => {
    const attendees = goodTeam.map((one) =>
      attendee(one, { response: one === dana ? "declined" : "none" }),
    );
    const absent = check({ present: "not-gathered", attendees }).filter(
      ({ code }) => code === "required-driver-absent",
    );

    expect(absent.map(({ sentence }) => sentence)).toEqual([
      "Dana Wolf (Finance) is required and has declined. Ask them to join, or name a delegate.",
    ]);
  });

  it("is stood in for before the meeting by a delegate who accepted and did not decline", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));
    const attendees = [attendee(dana, { response: "declined" }), attendee(farah)];
    const codes = check({ seats, present: "not-gathered", attendees }).map(({ code }) => code);

    expect(codes).not.toContain("required-driver-absent");
    expect(codes).not.toContain("function-uncovered");
  });
});

describe("a delegate who has not accepted", () => {
  it("is named while their person is not there", () => {
    const seats = withSeat(driver("HR", { person: chloe, delegate: farah, required: false }));

    expect(
      finding("delegate-unaccepted", { seats, present: here(ada, ben, dana, emil) }),
    ).toMatchObject({
      severity: "warns",
      sentence:
        "Farah Nour is named as delegate for Chloe Diaz (HR) and has not accepted. Ask them to accept in their own tab.",
      seats: [seatId("HR")],
      people: [farah.id],
    });
  });

  it("does not matter while their person is there", () => {
    const seats = withSeat(driver("HR", { person: chloe, delegate: farah }));

    expect(check({ seats })).toEqual([]);
  });
});
