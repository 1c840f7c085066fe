import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { Attendee } from "./attendee.ts";
import type { BusinessFunction } from "./business-function.ts";
import { functionHints } from "./function-hints.ts";
import type { Person } from "./person.ts";
import { type Seats, seatList } from "./seating.ts";

/** Attendees with the seats they hold, and those who hold none. */
export interface Matches {
  readonly seated: readonly { readonly attendee: Attendee; readonly seat: SeatAtTable }[];
  readonly unseated: readonly Attendee[];
}

/**
 * Finds each attendee's seat, as its person or its delegate: by Entra id, else by mail in any case.
 * Never by name: two people may share one.
 */
export function matchAttendees(attendees: readonly Attendee[], seats: Seats): Matches {
  const list = seatList(seats);
  const seated: { attendee: Attendee; seat: SeatAtTable }[] = [];
  const unseated: Attendee[] = [];
  for (const attendee of attendees) {
    const seat =
      list.find(({ seat: { person } }) => isSame(attendee, person)) ??
      list.find(({ seat: { delegate } }) => isSame(attendee, delegate));
    if (seat === undefined) unseated.push(attendee);
    else seated.push({ attendee, seat });
  }
  return { seated, unseated };
}

/** What an attendee could be seated for. */
export interface SeatSuggestion {
  readonly attendee: Attendee;
  /** Absent where department and title say nothing. */
  readonly function?: BusinessFunction;
  /** Where the suggestion comes from, to be shown: people judge better than a table of words. */
  readonly from?: "department" | "title";
}

/** One word of a department or title, and the function it speaks for. The first that fits counts. */
export interface FunctionHint {
  readonly word: string;
  readonly function: BusinessFunction;
}

/**
 * Suggests a function for each attendee, in their order: by department first, else by title. A
 * function the outcome needs, named as such, goes before the table of hints.
 */
export function suggestSeats(
  attendees: readonly Attendee[],
  functionsNeeded: readonly BusinessFunction[],
  hints: readonly FunctionHint[] = functionHints,
): readonly SeatSuggestion[] {
  const byName = functionsNeeded
    .toSorted((a, b) => b.length - a.length)
    .map((name) => ({ word: name, function: name }));
  const all = [...byName, ...hints];
  return attendees.map((attendee) => {
    const ofDepartment = hinted(attendee.department, all);
    if (ofDepartment !== undefined) {
      return { attendee, function: ofDepartment, from: "department" };
    }
    const ofTitle = hinted(attendee.jobTitle, all);
    return ofTitle === undefined ? { attendee } : { attendee, function: ofTitle, from: "title" };
  });
}

function hinted(
  text: string | undefined,
  hints: readonly FunctionHint[],
): BusinessFunction | undefined {
  const words = ` ${wordsOf(text ?? "")} `;
  return hints.find(({ word }) => words.includes(` ${wordsOf(word)} `))?.function;
}

// Whole words only: "IT" is not in "Auditor".
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

function isSame({ person, mail }: Attendee, other: Person | undefined): boolean {
  if (other === undefined) return false;
  if (person !== undefined) return person.id === other.id;
  return mail !== undefined && mail.toLowerCase() === other.mail?.toLowerCase();
}
