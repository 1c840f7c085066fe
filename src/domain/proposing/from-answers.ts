import { latestAnswers } from "#domain/latest-answers.ts";
import type { Author } from "#domain/log/entry.ts";
import type { GivenAnswer, Meeting } from "#domain/meeting-state.ts";
import { goalLine, riskLine, rightLine } from "#domain/questions/answer-lines.ts";
import type { DecisionRight, Goal, Risk } from "#domain/questions/answer.ts";
import { oneLine } from "#domain/text.ts";

/** One thing that was said, by one or by several in the same words. */
export interface SaidAlike<T> {
  readonly what: T;
  readonly line: string;
  readonly by: readonly Author[];
}

/** The goals of everybody's latest answers, identical ones as one, in the order first said. */
export function goalsSaid(meeting: Meeting): readonly SaidAlike<Goal>[] {
  return saidAlike(meeting, ({ answer }) => answer.goal, goalLine);
}

/** The risks of everybody's latest answers, identical ones as one, in the order first said. */
export function risksSaid(meeting: Meeting): readonly SaidAlike<Risk>[] {
  return saidAlike(meeting, ({ answer }) => answer.risk, riskLine);
}

/** The decision rights of everybody's latest answers, identical ones as one. */
export function rightsSaid(meeting: Meeting): readonly SaidAlike<DecisionRight>[] {
  return saidAlike(meeting, ({ answer }) => answer.rights, rightLine);
}

/**
 * What doing without would mean: what the table concluded where it was asked whether the goals can be
 * reached without spending, else what the frame says.
 */
export function withoutPrefill({ rounds, frame, list }: Meeting): string {
  const asked = list.questions.find(({ id }) => id === asksWithout);
  const conclusion = asked && rounds.get(asked.id)?.conclusion;
  return conclusion === undefined || conclusion === "" ? frame.without : conclusion;
}

/** The question that asks for option 0, in the list of a technology decision. */
const asksWithout = "goals-without-spending";

function saidAlike<T>(
  { list, rounds }: Meeting,
  partOf: (given: GivenAnswer) => T | undefined,
  lineOf: (part: T) => string,
): readonly SaidAlike<T>[] {
  const alike = new Map<string, SaidAlike<T>>();
  for (const { id } of list.questions) {
    for (const given of latestAnswers(rounds.get(id))) {
      const what = partOf(given);
      if (what === undefined) continue;
      const line = lineOf(what);
      // Who writes it with a capital or a blank more has said the same.
      const key = oneLine(line).toLocaleLowerCase("en");
      const before = alike.get(key);
      alike.set(key, { what, line, ...before, by: withAuthor(before?.by ?? [], given.of) });
    }
  }
  return [...alike.values()];
}

function withAuthor(by: readonly Author[], author: Author): readonly Author[] {
  return by.some(({ id }) => id === author.id) ? by : [...by, author];
}
