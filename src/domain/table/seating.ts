import type { PersonId, SeatId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { BusinessFunction } from "./business-function.ts";
import type { Person } from "./person.ts";
import type { Seat } from "./seat.ts";

/** The seats of one table, in the order they were set. */
export type Seats = ReadonlyMap<SeatId, SeatAtTable> | readonly SeatAtTable[];

/** Who is present: a set of ids, or the presence of a meeting. */
export interface Present {
  has(person: PersonId): boolean;
}

/** Who actually sits on a seat: nobody where neither its person nor an accepted delegate is there. */
export interface Sitting {
  readonly seat: Seat;
  readonly person?: Person;
  readonly via: "person" | "delegate";
}

/** Who sits on one seat. The person goes before the delegate; a delegate must have accepted. */
export function sitter({ seat, delegateAccepted }: SeatAtTable, present: Present): Sitting {
  const { person, delegate } = seat;
  if (person !== undefined && present.has(person.id)) return { seat, person, via: "person" };
  if (delegateAccepted && delegate !== undefined && present.has(delegate.id)) {
    return { seat, person: delegate, via: "delegate" };
  }
  return { seat, via: "person" };
}

/** All seats with who sits there. */
export function sittings(seats: Seats, present: Present): readonly Sitting[] {
  return seatList(seats).map((seat) => sitter(seat, present));
}

/** The seats as a list, in the order they were set. */
export function seatList(seats: Seats): readonly SeatAtTable[] {
  return isList(seats) ? seats : [...seats.values()];
}

/** The seat somebody speaks for: their own, else one whose delegate they are and have accepted. */
export function seatOf(seats: Seats, person: PersonId): SeatAtTable | undefined {
  const list = seatList(seats);
  return (
    list.find(({ seat }) => seat.person?.id === person) ??
    list.find(({ seat, delegateAccepted }) => delegateAccepted && seat.delegate?.id === person)
  );
}

/** The seats of the core team. */
export function driverSeats(seats: Seats): readonly SeatAtTable[] {
  return seatList(seats).filter(({ seat }) => seat.role === "driver");
}

/** The driver seats somebody sits on. */
export function presentDrivers(seats: Seats, present: Present): readonly Sitting[] {
  return sittings(driverSeats(seats), present).filter(({ person }) => person !== undefined);
}

/** The functions that have a present driver. */
export function coveredFunctions(seats: Seats, present: Present): ReadonlySet<BusinessFunction> {
  return new Set(presentDrivers(seats, present).map(({ seat }) => seat.function));
}

/** The seat that decides; undefined where there is none, or where several claim to. */
export function deciderSeat(seats: Seats): SeatAtTable | undefined {
  const deciders = seatList(seats).filter(({ seat }) => seat.duty === "decider");
  return deciders.length === 1 ? deciders[0] : undefined;
}

function isList(seats: Seats): seats is readonly SeatAtTable[] {
  return Array.isArray(seats);
}
