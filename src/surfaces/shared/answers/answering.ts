import type { PersonId, SeatId } from "#domain/ids.ts";
import type { Meeting, Round } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import { sittings } from "#domain/table/seating.ts";
import { voicedAnswers } from "./voiced-answers.ts";

/** Who has answered a question, and who is still thinking. */
export interface Answering {
  readonly answered: number;
  /** Everybody at the table who is asked and here, and whoever else answered. */
  readonly asked: number;
  /** Drivers by name. */
  readonly thinking: readonly string[];
  /** Stakeholders only as a number: nobody presses them. */
  readonly othersThinking: number;
  readonly seats: ReadonlySet<SeatId>;
}

/** Counts the answers to a question against the people it is put to who are here, the recused left out. */
export function answering(meeting: Meeting, question: Question, round: Round): Answering {
  const given = new Set<PersonId>(voicedAnswers(meeting, round).map(({ of }) => of.id));
  const seats = new Set<SeatId>();
  const here = new Set<PersonId>(given);
  const thinking: string[] = [];
  let othersThinking = 0;
  for (const { seat, person } of sittings(meeting.seats, meeting.presence)) {
    if (meeting.seats.get(seat.id)?.recused !== undefined) continue;
    const who = person ?? seat.person;
    if (who !== undefined && given.has(who.id)) seats.add(seat.id);
    if (person === undefined || given.has(person.id)) continue;
    const isDriver = seat.role === "driver";
    // Whoever is informed may answer, and is not waited for.
    if (!isDriver && (question.audience === "drivers" || seat.duty === "informed")) continue;
    here.add(person.id);
    if (isDriver) thinking.push(person.name);
    else othersThinking += 1;
  }
  return { answered: given.size, asked: here.size, thinking, othersThinking, seats };
}
