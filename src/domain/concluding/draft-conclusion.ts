import type { Answer } from "#domain/questions/answer.ts";
import type { Question } from "#domain/questions/question.ts";
import { cleanText } from "#domain/text.ts";
import { sayAsk } from "./say-ask.ts";
import { shortened } from "./wording.ts";

/** The most characters a conclusion may have. */
export const conclusionLimit = 500;

/** How many answers are quoted at most; fewer where they would not fit. */
const quotedAtMost = 6;

/**
 * What the table said, as a first sentence for the facilitator to edit: figures before words, facts
 * before assumptions. Empty where nobody answered. `answers` come in the order of the table.
 */
export function draftConclusion(question: Question, answers: readonly Answer[]): string {
  for (let quoted = quotedAtMost; quoted >= 0; quoted -= 1) {
    const draft = sentences(question, answers, quoted);
    if (draft.length <= conclusionLimit) return draft;
  }
  return shortened(sentences(question, answers, 0), conclusionLimit);
}

function sentences(question: Question, answers: readonly Answer[], quoted: number): string {
  const said = question.asks.map((ask) => sayAsk(ask, answers, quoted));
  return cleanText(said.filter((sentence) => sentence !== "").join(" "));
}
