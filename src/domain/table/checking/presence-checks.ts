import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { TableToCheck } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";
import { found, peopleOf } from "./found.ts";
import { type Present, sittings, standIns } from "#domain/table/seating.ts";
import { seatName } from "#domain/table/sentences.ts";

/** Which seats matter now and nobody sits on, and what would fill them. */
export function presenceFindings(table: TableToCheck, present: Present): readonly Finding[] {
  const sitting = new Set(
    sittings(table.seats, present).flatMap(({ seat, person }) => (person ? seat.id : [])),
  );
  const vacant = table.seats.filter(({ seat }) => !sitting.has(seat.id));
  return [...absentDrivers(table, vacant), ...waitingDelegates(vacant)];
}

function absentDrivers(table: TableToCheck, vacant: readonly SeatAtTable[]): readonly Finding[] {
  return vacant
    .filter(({ seat }) => seat.role === "driver" && seat.required)
    .map((place) =>
      found("required-driver-absent", absence(table, place), {
        seats: [place],
        people: peopleOf([place]),
      }),
    );
}

function absence(
  { seats, present }: TableToCheck,
  { seat, delegateAccepted }: SeatAtTable,
): string {
  const { person, delegate, function: name } = seat;
  if (person === undefined) {
    return `${name} is required and nobody has its seat. Choose who does, or mark it as not required.`;
  }
  const gone = present === "not-gathered" ? "has declined" : "is not here";
  const who = `${person.name} (${name}) is required and ${gone}.`;
  if (delegate === undefined) return `${who} Ask them to join, or name a delegate.`;
  if (!delegateAccepted) return `${who} Ask ${delegate.name} to accept as their delegate.`;
  // Accepted and still not counted: the delegate has a voice of their own already.
  if (standIns(seats).get(seat.id) === undefined) {
    return `${who} ${delegate.name} speaks for another seat already: name another delegate.`;
  }
  return `${who} Ask them to join, or their delegate ${delegate.name}.`;
}

function waitingDelegates(vacant: readonly SeatAtTable[]): readonly Finding[] {
  return vacant.flatMap((place) => {
    const { delegate } = place.seat;
    if (delegate === undefined || place.delegateAccepted) return [];
    const sentence = `${delegate.name} is named as delegate for ${seatName(place.seat)} and has not accepted. Ask them to accept in their own tab.`;
    return [found("delegate-unaccepted", sentence, { seats: [place], people: [delegate] })];
  });
}
