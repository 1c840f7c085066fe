import { latestAnswers } from "#domain/latest-answers.ts";
import type { GivenAnswer, Meeting, Round } from "#domain/meeting-state.ts";
import { isRecused } from "#domain/rights/people.ts";

/** The answers that count: whoever has declared a conflict of interest since is not among them. */
export function voicedAnswers(meeting: Meeting, round: Round): readonly GivenAnswer[] {
  return latestAnswers(round).filter(({ of }) => !isRecused(meeting, of.id));
}

/** Whose answers count no more, by name. */
export function recusedAnswerers(meeting: Meeting, round: Round): readonly string[] {
  return latestAnswers(round).flatMap(({ of }) => (isRecused(meeting, of.id) ? of.name : []));
}
