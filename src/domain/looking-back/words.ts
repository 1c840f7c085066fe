import { stopWords } from "./stop-words.ts";

/** A text without case, accents and ligatures, so that "Résumé" and "resume" are one. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/ø/gu, "o")
    .replace(/ł/gu, "l")
    .replace(/æ/gu, "ae")
    .replace(/œ/gu, "oe");
}

/**
 * The words of a text that tell what it is about: each stem with the word as first written, in
 * lower case. Stop words, single letters and bare numbers are left out.
 */
export function tellingWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const plain = folded(word);
    if (Array.from(plain).length < 2 || !/\p{L}/u.test(plain) || stopWords.has(plain)) continue;
    const stem = stemOf(plain);
    if (!words.has(stem)) words.set(stem, word.toLowerCase());
  }
  return words;
}

// Narrower endings first. Two passes ("forecasters" → "forecaster" → "forecast").
const endings = ["ions", "ion", "ingly", "ings", "ing", "ers", "er", "ies", "ed", "es", "s", "e"];

/**
 * The word without its commonest English endings. Crude by intent: it only has to send "forecast",
 * "forecasts" and "forecasting" to one place, and four letters always stay.
 */
export function stemOf(word: string): string {
  let stem = word;
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = endings.find((end) => stem.endsWith(end) && stem.length - end.length >= 4);
    if (ending === undefined || stem.endsWith("ss")) break;
    stem = stem.slice(0, stem.length - ending.length);
  }
  return stem;
}

/** How alike two texts are to the eye, from 0 to 1: shared runs of three letters (Dice). */
export function likeness(a: string, b: string): number {
  const one = runsOf(a);
  const other = runsOf(b);
  if (one.size === 0 || other.size === 0) return 0;
  const shared = Array.from(one).filter((run) => other.has(run)).length;
  return (2 * shared) / (one.size + other.size);
}

function runsOf(text: string): ReadonlySet<string> {
  const plain = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (plain.length === 0) return new Set();
  const letters = Array.from(` ${plain.join(" ")} `);
  return new Set(letters.slice(0, -2).map((_, at) => letters.slice(at, at + 3).join("")));
}
