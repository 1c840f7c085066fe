import { type Status, hasEnded } from "#domain/decision/status.ts";
import { namedDecisions } from "#domain/linking/link.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { counted } from "#domain/table/sentences.ts";
import { isOverdue } from "#surfaces/log/filters.ts";

/** One bar: how many of how many, and what it stands for. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What the value is out of; the longest bar is as long as the largest of these. */
  readonly of: number;
}

/** A few figures about decisions, with the one sentence they come to. */
export interface Figure {
  readonly title: string;
  readonly sentence: string;
  readonly bars: readonly Bar[];
  /** Whether each bar is a share of its own whole, not of what is common to all. */
  readonly isShare: boolean;
}

/** What the decisions of a list come to. `today` is a calendar day, YYYY-MM-DD. */
export function figuresOf(rows: readonly DecisionRow[], today: string): readonly Figure[] {
  return [timeToDecide(rows), durability(rows, today), coverage(rows), reviews(rows, today)];
}

const spans: readonly (readonly [label: string, longest: number])[] = [
  ["Within a week", 7],
  ["Within two weeks", 14],
  ["Within 30 days", 30],
  ["Within 60 days", 60],
  ["Longer", Infinity],
];

function timeToDecide(rows: readonly DecisionRow[]): Figure {
  const days = rows.flatMap(({ daysToDecide }) => daysToDecide ?? []).sort((a, b) => a - b);
  const bars = spans.map(([label, longest], at) => {
    const shortest = spans[at - 1]?.[1] ?? -1;
    const value = days.filter((one) => one > shortest && one <= longest).length;
    return { label, value, of: days.length };
  });
  const middle = days[Math.floor((days.length - 1) / 2)];
  return { title: "Time to decide", sentence: halfOf(middle), bars, isShare: false };
}

function halfOf(days: number | undefined): string {
  if (days === undefined) return "Nothing is decided yet.";
  const when = days === 0 ? "on the day they were opened" : `within ${counted(days, "day")}`;
  return `Half of them were decided ${when}.`;
}

const ages = [1, 3, 6, 12, 24];

/** Of the decisions old enough, those that nothing had replaced after so many months. */
function durability(rows: readonly DecisionRow[], today: string): Figure {
  const taken = rows.filter(({ status }) => wasTaken(status));
  const decidedAt = new Map(rows.map(({ decision, decidedAtMs }) => [decision, decidedAtMs]));
  const bars = ages.map((months): Bar => {
    const old = taken.filter(
      ({ decidedAtMs }) =>
        decidedAtMs !== undefined && monthsAfter(decidedAtMs, months) <= Date.parse(today),
    );
    const standing = old.filter((row) => {
      const end = replacedAtMs(row, decidedAt);
      return end === undefined || end > monthsAfter(row.decidedAtMs ?? 0, months);
    });
    return {
      label: `After ${counted(months, "month")}`,
      value: standing.length,
      of: old.length,
    };
  });
  const last = bars.findLast(({ of }) => of > 0);
  const sentence =
    last === undefined
      ? "No decision is a month old yet."
      : `${last.label}, ${last.value} of ${last.of} still stood.`;
  return { title: "Still standing", sentence, bars, isShare: true };
}

/** When a decision was replaced; at once where the list does not tell when its successor came. */
function replacedAtMs(
  { status, replacedBy, decidedAtMs = 0 }: DecisionRow,
  decidedAt: ReadonlyMap<string, number | undefined>,
): number | undefined {
  if (status !== "superseded" && status !== "reversed") return undefined;
  const ends = namedDecisions(replacedBy).map(({ decision }) => decidedAt.get(decision));
  const known = ends.flatMap((end) => end ?? []);
  return known.length === 0 ? decidedAtMs : Math.min(...known);
}

function coverage(rows: readonly DecisionRow[]): Figure {
  const ended = rows.filter(
    ({ status, functionsNeeded }) => hasEnded(status) && functionsNeeded > 0,
  );
  const missing = ended.map(({ functionsNeeded, functionsCovered }) =>
    Math.max(0, functionsNeeded - functionsCovered),
  );
  const bar = (label: string, fits: (count: number) => boolean): Bar => ({
    label,
    value: missing.filter(fits).length,
    of: ended.length,
  });
  const bars = [
    bar("Every function there", (count) => count === 0),
    bar("One missing", (count) => count === 1),
    bar("Two or more missing", (count) => count > 1),
  ];
  const sentence =
    ended.length === 0
      ? "No decision named the functions it needs."
      : `At ${bars[0]?.value ?? 0} of ${counted(ended.length, "table")} every function needed was there.`;
  return { title: "Functions covered", sentence, bars, isShare: false };
}

function reviews(rows: readonly DecisionRow[], today: string): Figure {
  const states = rows.flatMap((row) => reviewState(row, today) ?? []);
  const bar = (label: string, state: ReviewState): Bar => ({
    label,
    value: states.filter((one) => one === state).length,
    of: states.length,
  });
  const bars = [
    bar("Held", "held"),
    bar("To come", "to-come"),
    bar("Overdue", "overdue"),
    bar("No day named", "no-day"),
  ];
  const overdue = bars[2]?.value ?? 0;
  const sentence =
    overdue === 0
      ? "No review is overdue."
      : `${counted(overdue, "review")} ${overdue === 1 ? "is" : "are"} overdue.`;
  return { title: "Reviews", sentence, bars, isShare: false };
}

type ReviewState = "held" | "to-come" | "overdue" | "no-day";

/** Undefined for what was never decided, and for what was replaced: nobody reviews that. */
function reviewState(row: DecisionRow, today: string): ReviewState | undefined {
  const { status, reviewedAtMs, reviewOn } = row;
  if (!wasTaken(status) || status === "superseded" || status === "reversed") return undefined;
  if (isOverdue(row, today)) return "overdue";
  if (reviewedAtMs !== undefined) return "held";
  return reviewOn === undefined ? "no-day" : "to-come";
}

function wasTaken(status: Status): boolean {
  return ["decided", "amended", "superseded", "reversed", "closed"].includes(status);
}

function monthsAfter(ms: number, months: number): number {
  const date = new Date(ms);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
