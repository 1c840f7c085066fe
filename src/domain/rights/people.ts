import type { PersonId } from "#domain/ids.ts";
import type { Author, LogEntry } from "#domain/log/entry.ts";
import type { Meeting, SeatAtTable } from "#domain/meeting-state.ts";
import { standIns } from "#domain/table/seating.ts";

/** What somebody did or would do, with the stamp it has or would get. */
export type Act = Pick<
  LogEntry,
  "id" | "decision" | "meeting" | "by" | "atMs" | "position" | "event"
>;

/** How long a facilitator must have been silent before somebody may take over, in milliseconds. */
export const silenceBeforeClaimMs = 60_000;

/** Whether this person sits here: the person themself, or the delegate who accepted. */
export function sitsHere({ seat, delegateAccepted }: SeatAtTable, person: PersonId): boolean {
  return seat.person?.id === person || (delegateAccepted && seat.delegate?.id === person);
}

/** Whether this person speaks for the seat now: its person, or the delegate while they are away. */
export function speaksHere(
  { seats, presence }: Meeting,
  { seat }: SeatAtTable,
  person: PersonId,
): boolean {
  if (seat.person?.id === person) return true;
  const isAway = seat.person === undefined || !presence.has(seat.person.id);
  return isAway && standIns(seats).get(seat.id)?.id === person;
}

/** Whether this person sits at a driver's seat. */
export function isDriver(meeting: Meeting, person: PersonId): boolean {
  for (const place of meeting.seats.values()) {
    if (place.seat.role === "driver" && sitsHere(place, person)) return true;
  }
  return false;
}

/** Whether this person sits at a recused seat and at no other: not asked, and not waited for. */
export function isRecused(meeting: Meeting, person: PersonId): boolean {
  const held = Array.from(meeting.seats.values()).filter((place) => sitsHere(place, person));
  return held.length > 0 && held.every(({ recused }) => recused !== undefined);
}

/** Whether this person leads the walk now. */
export function isFacilitator(meeting: Meeting, person: PersonId): boolean {
  return meeting.facilitator?.person.id === person;
}

/** Whether Teams named this person the organizer of the meeting the decision was opened or is in. */
export function isOrganizer({ opened, resumed }: Meeting, person: PersonId): boolean {
  return [opened, resumed].some((taken) => taken?.meeting.organizer?.id === person);
}

/** Who may prepare: whoever opened it, the organizer and the drivers; in session the facilitator. */
export function isPreparer(meeting: Meeting, { id }: Author): boolean {
  if (meeting.status === "in-session") return isFacilitator(meeting, id);
  return meeting.opened?.by.id === id || isOrganizer(meeting, id) || isDriver(meeting, id);
}
