import type { Meeting } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import { isAsked } from "#domain/rights/walking.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { Choosable } from "./people-to-choose.tsx";

/** Who could take the lead: whoever is here, drivers first, without the one who leads. */
export function whoCouldLead(meeting: Meeting): readonly Choosable[] {
  const leader = meeting.facilitator?.person.id;
  const here = [...meeting.presence.values()].filter(({ person }) => person.id !== leader);
  const people = here.map(({ person }): Choosable & { readonly isDriver: boolean } => {
    const seat = seatHeldBy(meeting, person.id);
    return { person, about: seat?.function ?? "", isDriver: seat?.role === "driver" };
  });
  return people.toSorted((a, b) => Number(b.isDriver) - Number(a.isDriver));
}

/** Who has a seat and is not here as far as the log knows: people and their delegates. */
export function whoIsMissing(meeting: Meeting): readonly Choosable[] {
  return [...meeting.seats.values()].flatMap(({ seat, delegateAccepted }) => {
    const people = [seat.person, delegateAccepted ? seat.delegate : undefined];
    return people.flatMap((person) =>
      person === undefined || meeting.presence.has(person.id)
        ? []
        : [{ person, about: seat.function }],
    );
  });
}

/** Whose answer to a question could be written down: everybody at the table who is asked. */
export function whoIsAsked(
  meeting: Meeting,
  question: Question,
  me: PersonId,
): readonly Choosable[] {
  const people = new Map<PersonId, Choosable>();
  for (const { seat } of meeting.seats.values()) {
    if (seat.person) people.set(seat.person.id, { person: seat.person, about: seat.function });
  }
  for (const { person } of meeting.presence.values()) {
    if (!people.has(person.id)) people.set(person.id, { person, about: "" });
  }
  return [...people.values()].filter(
    ({ person }) => person.id !== me && isAsked(meeting, question, person.id),
  );
}

/** Whose stance could be written down: every held driver's seat but one's own. */
export function whoTakesAStance(meeting: Meeting, me: PersonId): readonly Choosable[] {
  return [...meeting.seats.values()].flatMap(({ seat }) =>
    seat.role !== "driver" || seat.person === undefined || seat.person.id === me
      ? []
      : [{ person: seat.person, about: seat.function }],
  );
}

function seatHeldBy(meeting: Meeting, person: PersonId): Seat | undefined {
  for (const { seat } of meeting.seats.values()) {
    if (seat.person?.id === person) return seat;
  }
  return undefined;
}
