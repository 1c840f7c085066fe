import type { PersonId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { Attendee } from "./attendee.ts";
import { type BusinessFunction, isSameFunction } from "./business-function.ts";
import { type FunctionHint, functionHints } from "./function-hints.ts";
import type { Person } from "./person.ts";
import { type Seats, seatList } from "./seating.ts";

/** An attendee, the seat they hold, and as whom. */
export interface Match {
  readonly attendee: Attendee;
  readonly seat: SeatAtTable;
  readonly person: Person;
  readonly as: "person" | "delegate";
}

/** Attendees with the seats they hold, and those who hold none. */
export interface Matches {
  readonly seated: readonly Match[];
  readonly unseated: readonly Attendee[];
}

/**
 * Finds each attendee's seat, their own before one they are named delegate for: by Entra id, else
 * by mail in any case, since a guest has another id at home. Never by name: two may share one.
 */
export function matchAttendees(attendees: readonly Attendee[], seats: Seats): Matches {
  const byId = new Map<PersonId, Place>();
  const byMail = new Map<string, Place>();
  for (const place of placesOf(seats)) {
    const { id, mail } = place.person;
    if (!byId.has(id)) byId.set(id, place);
    if (mail !== undefined && !byMail.has(keyOf(mail))) byMail.set(keyOf(mail), place);
  }
  const seated: Match[] = [];
  const unseated: Attendee[] = [];
  for (const attendee of attendees) {
    const { person, mail = person?.mail } = attendee;
    const place =
      (person === undefined ? undefined : byId.get(person.id)) ??
      (mail === undefined ? undefined : byMail.get(keyOf(mail)));
    if (place === undefined) unseated.push(attendee);
    else seated.push({ attendee, ...place });
  }
  return { seated, unseated };
}

type Place = Omit<Match, "attendee">;

// Own seats before delegations, so that the first found is the one somebody speaks for.
function placesOf(seats: Seats): readonly Place[] {
  const list = seatList(seats);
  return (["person", "delegate"] as const).flatMap((as) =>
    list.flatMap((seat) => {
      const person = seat.seat[as];
      return person === undefined ? [] : [{ seat, person, as }];
    }),
  );
}

function keyOf(mail: string): string {
  return mail.trim().toLowerCase();
}

/** What an attendee could be seated for. */
export interface SeatSuggestion {
  readonly attendee: Attendee;
  /** Absent where department and title say nothing. */
  readonly function?: BusinessFunction;
  /** Where the suggestion comes from, to be shown: people judge better than a table of words. */
  readonly from?: "department" | "title";
}

/**
 * Suggests a function for each attendee, in their order: by department first, else by title. The
 * table of hints decides; a function the outcome needs and the table does not know goes by its name.
 */
export function suggestSeats(
  attendees: readonly Attendee[],
  functionsNeeded: readonly BusinessFunction[],
  hints: readonly FunctionHint[] = functionHints,
): readonly SeatSuggestion[] {
  const ownNames = functionsNeeded
    .filter((name) => !hints.some((hint) => isSameFunction(hint.function, name)))
    .map((name) => ({ word: name, function: name }));
  const all = [...ownNames, ...hints];
  return attendees.map((attendee) => {
    const byDepartment = hinted(attendee.department, all);
    if (byDepartment !== undefined) return { attendee, function: byDepartment, from: "department" };
    const byTitle = hinted(attendee.jobTitle, all);
    return byTitle === undefined ? { attendee } : { attendee, function: byTitle, from: "title" };
  });
}

function hinted(
  text: string | undefined,
  hints: readonly FunctionHint[],
): BusinessFunction | undefined {
  const words = wordsOf(text ?? "");
  return hints.find(({ word }) => words.includes(wordsOf(word)))?.function;
}

// Whole words only: "IT" is not in "Auditor".
function wordsOf(text: string): string {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return ` ${words.join(" ")} `;
}
