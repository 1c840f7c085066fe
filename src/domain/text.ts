import * as v from "valibot";

/** The most characters one answer, reason or condition may have. Brevity is a rule of the table. */
export const briefLimit = 280;

// C0 and C1 controls except tab and newline, and the invisible marks that reorder text: SharePoint
// refuses some of them, and the rest let a sentence look like another one.
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text as it may be kept: no control or reordering characters, no space at the ends. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(unwanted, "").trim();
}

/** Text on one line, so that nobody's words can look like a further line of a list. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A schema for text from people: cleaned, not empty, at most `limit` UTF-16 units. */
export function textUpTo(limit: number) {
  return v.pipe(v.string(), v.transform(cleanText), v.nonEmpty(), v.maxLength(limit));
}

/** As `textUpTo`, but may be empty: for fields that are filled in over time. */
export function draftUpTo(limit: number) {
  return v.pipe(v.string(), v.transform(cleanText), v.maxLength(limit));
}

/** An answer, reason or condition: at most 280 characters. */
export const Brief = textUpTo(briefLimit);
