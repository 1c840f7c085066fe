import type { Frame } from "#domain/decision/frame.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { type BusinessFunction, isSameFunction } from "#domain/table/business-function.ts";
import { likeness, tellingWords } from "./words.ts";

/** A decision as the list has it: what is compared, and when it was made. */
export interface PastDecision {
  readonly row: Pick<
    DecisionRow,
    "decision" | "title" | "context" | "wantedOutcome" | "outcome" | "proposal" | "functions"
  > & { readonly decidedAtMs?: number | undefined };
  /** Epoch milliseconds. */
  readonly createdAtMs: number;
}

/** An earlier decision that may be on the same matter, and why it is thought to be. */
export interface Earlier<P extends PastDecision> {
  readonly past: P;
  /** How near it is, 0 to 1; only its order is meant to be used. */
  readonly score: number;
  /** The words both use, as the present decision writes them, the weightiest first. */
  readonly words: readonly string[];
}

interface Now {
  /** Epoch milliseconds: of two decisions equally near, the later tells more. */
  readonly nowMs: number;
  /** The decision that is being framed, which is not its own past. */
  readonly self?: DecisionId | undefined;
}

const yearMs = 365.25 * 24 * 3600_000;
/** A title this alike was most likely copied and edited. */
const copied = 0.55;
/** The share of the title, or of the whole frame, that an earlier decision must speak of. */
const enough = 0.3;

/**
 * The decisions that speak of the same matter, nearest first. Each telling word of the frame weighs
 * by where it stands (title 3, wanted outcome 2, why now 1) and by how few decisions use it. What
 * scores is the share of the title's weight, or of the whole frame's, that a decision uses too, or
 * the likeness of the two titles. Functions in common and age only order what the words have found.
 */
export function earlierOnTheSameMatter<P extends PastDecision>(
  frame: Pick<Frame, "title" | "context" | "outcome" | "functions">,
  rows: readonly P[],
  { nowMs, self }: Now,
): readonly Earlier<P>[] {
  const others = rows.filter(({ row }) => row.decision !== self);
  const theirs = others.map((past) => ({ past, words: wordsOf(past) }));
  const ours = weighed(frame, theirs);
  const all = Array.from(ours.values());
  return theirs
    .flatMap(({ past, words }) => {
      const shared = Array.from(ours.entries())
        .filter(([stem]) => words.has(stem))
        .map(([, word]) => word)
        .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
      const share = Math.max(shareOf(shared, all), shareOf(titled(shared), titled(all)));
      const like = likeness(frame.title, past.row.title);
      // One word in common is a coincidence, unless it is nearly all there is to say.
      const isNear = like >= copied || (share >= enough && (shared.length > 1 || share >= 0.6));
      if (!isNear) return [];
      const score = nearness(Math.max(share, like), frame.functions, past, nowMs);
      return [{ past, score, words: shared.map(({ word }) => word) }];
    })
    .toSorted(nearestFirst);
}

interface Weighed {
  readonly word: string;
  readonly weight: number;
  readonly isInTitle: boolean;
}

function titled(words: readonly Weighed[]): readonly Weighed[] {
  return words.filter(({ isInTitle }) => isInTitle);
}

function shareOf(part: readonly Weighed[], whole: readonly Weighed[]): number {
  return sumOf(part) / (sumOf(whole) || 1);
}

function sumOf(words: readonly Weighed[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

function weighed(
  { title, outcome, context }: Pick<Frame, "title" | "context" | "outcome">,
  theirs: readonly { readonly words: ReadonlySet<string> }[],
): ReadonlyMap<string, Weighed> {
  const ours = new Map<string, Weighed>();
  for (const [text, place] of [
    [title, 3],
    [outcome, 2],
    [context, 1],
  ] as const) {
    for (const [stem, word] of tellingWords(text)) {
      if (ours.has(stem)) continue;
      const using = theirs.filter(({ words }) => words.has(stem)).length;
      // From 1 for a word nobody used before to a third for one that every decision uses.
      const rarity = 1 - (2 / 3) * (using / Math.max(theirs.length, 3));
      ours.set(stem, { word, weight: place * rarity, isInTitle: place === 3 });
    }
  }
  return ours;
}

function wordsOf({ row }: PastDecision): ReadonlySet<string> {
  const { title, context, wantedOutcome, outcome, proposal } = row;
  const text = [title, context, wantedOutcome, outcome, proposal].join("\n");
  return new Set(tellingWords(text).keys());
}

/** The words' score, a tenth less without a function in common and up to a tenth less with age. */
function nearness(
  words: number,
  needed: readonly BusinessFunction[],
  { row, createdAtMs }: PastDecision,
  nowMs: number,
): number {
  const isTheirs = needed.some((name) =>
    row.functions.some((other) => isSameFunction(name, other as BusinessFunction)),
  );
  const years = Math.max(0, nowMs - (row.decidedAtMs ?? createdAtMs)) / yearMs;
  return words * (isTheirs ? 1 : 0.9) * (1 - 0.1 * (years / (years + 5)));
}

function nearestFirst(a: Earlier<PastDecision>, b: Earlier<PastDecision>): number {
  const byAge = b.past.createdAtMs - a.past.createdAtMs;
  return b.score - a.score || byAge || (a.past.row.decision < b.past.row.decision ? -1 : 1);
}
