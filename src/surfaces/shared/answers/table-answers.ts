import type { PersonId } from "#domain/ids.ts";
import type { GivenAnswer, Meeting, Round } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Role } from "#domain/table/seat.ts";
import { seatOf } from "#domain/table/seating.ts";
import { voicedAnswers } from "./voiced-answers.ts";

/** One answer and the place at the table it comes from. */
export interface TableAnswer {
  readonly given: GivenAnswer;
  /** Rank at the table; whoever has no seat comes last, in the order they answered. */
  readonly place: number;
  /** Undefined for somebody without a seat. */
  readonly function?: string | undefined;
  readonly role: Role;
  readonly isMine: boolean;
}

/** Equal answers to a choice or a scale, as one bar. */
export interface AnswerBar {
  readonly id: string;
  readonly label: string;
  readonly answers: readonly TableAnswer[];
}

/** The answers to a question in the order of the table: drivers' first, then stakeholders'. */
export function tableAnswers(meeting: Meeting, round: Round, me: PersonId): readonly TableAnswer[] {
  const { seats } = meeting.closing ?? meeting;
  const order = [...seats.keys()];
  const answers = voicedAnswers(meeting, round).map((given): TableAnswer => {
    const seat = seatOf(seats, given.of.id)?.seat;
    return {
      given,
      place: seat === undefined ? order.length : order.indexOf(seat.id),
      function: seat?.function,
      role: seat?.role ?? "stakeholder",
      isMine: given.of.id === me,
    };
  });
  const inOrder = answers.toSorted((a, b) => a.place - b.place);
  const drivers = inOrder.filter(({ role }) => role === "driver");
  return [...drivers, ...inOrder.filter(({ role }) => role === "stakeholder")];
}

/** The bars of a question that has some: each option or step, those nobody chose as well. */
export function answerBars(
  question: Question,
  answers: readonly TableAnswer[],
): readonly AnswerBar[] | undefined {
  for (const ask of question.asks) {
    if (ask.kind === "choice") {
      return ask.options.map(({ id, label }) => ({
        id,
        label,
        answers: answers.filter(({ given }) => given.answer.choice === id),
      }));
    }
    if (ask.kind === "scale") {
      return [5, 4, 3, 2, 1].map((step) => ({
        id: String(step),
        label: step === 5 ? `5, ${ask.high}` : step === 1 ? `1, ${ask.low}` : String(step),
        answers: answers.filter(({ given }) => given.answer.scale === step),
      }));
    }
  }
  return undefined;
}
