import type { PersonId, SeatId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { type BusinessFunction, isSameFunction } from "./business-function.ts";
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
  return seatedBy(seat, delegateAccepted ? seat.delegate : undefined, present);
}

/**
 * All seats with who sits there. Nobody speaks with two voices: see `standIns` for who counts as a
 * delegate once the whole table is looked at.
 */
export function sittings(seats: Seats, present: Present): readonly Sitting[] {
  const delegates = standIns(seats);
  return seatList(seats).map(({ seat }) => seatedBy(seat, delegates.get(seat.id), present));
}

/**
 * The delegate of each seat who may sit in: named, accepted, not the person themself. At drivers'
 * seats a delegate has no driver's seat of their own and stands in for one driver only, so that
 * delegation has one hop, no cycles, and each voice counts once.
 */
export function standIns(seats: Seats): ReadonlyMap<SeatId, Person> {
  const speaking = new Set(driverSeats(seats).flatMap(({ seat }) => seat.person?.id ?? []));
  const delegates = new Map<SeatId, Person>();
  for (const { seat, delegateAccepted } of seatList(seats)) {
    const { delegate, role } = seat;
    if (!delegateAccepted || delegate === undefined || delegate.id === seat.person?.id) continue;
    if (role === "driver") {
      if (speaking.has(delegate.id)) continue;
      speaking.add(delegate.id);
    }
    delegates.set(seat.id, delegate);
  }
  return delegates;
}

/** The seats as a list, in the order they were set. */
export function seatList(seats: Seats): readonly SeatAtTable[] {
  return isList(seats) ? seats : [...seats.values()];
}

/**
 * The seat somebody speaks for: as a driver before as a stakeholder, since a stakeholder may stand
 * in for a driver; else their own before another's. With `present`, a delegate speaks only while
 * the person is away.
 */
export function seatOf(seats: Seats, person: PersonId, present?: Present): SeatAtTable | undefined {
  const delegates = standIns(seats);
  const isOwn = ({ seat }: SeatAtTable) => seat.person?.id === person;
  const held = seatList(seats).filter((place) => {
    const { seat } = place;
    if (isOwn(place)) return true;
    const isCovered = seat.person !== undefined && present?.has(seat.person.id) === true;
    return !isCovered && delegates.get(seat.id)?.id === person;
  });
  return held.find(({ seat }) => seat.role === "driver") ?? held.find(isOwn) ?? held[0];
}

/** The seats of the core team. */
export function driverSeats(seats: Seats): readonly SeatAtTable[] {
  return seatList(seats).filter(({ seat }) => seat.role === "driver");
}

/** The driver seats somebody sits on. */
export function presentDrivers(seats: Seats, present: Present): readonly Sitting[] {
  return sittings(seats, present).filter(
    ({ seat, person }) => seat.role === "driver" && person !== undefined,
  );
}

/** Of the functions needed, those that have a present driver. */
export function coveredFunctions(
  needed: readonly BusinessFunction[],
  seats: Seats,
  present: Present,
): readonly BusinessFunction[] {
  const drivers = presentDrivers(seats, present);
  return needed.filter((name) => drivers.some(({ seat }) => isSameFunction(seat.function, name)));
}

/** The seat that decides; undefined where there is none, or where several claim to. */
export function deciderSeat(seats: Seats): SeatAtTable | undefined {
  const deciders = seatList(seats).filter(({ seat }) => seat.duty === "decider");
  return deciders.length === 1 ? deciders[0] : undefined;
}

function seatedBy(seat: Seat, delegate: Person | undefined, present: Present): Sitting {
  const { person } = seat;
  if (person !== undefined && present.has(person.id)) return { seat, person, via: "person" };
  if (delegate !== undefined && present.has(delegate.id)) {
    return { seat, person: delegate, via: "delegate" };
  }
  return { seat, via: "person" };
}

function isList(seats: Seats): seats is readonly SeatAtTable[] {
  return Array.isArray(seats);
}
