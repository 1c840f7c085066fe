import { type Rule, readRule } from "#domain/deciding/rule.ts";
import type { Proposal } from "#domain/meeting-state.ts";
import { goalLine, rightLine } from "#domain/questions/answer-lines.ts";

/** Something said in several lines, each a few short fields. */
type Lines = readonly Readonly<Record<string, string>>[];

/** A proposal in mid-typing: the sentence, its rule, and what the record may say beyond it. */
export interface ProposalDraft {
  readonly text: string;
  readonly rule: Rule;
  readonly reviewOn: string;
  /** What doing without would mean; it is offered once there are others beside it. */
  readonly without: string;
  readonly others: Lines;
  /** The number of the option proposed: 0 for doing without. */
  readonly chosen: string;
  readonly conditions: Lines;
  readonly milestones: Lines;
  readonly communication: Lines;
  /** The chosen goals and rights, each by its line. */
  readonly goals: readonly string[];
  readonly rights: readonly string[];
}

/** What is listed line by line, with the fields a line has. */
export const lineFields = {
  others: ["text"],
  conditions: ["text"],
  milestones: ["what", "by", "owner"],
  communication: ["to", "by"],
} as const;

export type ListName = keyof typeof lineFields;

/** The draft to begin with: the proposal before it, else an empty one under the rule chosen. */
export function firstDraft(
  before: Proposal | undefined,
  rule: Rule,
  without: string,
): ProposalDraft {
  const { options, conditions = [], milestones = [], communication = [] } = before ?? {};
  return {
    text: before?.text ?? "",
    rule: before?.rule ?? rule,
    reviewOn: before?.reviewOn ?? "",
    without: options?.without ?? without,
    others: (options?.others ?? []).map((text) => ({ text })),
    chosen: String(options?.chosen ?? 1),
    conditions: conditions.map((text) => ({ text })),
    milestones: milestones.map(({ what, by, owner = "" }) => ({ what, by, owner })),
    communication: communication.map(({ to, by }) => ({ to, by })),
    goals: (before?.goals ?? []).map((goal) => goalLine(goal)),
    rights: (before?.rights ?? []).map((right) => rightLine(right)),
  };
}

/** The draft kept in this browser, nothing of it trusted; what is missing or odd is as at first. */
export function draftFrom(kept: string, first: ProposalDraft): ProposalDraft {
  const read = parsed(kept);
  // Before there was more than a sentence, the sentence alone was kept.
  if (read === undefined) return kept === "" ? first : { ...first, text: kept };
  const word = (name: "text" | "reviewOn" | "without" | "chosen", other: string) => {
    const value = read.get(name);
    return typeof value === "string" ? value : other;
  };
  const words = (name: "goals" | "rights") => {
    const value = read.get(name);
    return isList(value) ? value.filter((one) => typeof one === "string") : first[name];
  };
  const lines = (name: ListName) => {
    const value = read.get(name);
    return isList(value) ? value.map((line) => lineFrom(line, lineFields[name])) : first[name];
  };
  return {
    text: word("text", first.text),
    rule: readRule(read.get("rule")) ?? first.rule,
    reviewOn: word("reviewOn", first.reviewOn),
    without: word("without", first.without),
    chosen: word("chosen", first.chosen),
    others: lines("others"),
    conditions: lines("conditions"),
    milestones: lines("milestones"),
    communication: lines("communication"),
    goals: words("goals"),
    rights: words("rights"),
  };
}

function lineFrom(line: unknown, fields: readonly string[]): Readonly<Record<string, string>> {
  const kept = isObject(line) ? line : {};
  return Object.fromEntries(
    fields.map((field) => [field, typeof kept[field] === "string" ? kept[field] : ""]),
  );
}

function parsed(kept: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(kept);
    return isObject(value) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
