import type { Rule } from "#domain/deciding/rule.ts";
import type { PersonId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { attendeeFindings } from "./checking/attendee-checks.ts";
import type { Attendee } from "./attendee.ts";
import type { BusinessFunction } from "./business-function.ts";
import { coverageFindings } from "./checking/coverage-checks.ts";
import { type Finding, findingCodes } from "./finding.ts";
import { matchAttendees } from "./matching.ts";
import { presenceFindings } from "./checking/presence-checks.ts";
import type { Present } from "./seating.ts";
import { seatFindings } from "./checking/seat-checks.ts";

/** What a table is checked on. */
export interface TableToCheck {
  readonly seats: readonly SeatAtTable[];
  /** The functions the outcome needs. */
  readonly functionsNeeded: readonly BusinessFunction[];
  /** Whether the gate says that this needs a group: only then can the core team be too small. */
  readonly collaborative: boolean;
  readonly rule: Rule;
  /** Before anybody opened the side panel nobody can be there: whoever has not declined counts. */
  readonly present: ReadonlySet<PersonId> | "not-gathered";
  /** Who Graph says was invited; absent where that is not known, and then nothing is said of it. */
  readonly attendees?: readonly Attendee[];
}

/** What is the matter with a table: what blocks first, then in the order of the codes and seats. */
export function checkTable(table: TableToCheck): readonly Finding[] {
  const present = presentAt(table);
  // Who has a conflict of interest is at the table, and covers nothing, decides nothing.
  const voiced = { ...table, seats: table.seats.filter(({ recused }) => recused === undefined) };
  const silenced = table.seats.filter(({ recused }) => recused !== undefined);
  const all = [
    ...seatFindings(voiced),
    ...presenceFindings(voiced, present),
    ...coverageFindings(voiced, present, silenced),
    ...attendeeFindings(table, present),
  ];
  // The codes stand in the order of their weight, the blocking ones first.
  return all.toSorted((a, b) => findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code));
}

function presentAt({ present, seats, attendees = [] }: TableToCheck): Present {
  if (present !== "not-gathered") return present;
  const declined = new Set(
    matchAttendees(attendees, seats)
      .seated.filter(({ attendee }) => attendee.response === "declined")
      .map(({ person }) => person.id),
  );
  return { has: (person) => !declined.has(person) };
}
