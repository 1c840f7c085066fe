import type { TableToCheck } from "./checks.ts";
import type { Finding } from "./finding.ts";
import { found } from "./found.ts";
import { matchAttendees } from "./matching.ts";
import { listed, seatName } from "./sentences.ts";

/** What the invitation says about the table; silent where the attendees are not known. */
export function attendeeFindings({ seats, attendees }: TableToCheck): readonly Finding[] {
  if (attendees === undefined) return [];
  const { seated, unseated } = matchAttendees(attendees, seats);
  const declined = seated
    .filter(({ attendee }) => attendee.response === "declined")
    .map(({ attendee, seat }) => {
      const sentence = `${attendee.name} has declined the invitation. Ask them to come, name a delegate for ${seatName(seat.seat)}, or seat somebody else.`;
      const people = attendee.person === undefined ? [] : [attendee.person];
      return found("invite-declined", sentence, { seats: [seat], people });
    });
  // Somebody who is not coming needs no role, and a machine or telephone cannot have one.
  const idle = unseated.filter(
    ({ person, response }) => person !== undefined && response !== "declined",
  );
  if (idle.length === 0) return declined;
  const names = listed(idle.map(({ name }) => name));
  const sentence = `${names} ${idle.length === 1 ? "is invited and has" : "are invited and have"} no role. Give each a seat, as driver or stakeholder, or let them off the meeting.`;
  const people = idle.flatMap(({ person }) => person ?? []);
  return [...declined, found("attendee-without-role", sentence, { people })];
}
