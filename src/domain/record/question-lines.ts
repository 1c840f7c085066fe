import type { Meeting } from "#domain/meeting-state.ts";
import type { SaidAlike } from "#domain/proposing/from-answers.ts";
import { oneLine } from "#domain/text.ts";

/** What the table said to each question: the concluded ones, in the order of the list. */
export function conclusionLines({ list, rounds }: Meeting): readonly string[] {
  return list.questions.flatMap(({ id, text }) => {
    const conclusion = rounds.get(id)?.conclusion;
    if (conclusion === undefined) return [];
    return oneLine(`${text} ${conclusion === "" ? "(no conclusion)" : conclusion}`);
  });
}

/** What was said, a line each with whose it is; where several said the same, with how many. */
export function saidLines(said: readonly SaidAlike<unknown>[]): readonly string[] {
  return said.map(({ line, by: [first, ...others] }) => {
    const who = others.length === 0 ? first?.name : `${others.length + 1} people`;
    return oneLine(`${who}: ${line}`);
  });
}
