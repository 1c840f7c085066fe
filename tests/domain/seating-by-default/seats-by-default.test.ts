import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { toSeatId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { seatsByDefault } from "#domain/seating-by-default/seats-by-default.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { Seat } from "#domain/table/seat.ts";
import { StandingRole } from "#domain/table/standing-role.ts";
import { ada, attendee, ben, chloe, driver, fn } from "../table-fixtures.ts";

const roleFor = (name: string, more: object = {}): StandingRole =>
  v.parse(StandingRole, {
    function: name,
    role: "driver",
    duty: "member",
    required: true,
    ...more,
  });
const named = ({ name, id }: { name: string; id: string }) => ({ name, id });
const invited = [attendee(ada), attendee(ben), attendee(chloe)];

function seating(
  roles: readonly StandingRole[],
  more: { seats?: readonly SeatAtTable[]; attendees?: readonly Attendee[]; needed?: string[] } = {},
) {
  let made = 0;
  return seatsByDefault(roles, {
    seats: more.seats ?? [],
    attendees: more.attendees ?? invited,
    functionsNeeded: (more.needed ?? []).map(fn),
    newId: () => toSeatId(`new-${(made += 1)}`),
  });
}

describe("filling an empty table from the standing roles", () => {
  it("proposes a seat for each role, with its person, duty and delegate", () => {
    const { proposed } = seating([
      roleFor("Sales", { duty: "decider", person: named(ada), delegate: named(ben) }),
      roleFor("Legal", { duty: "sign-off", ground: "privacy", person: named(chloe) }),
    ]);

    expect(proposed).toMatchObject([
      { seat: { id: "new-1", duty: "decider", person: ada, delegate: ben }, notes: [] },
      { seat: { id: "new-2", duty: "sign-off", ground: "privacy", person: chloe }, notes: [] },
    ]);
  });

  it("leaves out functions the outcome does not need, unless nothing is decided without them", () => {
    const roles = [
      roleFor("Sales"),
      roleFor("Marketing", { required: false }),
      roleFor("Security", { required: true }),
    ];
    const { proposed, left } = seating(roles, { needed: ["sales"] });

    expect(proposed.map(({ seat }) => seat.function)).toEqual(["Sales", "Security"]);
    expect(left.map(({ why }) => why)).toEqual(["The outcome does not need Marketing."]);
  });

  it("keeps one decider, the first", () => {
    const { proposed } = seating([
      roleFor("Sales", { duty: "decider" }),
      roleFor("IT", { duty: "decider" }),
    ]);

    expect(proposed.map(({ seat }) => seat.duty)).toEqual(["decider", "member"]);
    expect(proposed[1]?.notes).toEqual(["Somebody else decides already: becomes a member."]);
  });
});

describe("finding who a role names", () => {
  const who = (person: object, attendees: readonly Attendee[] = invited) =>
    seating([roleFor("Sales", { person })], { attendees }).proposed[0];

  it("goes by mail in any case, then by a name that only one has", () => {
    expect(who({ name: "A. Moreau", mail: "ADA.Moreau@larkfield.example" })?.seat.person).toEqual(
      ada,
    );
    expect(who({ name: "ada  moreau" })?.seat.person).toEqual(ada);
  });

  it("leaves the seat empty where two have the name, or nobody", () => {
    const twin = { ...ada, id: "id-twin" as typeof ada.id, mail: "twin@larkfield.example" };

    expect(who({ name: "Ada Moreau" }, [...invited, attendee(twin)])?.seat.person).toBeUndefined();
    expect(who({ name: "Zoe Quist" })?.notes).toEqual([
      "Zoe Quist is not among the invited: choose who it is.",
    ]);
  });

  it("takes an Entra id at its word, and says that they are not invited", () => {
    const zoe = { name: "Zoe Quist", id: "id-zoe" };

    expect(who(zoe)).toMatchObject({ seat: { person: zoe }, notes: ["Zoe Quist is not invited."] });
  });

  it("says who has declined", () => {
    expect(who(named(ada), [attendee(ada, { response: "declined" })])?.notes).toEqual([
      "Ada Moreau has declined.",
    ]);
  });
});

describe("a table that some sit at already", () => {
  it("is filled at its empty seats, with what was written there kept", () => {
    const seats = [driver("Sales", { insight: "Knows the regions" })];
    const { proposed } = seating([roleFor("sales", { person: named(ada) })], { seats });

    expect(proposed).toMatchObject([
      { seat: { id: "seat-sales", person: ada, insight: "Knows the regions" } },
    ]);
  });

  it("keeps whoever sits there", () => {
    const seats = [driver("Sales", { person: ben })];
    const { proposed, left } = seating([roleFor("Sales", { person: named(ada) })], { seats });

    expect(proposed).toEqual([]);
    expect(left).toMatchObject([{ why: "Sales has a driver already." }]);
  });

  it("gives nobody a second seat", () => {
    const seats = [driver("IT", { person: ada })];
    const [one] = seating([roleFor("Sales", { person: named(ada) })], { seats }).proposed;

    expect(one?.seat.person).toBeUndefined();
    expect(one?.notes).toEqual(["Ada Moreau has a seat already: choose somebody else."]);
  });

  it("names nobody their own delegate", () => {
    const roles = [roleFor("Sales", { person: named(ada), delegate: named(ada) })];

    expect(seating(roles).proposed[0]?.seat.delegate).toBeUndefined();
  });
});

describe("whatever the list says", () => {
  const person = fc.option(fc.constantFrom(ada, ben, chloe).map(named), { nil: undefined });
  const duty = fc.constantFrom("decider", "member", "contributor", "informed");
  const role = fc
    .record({ name: fc.constantFrom("Sales", "IT", "HR"), person, delegate: person, duty })
    .map(({ name, duty: owed, ...people }) =>
      roleFor(name, {
        role: owed === "decider" || owed === "member" ? "driver" : "stakeholder",
        duty: owed,
        ...(people.person && { person: people.person }),
        ...(people.delegate && { delegate: people.delegate }),
      }),
    );

  it("proposes seats that may be set, one decider, and one seat for each person", () => {
    fc.assert(
      fc.property(fc.array(role, { maxLength: 8 }), (roles) => {
        const seats = seating(roles).proposed.map(({ seat }) => seat);
        const people = seats.flatMap((seat) => seat.person?.id ?? []);

        expect(seats.every((seat) => v.is(Seat, seat))).toBe(true);
        expect(seats.filter((seat) => seat.duty === "decider").length).toBeLessThanOrEqual(1);
        expect(new Set(people).size).toBe(people.length);
      }),
    );
  });

  it("answers for every role, with a seat or with why not", () => {
    fc.assert(
      fc.property(fc.array(role, { maxLength: 8 }), (roles) => {
        const { proposed, left } = seating(roles, { needed: ["IT"] });
        const seats = new Set(proposed.map(({ seat }) => seat.id)).size;

        expect(proposed.length + left.length).toBe(roles.length);
        expect(seats).toBe(proposed.length);
      }),
    );
  });
});
