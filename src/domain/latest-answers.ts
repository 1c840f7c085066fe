import type { PersonId } from "./ids.ts";
import type { GivenAnswer, Round } from "./meeting-state.ts";

/** The latest answer of each person, in the order these were given; earlier ones stay in the log. */
export function latestAnswers(round: Round | undefined): readonly GivenAnswer[] {
  const latest = new Map<PersonId, GivenAnswer>();
  for (let rest = round?.answers; rest !== undefined; rest = rest.earlier) {
    if (!latest.has(rest.newest.of.id)) latest.set(rest.newest.of.id, rest.newest);
  }
  return Array.from(latest.values()).toReversed();
}
