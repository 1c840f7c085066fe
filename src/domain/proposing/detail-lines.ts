import { goalLine, rightLine } from "#domain/questions/answer-lines.ts";
import { oneLine } from "#domain/text.ts";
import type { Message, Milestone, Options, ProposalDetails } from "./details.ts";

/** What doing without is called, wherever it is offered. */
export const withoutWords = "Reach the goal without this";

/** Everything a proposal says beyond its sentence, by what it is: lines of plain text. */
export interface DetailLines {
  readonly options: readonly string[];
  readonly conditions: readonly string[];
  readonly milestones: readonly string[];
  readonly goals: readonly string[];
  readonly rights: readonly string[];
  readonly communication: readonly string[];
}

/** The details of a proposal as lines; empty where nothing was said. */
export function detailLines(details: ProposalDetails): DetailLines {
  const { options, conditions = [], milestones = [], communication = [] } = details;
  return {
    options: options === undefined ? [] : optionLines(options),
    conditions: conditions.map((condition) => oneLine(condition)),
    milestones: milestones.map((milestone) => milestoneLine(milestone)),
    goals: (details.goals ?? []).map((goal) => goalLine(goal)),
    rights: (details.rights ?? []).map((right) => rightLine(right)),
    communication: communication.map((message) => messageLine(message)),
  };
}

/** A milestone as one line: "Pilot in one region by 2027-02-01 (Ben Ortiz)". */
export function milestoneLine({ what, by, owner }: Milestone): string {
  return oneLine(`${what} by ${by}${owner === undefined ? "" : ` (${owner})`}`);
}

/** Who is told as one line: "Regional managers: told by Helena". */
export function messageLine({ to, by }: Message): string {
  return oneLine(`${to}: told by ${by}`);
}

/** The options by number, doing without first, with the one that is proposed. */
function optionLines({ without, others, chosen }: Options): readonly string[] {
  const meaning = oneLine(without);
  const zero = meaning === "" ? withoutWords : `${withoutWords}: ${meaning}`;
  return [zero, ...others].map((option, at) =>
    oneLine(`${at} ${option}${at === chosen ? " (proposed)" : ""}`),
  );
}
