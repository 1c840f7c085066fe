import { describe, expect, it } from "vitest";
import {
  attendee,
  chloe,
  dana,
  driver,
  farah,
  goodTable,
  goodTeam,
  greta,
  here,
  hugo,
  seatId,
  stakeholder,
} from "../../table-fixtures.ts";
import { check, finding, withSeat } from "./check-fixtures.ts";

describe("the invitation", () => {
  const invited = goodTeam.map((one) => attendee(one));

  it("names who has no role", () => {
    const attendees = [...invited, attendee(farah), attendee(hugo)];

    expect(finding("attendee-without-role", { attendees })).toEqual({
      code: "attendee-without-role",
      severity: "warns",
      sentence:
        "Farah Nour and Hugo Lind are invited and have no role. Give each a seat, as driver or stakeholder, or let them off.",
      seats: [],
      people: [farah.id, hugo.id],
    });
  });

  it("names one alone in the singular", () => {
    expect(
      finding("attendee-without-role", { attendees: [...invited, attendee(farah)] })?.sentence,
    ).toBe(
      "Farah Nour is invited and has no role. Give them a seat, as driver or stakeholder, or let them off.",
    );
  });

  it("gives no role to a telephone, nor to who declined", () => {
    const { person: _, ...phone } = attendee(farah, { kind: "phone", name: "+45 …" });
    const attendees = [...invited, phone, attendee(hugo, { response: "declined" })];

    expect(check({ attendees })).toEqual([]);
  });

  it("counts a named delegate as having a role", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));

    expect(check({ seats, attendees: [...invited, attendee(farah)] })).toEqual([]);
  });

  it("names who declined", () => {
    const seats = [...goodTable, stakeholder("Legal", { person: farah })];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(finding("invite-declined", { seats, attendees })).toMatchObject({
      severity: "warns",
      sentence:
        "Farah Nour (Legal) has declined the invitation. Ask them to come, name a delegate, or seat somebody else.",
      seats: [seatId("Legal")],
      people: [farah.id],
    });
  });

  it("names a delegate who declined", () => {
    const seats = [
      ...goodTable,
      stakeholder("Legal", { person: greta, delegate: farah, accepted: true }),
    ];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(finding("invite-declined", { seats, attendees })?.sentence).toBe(
      "Farah Nour, delegate for Greta Holm (Legal), has declined the invitation. Name another delegate.",
    );
  });

  it("is forgotten once who declined has come after all", () => {
    const attendees = goodTeam.map((one) => attendee(one, { response: "declined" }));

    expect(check({ attendees })).toEqual([]);
  });

  it("is not said twice of a required driver, whose absence blocks", () => {
    const attendees = goodTeam.map((one) =>
      attendee(one, { response: one === dana ? "declined" : "accepted" }),
    );
    const codes = check({ present: "not-gathered", attendees }).map(({ code }) => code);

    expect(codes).toEqual(["required-driver-absent", "function-uncovered"]);
  });

  it("is said of a driver who is not required", () => {
    const seats = withSeat(driver("HR", { person: chloe, required: false }));
    const attendees = [attendee(chloe, { response: "declined" })];
    const codes = check({ seats, present: "not-gathered", attendees }).map(({ code }) => code);

    expect(codes).toEqual(["invite-declined"]);
  });

  it("lets those stay away who are only to be informed", () => {
    const seats = [...goodTable, stakeholder("Press", { person: farah, duty: "informed" })];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(check({ seats, attendees })).toEqual([]);
  });

  it("is not spoken of where nobody knows it", () => {
    const seats = withSeat(driver("HR", { person: hugo }));

    expect(check({ seats, present: here(...goodTeam, hugo) })).toEqual([]);
  });
});
