import type { SeatId } from "#domain/ids.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import type { Duty, Role, Seat } from "#domain/table/seat.ts";

/** A new seat: a driver is required until somebody says otherwise. */
export function newSeat(id: SeatId, name: BusinessFunction, role: Role, person?: Person): Seat {
  const place = { id, function: name, ...(person !== undefined && { person }) };
  return role === "driver"
    ? { ...place, role, duty: "member", required: true }
    : { ...place, role, duty: "contributor", required: false };
}

/** The seat with another duty; a sign-off without a ground signs off on its function's. */
export function withDuty(seat: Seat, duty: Duty, ground?: string): Seat {
  const { id, function: name, person, delegate, insight, accountability, required } = seat;
  const place = { id, function: name, person, delegate, insight, accountability, required };
  switch (duty) {
    case "decider":
      return { ...place, role: "driver", duty, required: true };
    case "member":
      return { ...place, role: "driver", duty };
    case "sign-off":
      return { ...place, role: "driver", duty, ground: ground ?? groundOf(seat) };
    case "contributor":
    case "performer":
    case "informed":
      return { ...place, role: "stakeholder", duty, required: false };
  }
}

/** The seat with another person, who is then not their own delegate. */
export function withPerson(seat: Seat, person: Person | undefined): Seat {
  const isDelegate = person !== undefined && seat.delegate?.id === person.id;
  return { ...seat, person, delegate: isDelegate ? undefined : seat.delegate };
}

function groundOf(seat: Seat): string {
  return seat.duty === "sign-off" ? seat.ground : seat.function.toLocaleLowerCase("en");
}
