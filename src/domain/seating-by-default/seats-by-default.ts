import type { SeatId } from "#domain/ids.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { type BusinessFunction, isSameFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { type Seats, seatList } from "#domain/table/seating.ts";
import type { StandingRole } from "#domain/table/standing-role.ts";
import { personKnownAs } from "./people-known.ts";

/** A seat as the standing roles would have it, and what to know before taking it. */
export interface ProposedSeat {
  readonly seat: Seat;
  /** In words: who could not be found, who has declined, what was changed and why. */
  readonly notes: readonly string[];
}

/** What the standing roles make of this table. */
export interface DefaultSeating {
  readonly proposed: readonly ProposedSeat[];
  /** Roles that lead to no seat here, and why not. */
  readonly left: readonly { readonly role: StandingRole; readonly why: string }[];
}

interface TableNow {
  readonly seats: Seats;
  readonly attendees: readonly Attendee[];
  /** The functions the outcome needs; where none is named yet every role is proposed. */
  readonly functionsNeeded: readonly BusinessFunction[];
  readonly newId: () => SeatId;
}

/**
 * The seats that the standing roles propose, in the roles' order: an empty seat of the function is
 * filled before a new one is made, whoever sits somewhere already is left there, and there is one
 * decider. Pure but for the ids it asks for.
 */
export function seatsByDefault(
  roles: readonly StandingRole[],
  { seats, attendees, functionsNeeded, newId }: TableNow,
): DefaultSeating {
  const table = seatList(seats).map(({ seat }) => seat);
  const proposed: ProposedSeat[] = [];
  const left: { role: StandingRole; why: string }[] = [];
  for (const role of roles) {
    const free = table.filter(({ id }) => !proposed.some(({ seat }) => seat.id === id));
    const taken = [...free, ...proposed.map(({ seat }) => seat)];
    const why = whyNot(role, table, functionsNeeded);
    if (why === undefined) proposed.push(proposal(role, { free, taken, attendees, newId }));
    else left.push({ role, why });
  }
  return { proposed, left };
}

function whyNot(
  role: StandingRole,
  table: readonly Seat[],
  needed: readonly BusinessFunction[],
): string | undefined {
  const isNeeded = needed.some((name) => isSameFunction(name, role.function));
  if (needed.length > 0 && !isNeeded && !role.required) {
    return `The outcome does not need ${role.function}.`;
  }
  const held = table.some(
    (seat) =>
      isSameFunction(seat.function, role.function) &&
      seat.role === role.role &&
      seat.person !== undefined,
  );
  return held ? `${role.function} has a ${role.role} already.` : undefined;
}

interface Around extends Pick<TableNow, "attendees" | "newId"> {
  /** The table's seats that no proposal fills, and those with all proposals. */
  readonly free: readonly Seat[];
  readonly taken: readonly Seat[];
}

function proposal(role: StandingRole, { free, taken, attendees, newId }: Around): ProposedSeat {
  const notes: string[] = [];
  const person = found(role.person, "person");
  const delegate = found(role.delegate, "delegate");
  const empty = free.find(
    (seat) =>
      isSameFunction(seat.function, role.function) &&
      seat.role === role.role &&
      seat.person === undefined,
  );
  const isSecondDecider =
    role.duty === "decider" && taken.some(({ duty, id }) => duty === "decider" && id !== empty?.id);
  if (isSecondDecider) notes.push("Somebody else decides already: becomes a member.");
  const place = {
    id: empty?.id ?? newId(),
    function: role.function,
    insight: empty?.insight,
    accountability: empty?.accountability,
    required: role.required,
    ...(person && { person }),
    ...(delegate && delegate.id !== person?.id && { delegate }),
  };
  return { seat: seatOf(role, place, isSecondDecider), notes };

  function found(named: StandingRole["person"], as: "person" | "delegate"): Person | undefined {
    if (named === undefined) return undefined;
    const known = personKnownAs(named, attendees);
    if (known === undefined) {
      notes.push(`${named.name} is not among the invited: choose who it is.`);
      return undefined;
    }
    if (as === "person" && taken.some((seat) => seat.person?.id === known.id)) {
      notes.push(`${known.name} has a seat already: choose somebody else.`);
      return undefined;
    }
    const invited = attendees.find(({ person: one }) => one?.id === known.id);
    if (invited === undefined) notes.push(`${known.name} is not invited.`);
    if (invited?.response === "declined") notes.push(`${known.name} has declined.`);
    return known;
  }
}

type Place = Pick<
  Seat,
  "id" | "function" | "person" | "delegate" | "insight" | "accountability" | "required"
>;

function seatOf(role: StandingRole, place: Place, isSecondDecider: boolean): Seat {
  switch (role.duty) {
    case "decider":
    case "member":
      return { ...place, role: "driver", duty: isSecondDecider ? "member" : role.duty };
    case "sign-off":
      return { ...place, role: "driver", duty: "sign-off", ground: role.ground };
    case "contributor":
    case "performer":
    case "informed":
      return { ...place, role: "stakeholder", duty: role.duty };
  }
}
