import type { Answer } from "./answer.ts";
import type { Ask, Question } from "./question.ts";

/**
 * Whether an answer answers its question: everything asked for that is not optional, nothing that
 * was not asked for, and a choice among the options offered.
 */
export function fits(question: Question, answer: Answer): boolean {
  const given = Object.entries(answer).filter(([, part]) => part !== undefined);
  const asked = new Map<string, Ask>(question.asks.map((ask) => [ask.kind, ask]));
  return (
    given.length > 0 &&
    given.every(([kind]) => asked.has(kind)) &&
    question.asks.every((ask) => answersAsk(ask, answer))
  );
}

function answersAsk(ask: Ask, answer: Answer): boolean {
  if (answer[ask.kind] === undefined) return ask.optional === true;
  return ask.kind !== "choice" || ask.options.some((option) => option.id === answer.choice);
}
