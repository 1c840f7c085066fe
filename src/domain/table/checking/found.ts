import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import { type Finding, type FindingCode, severityOf } from "#domain/table/finding.ts";
import type { Person } from "#domain/table/person.ts";

/** A finding about seats and people, with the severity of its code. */
export function found(
  code: FindingCode,
  sentence: string,
  about: {
    readonly seats?: readonly SeatAtTable[];
    readonly people?: readonly Person[];
    readonly function?: BusinessFunction;
  } = {},
): Finding {
  return {
    code,
    severity: severityOf(code),
    sentence,
    seats: (about.seats ?? []).map(({ seat }) => seat.id),
    people: (about.people ?? []).map(({ id }) => id),
    ...(about.function !== undefined && { function: about.function }),
  };
}

/** The people named on seats. */
export function peopleOf(seats: readonly SeatAtTable[]): readonly Person[] {
  return seats.flatMap(({ seat }) => seat.person ?? []);
}
