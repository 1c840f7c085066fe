import { latestAnswers } from "#domain/latest-answers.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { goalLine, riskLine, rightLine } from "#domain/questions/answer-lines.ts";
import type { Answer } from "#domain/questions/answer.ts";

/** What the table said to each question: the concluded ones, in the order of the list. */
export function conclusionLines({ list, rounds }: Meeting): readonly string[] {
  return list.questions.flatMap(({ id, text }) => {
    const conclusion = rounds.get(id)?.conclusion;
    if (conclusion === undefined) return [];
    return `${text} ${conclusion === "" ? "No conclusion." : oneLine(conclusion)}`;
  });
}

/** The goals, risks or rights of everybody's latest answers, each with who gave it. */
export function answersOfKind(
  { list, rounds }: Meeting,
  kind: "goal" | "risk" | "rights",
): readonly string[] {
  return list.questions.flatMap(({ id }) =>
    latestAnswers(rounds.get(id)).flatMap(({ answer, of }) => {
      const line = lineOf(answer, kind);
      return line === "" ? [] : `${line} [${of.name}]`;
    }),
  );
}

function lineOf(answer: Answer, kind: "goal" | "risk" | "rights"): string {
  if (kind === "goal") return answer.goal === undefined ? "" : goalLine(answer.goal);
  if (kind === "risk") return answer.risk === undefined ? "" : riskLine(answer.risk);
  return answer.rights === undefined ? "" : rightLine(answer.rights);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
