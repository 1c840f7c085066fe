import { oneLine } from "#domain/text.ts";

/** A text cut to a length, never inside a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = "";
  for (const letter of text) {
    if (cut.length + letter.length > most - 1) break;
    cut += letter;
  }
  return `${cut.trimEnd()}…`;
}

/** How much of one answer a conclusion quotes. */
const quoteLimit = 90;

/** The first so many, quoted and cut short, and how many more there are; empty where none fits. */
export function quotes(texts: readonly string[], most: number): string {
  const shown = texts.slice(0, most).map((text) => `“${quoted(text)}”`);
  if (shown.length === 0) return "";
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

// The sentence around it brings its own full stop.
function quoted(text: string): string {
  return shortened(oneLine(text).replace(/\.$/u, ""), quoteLimit);
}

/** Equal texts together, most frequent first, equally frequent ones as they came. Case is ignored. */
export function grouped(texts: readonly string[]): readonly Group[] {
  const groups = new Map<string, { text: string; count: number }>();
  for (const said of texts) {
    const text = oneLine(said);
    const key = text.toLocaleLowerCase("en");
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { text, count: 1 });
    else known.count += 1;
  }
  return Array.from(groups.values()).toSorted((a, b) => b.count - a.count);
}

/** A text and how many said it. */
export interface Group {
  readonly text: string;
  readonly count: number;
}

/** "3 privacy, 2 security" */
export function figures(groups: readonly Group[]): string {
  return groups.map(({ text, count }) => `${count} ${text}`).join(", ");
}
