/** The most characters (UTF-16 units) one text of the record has; SharePoint's own limit is 63,999. */
export const noteLimit = 30_000;

const shortened = "\n… (shortened; the whole is in the list Decision events)";

/** A text as the record keeps it: one that is too long ends with where the whole of it is. */
export function asNote(text: string): string {
  if (text.length <= noteLimit) return text;
  const kept = text.slice(0, noteLimit - shortened.length);
  // Half of a character outside the basic plane would come back as something else.
  return kept.replace(/[\ud800-\udbff]$/u, "") + shortened;
}
