import type { Meeting } from "#domain/meeting-state.ts";
import { goalsSaid } from "#domain/proposing/from-answers.ts";
import type { Goal } from "#domain/questions/answer.ts";
import { oneLine } from "#domain/text.ts";

/** As many as one review takes. */
const mostGoals = 6;

/** What a decision is measured by: the goals of its proposal, else those of the answers. */
export function expectedGoals(meeting: Meeting): readonly Goal[] {
  const goals = meeting.proposal?.goals ?? goalsSaid(meeting).map(({ what }) => what);
  return goals.slice(0, mostGoals);
}

/** The lines of a review, each goal with what was expected of it. */
export function besideExpected(lines: string, meeting: Meeting | undefined): string {
  const goals = meeting === undefined ? [] : expectedGoals(meeting);
  const told = lines.split("\n").map((line) => {
    const goal = goals.find(({ metric }) => line.startsWith(`${oneLine(metric)}: `));
    if (goal === undefined) return line;
    const { target, unit } = goal;
    return `${line} (expected: ${oneLine(unit === undefined ? target : `${target} ${unit}`)})`;
  });
  return told.join("\n");
}
