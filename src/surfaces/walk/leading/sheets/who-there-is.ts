import type { Meeting } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import { isAsked } from "#domain/rights/walking.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Seat } from "#domain/table/seat.ts";
import { seatOf } from "#domain/table/seating.ts";
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

/** Who is here besides oneself, and how we know where they have no screen of their own. */
export function whoIsHere(meeting: Meeting, me: PersonId): readonly Choosable[] {
  return [...meeting.presence.values()].flatMap(({ person, how }) => {
    const parts = [
      seatHeldBy(meeting, person.id)?.function,
      how === "in-the-room" && "in the room",
    ];
    return person.id === me ? [] : [{ person, about: parts.filter(Boolean).join(" · ") }];
  });
}

/** Whose conflict of interest could be written down: whoever has a seat that is not recused. */
export function whoCouldBeRecused(meeting: Meeting, me: PersonId): readonly Choosable[] {
  return [...meeting.seats.values()].flatMap(({ seat, delegateAccepted, recused }) =>
    [seat.person, delegateAccepted ? seat.delegate : undefined].flatMap((person) =>
      person === undefined || person.id === me || recused !== undefined
        ? []
        : [{ person, about: seat.function }],
    ),
  );
}

/** The seat that would be recused for somebody: the one they speak for. */
export function seatToRecuse({ seats, presence }: Meeting, person: PersonId): Seat | undefined {
  return (seatOf(seats, person, presence) ?? seatOf(seats, person))?.seat;
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

/** Whose stance could be written down: every held driver's seat but one's own and the recused. */
export function whoTakesAStance(meeting: Meeting, me: PersonId): readonly Choosable[] {
  return [...meeting.seats.values()].flatMap(({ seat, recused }) =>
    seat.role !== "driver" || recused || seat.person === undefined || seat.person.id === me
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
