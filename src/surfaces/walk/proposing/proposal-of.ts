import type { EventOf } from "#domain/log/event.ts";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import type { SaidAlike } from "#domain/proposing/from-answers.ts";
import type { DecisionRight, Goal } from "#domain/questions/answer.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import type { ListName, ProposalDraft } from "./proposal-draft.ts";

/** The most characters of each field; what is not listed is as long as a brief. */
export const limits = { text: 500, without: 500, option: 200, what: 140, name: 120 } as const;
/** The most lines of each list, as the log takes them. */
export const mostLines = { others: 5, conditions: 6, milestones: 10, communication: 6 } as const;
const mostChosen = { goals: 6, rights: 8 } as const;

/** What is still wrong with a draft, by field: `milestones/0/by`. */
export type ProposalProblems = ReadonlyMap<string, string>;

/** What can be chosen from the answers. */
export interface Offered {
  readonly goals: readonly SaidAlike<Goal>[];
  readonly rights: readonly SaidAlike<DecisionRight>[];
}

type ReadProposal =
  | { readonly event: EventOf<"proposal-made">; readonly problems?: undefined }
  | { readonly event?: undefined; readonly problems: ProposalProblems };

/** The event a draft makes, or what is still wrong with it. Lines left empty are left out. */
export function proposalOf(draft: ProposalDraft, offered: Offered): ReadProposal {
  const problems = new Map<string, string>();
  const text = cleanText(draft.text);
  if (text === "") problems.set("text", "Write what would be done.");
  if (text.length > limits.text) problems.set("text", shorten(limits.text));
  const details = detailsOf(draft, offered, problems);
  if (problems.size > 0) return { problems };
  const { rule, reviewOn } = draft;
  const event = { kind: "proposal-made", text, rule, ...details } as const;
  return { event: reviewOn === "" ? event : { ...event, reviewOn } };
}

function detailsOf(
  draft: ProposalDraft,
  offered: Offered,
  problems: Map<string, string>,
): ProposalDetails {
  const line = lineReader(draft, problems);
  const others = line("others", { text: limits.option }).map(({ text }) => text);
  const conditions = line("conditions", { text: briefLimit }).map(({ text }) => text);
  const milestones = line("milestones", {
    what: limits.what,
    by: 10,
    owner: limits.name,
  }).map(({ what, by, owner }) => (owner === "" ? { what, by } : { what, by, owner }));
  const communication = line("communication", { to: limits.name, by: limits.name });
  const without = cleanText(draft.without);
  if (others.length > 0 && without.length > limits.without) {
    problems.set("without", shorten(limits.without));
  }
  const goals = picked(offered.goals, draft.goals);
  const rights = picked(offered.rights, draft.rights);
  if (goals.length > mostChosen.goals) problems.set("goals", atMost(mostChosen.goals));
  if (rights.length > mostChosen.rights) problems.set("rights", atMost(mostChosen.rights));
  const chosen = Math.min(Number(draft.chosen), others.length);
  return {
    ...(others.length > 0 && { options: { without, others, chosen } }),
    ...(conditions.length > 0 && { conditions }),
    ...(milestones.length > 0 && { milestones }),
    ...(communication.length > 0 && { communication }),
    ...(goals.length > 0 && { goals }),
    ...(rights.length > 0 && { rights }),
  };
}

function picked<T>(said: readonly SaidAlike<T>[], lines: readonly string[]): readonly T[] {
  return said.filter(({ line }) => lines.includes(line)).map(({ what }) => what);
}

/** Reads the lines of a list, cleaned, and notes what a line that was begun still lacks. */
function lineReader(draft: ProposalDraft, problems: Map<string, string>) {
  return <F extends string>(
    name: ListName,
    fields: Readonly<Record<F, number>>,
  ): readonly Readonly<Record<F, string>>[] => {
    const names = Object.keys(fields) as F[];
    return draft[name].flatMap((kept, at) => {
      const line = Object.fromEntries(
        names.map((field) => [field, cleanText(kept[field] ?? "")]),
      ) as Record<F, string>;
      if (names.every((field) => line[field] === "")) return [];
      for (const field of names) {
        const problem = problemOf(`${name}/${field}`, line[field], fields[field]);
        if (problem !== undefined) problems.set(`${name}/${at}/${field}`, problem);
      }
      return [line];
    });
  };
}

function problemOf(field: string, text: string, limit: number): string | undefined {
  if (text.length > limit) return shorten(limit);
  return text === "" ? missing[field] : undefined;
}

// An owner may come later; the rest of a line says nothing without its parts.
const missing: Readonly<Record<string, string>> = {
  "milestones/what": "Say what is done by then.",
  "milestones/by": "Choose a day.",
  "communication/to": "Say who is told.",
  "communication/by": "Say who tells them.",
};

function shorten(limit: number): string {
  return `Shorten this to ${limit} characters.`;
}

function atMost(most: number): string {
  return `Choose ${most} at most.`;
}
