import { latestAnswers } from "#domain/latest-answers.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { goalLine, riskLine, rightLine } from "#domain/questions/answer-lines.ts";
import type { Answer } from "#domain/questions/answer.ts";
import { oneLine } from "#domain/text.ts";

/** What the table said to each question: the concluded ones, in the order of the list. */
export function conclusionLines({ list, rounds }: Meeting): readonly string[] {
  return list.questions.flatMap(({ id, text }) => {
    const conclusion = rounds.get(id)?.conclusion;
    if (conclusion === undefined) return [];
    return oneLine(`${text} ${conclusion === "" ? "(no conclusion)" : conclusion}`);
  });
}

const lineOf = {
  goal: ({ goal }: Answer) => goal && goalLine(goal),
  risk: ({ risk }: Answer) => risk && riskLine(risk),
  rights: ({ rights }: Answer) => rights && rightLine(rights),
} as const;

/** The goals, risks or rights of everybody's latest answers: a line each, with who gave it. */
export function answerLines(
  { list, rounds }: Meeting,
  kind: keyof typeof lineOf,
): readonly string[] {
  return list.questions.flatMap(({ id }) =>
    latestAnswers(rounds.get(id)).flatMap(({ answer, of }) => {
      const line = lineOf[kind](answer);
      return line === undefined ? [] : oneLine(`${of.name}: ${line}`);
    }),
  );
}
