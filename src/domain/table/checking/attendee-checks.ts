import type { TableToCheck } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";
import { found } from "./found.ts";
import { type Match, matchAttendees } from "#domain/table/matching.ts";
import { type Present, sittings } from "#domain/table/seating.ts";
import { listed, seatName } from "#domain/table/sentences.ts";

/** What the invitation says about the table; silent where the attendees are not known. */
export function attendeeFindings(table: TableToCheck, present: Present): readonly Finding[] {
  const { seats, attendees } = table;
  if (attendees === undefined) return [];
  const { seated, unseated } = matchAttendees(attendees, seats);
  const sitting = new Set(
    sittings(seats, present).flatMap(({ seat, person }) => (person ? seat.id : [])),
  );
  const declined = seated.filter(({ attendee, seat: { seat }, as }) => {
    if (attendee.response !== "declined" || seat.duty === "informed") return false;
    // Of a required driver that is said already, and blocks.
    const isSaid = table.present === "not-gathered" && seat.role === "driver" && seat.required;
    return !sitting.has(seat.id) && !(isSaid && as === "person");
  });
  return [...declined.map(declinedFinding), ...withoutRole(unseated)];
}

function declinedFinding({ person, seat, as }: Match): Finding {
  const sentence =
    as === "person"
      ? `${seatName(seat.seat)} has declined the invitation. Ask them to come, name a delegate, or seat somebody else.`
      : `${person.name}, delegate for ${seatName(seat.seat)}, has declined the invitation. Name another delegate.`;
  return found("invite-declined", sentence, { seats: [seat], people: [person] });
}

function withoutRole(unseated: NonNullable<TableToCheck["attendees"]>): readonly Finding[] {
  // Who is not coming needs no role, and a telephone cannot be given one.
  const idle = unseated.filter(
    ({ person, response }) => person !== undefined && response !== "declined",
  );
  if (idle.length === 0) return [];
  const names = listed(idle.map(({ name }) => name));
  const sentence =
    idle.length === 1
      ? `${names} is invited and has no role. Give them a seat, as driver or stakeholder, or let them off.`
      : `${names} are invited and have no role. Give each a seat, as driver or stakeholder, or let them off.`;
  const people = idle.flatMap(({ person }) => person ?? []);
  return [found("attendee-without-role", sentence, { people })];
}
