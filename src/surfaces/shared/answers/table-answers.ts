import type { PersonId } from "#domain/ids.ts";
import { latestAnswers } from "#domain/latest-answers.ts";
import type { GivenAnswer, Meeting, Round } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Role } from "#domain/table/seat.ts";
import { seatOf } from "#domain/table/seating.ts";

/** One answer and the place at the table it comes from. */
export interface TableAnswer {
  readonly given: GivenAnswer;
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

/** The answers to a question: drivers' first, then stakeholders'. */
export function tableAnswers(meeting: Meeting, round: Round, me: PersonId): readonly TableAnswer[] {
  const { seats } = meeting.closing ?? meeting;
  const answers = latestAnswers(round).map((given): TableAnswer => {
    const seat = seatOf(seats, given.of.id)?.seat;
    return {
      given,
      function: seat?.function,
      role: seat?.role ?? "stakeholder",
      isMine: given.of.id === me,
    };
  });
  const drivers = answers.filter(({ role }) => role === "driver");
  return [...drivers, ...answers.filter(({ role }) => role === "stakeholder")];
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
