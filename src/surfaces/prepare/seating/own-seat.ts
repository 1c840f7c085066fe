import type { SeatId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import { type BusinessFunction, isSameFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import { type Seats, seatList } from "#domain/table/seating.ts";
import { newSeat, withDuty, withPerson } from "./seat-changes.ts";

interface Owner {
  readonly function: BusinessFunction;
  /** Who answers for it; as the seat has it where nobody is named. */
  readonly person: Person | undefined;
  /** The id of the seat that is made where the function has none. */
  readonly newSeat: SeatId;
}

/** What makes one function's seat the only decider: the others step back first. */
export function ownSeatChanges(
  seats: Seats,
  { function: name, person, newSeat: id }: Owner,
): readonly EventOf<"seat-set">[] {
  const all = seatList(seats).map(({ seat }) => seat);
  const held = all.find((seat) => seat.person?.id === person?.id && person !== undefined);
  const own =
    held ??
    all.find((seat) => isSameFunction(seat.function, name) && seat.role === "driver") ??
    newSeat(id, name, "driver");
  const before = all.filter((seat) => seat.duty === "decider" && seat.id !== own.id);
  const named = { ...own, function: name };
  const deciding = withDuty(person === undefined ? named : withPerson(named, person), "decider");
  return [...before.map((seat) => withDuty(seat, "member")), deciding].map((seat) => ({
    kind: "seat-set",
    seat,
  }));
}
