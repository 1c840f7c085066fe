import { latestAnswers } from "#domain/latest-answers.ts";
import type { Meeting, SeatAtTable } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { standIns } from "#domain/table/seating.ts";

/** How far one seat has come before the meeting. */
export interface Readiness {
  readonly place: SeatAtTable;
  /** Who can answer for it: its person and the delegate who accepted. */
  readonly people: readonly Person[];
  readonly answered: number;
  readonly asked: number;
  readonly state: "recused" | "not-asked" | "all" | "some" | "read" | "nothing";
}

/** How far each seat that somebody holds has come, in the order of the seats. */
export function readiness(meeting: Meeting): readonly Readiness[] {
  const delegates = standIns(meeting.seats);
  return Array.from(meeting.seats.values()).flatMap((place) => {
    const people = [place.seat.person, delegates.get(place.seat.id)].filter(
      (person) => person !== undefined,
    );
    return people.length === 0 ? [] : [seatReadiness(place, people, meeting)];
  });
}

function seatReadiness(
  place: SeatAtTable,
  people: readonly Person[],
  { list, rounds, presence, read }: Meeting,
): Readiness {
  const questions = list.questions.filter(
    ({ audience }) => audience === "all" || place.seat.role === "driver",
  );
  const ids = new Set(people.map(({ id }) => id));
  const answered = questions.filter(({ id }) =>
    latestAnswers(rounds.get(id)).some(({ of }) => ids.has(of.id)),
  ).length;
  const asked = questions.length;
  const hasRead = people.some(({ id }) => read.has(id) || presence.has(id));
  const state = (): Readiness["state"] => {
    if (place.recused !== undefined) return "recused";
    if (asked === 0 || place.seat.duty === "informed") return "not-asked";
    if (answered > 0) return answered === asked ? "all" : "some";
    return hasRead ? "read" : "nothing";
  };
  return { place, people, answered, asked, state: state() };
}

/** How far a seat has come, in words. */
export function readinessWords({ state, answered, asked }: Readiness): string {
  switch (state) {
    case "recused":
      return "recused, not asked";
    case "not-asked":
      return "is not asked";
    case "all":
      return `all ${asked} answered`;
    case "some":
      return `${answered} of ${asked} answered`;
    case "read":
      return "has read it";
    case "nothing":
      return "nothing yet";
  }
}
