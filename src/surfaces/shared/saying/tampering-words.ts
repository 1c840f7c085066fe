import type { Tampering, TamperingKind } from "#domain/log/tampering.ts";

const happened: { readonly [W in TamperingKind]: readonly [one: string, several: string] } = {
  edited: [
    "Somebody changed a row of this log after it was written. What was said first counts.",
    "rows of this log were changed after they were written. What was said first counts.",
  ],
  "original-lost": [
    "Somebody changed a row of this log, and its first version is gone. It counts no longer: if it was yours, say it again.",
    "rows of this log were changed, and their first versions are gone. They count no longer: what was yours, say again.",
  ],
  moved: [
    "Somebody moved a row of this log to another meeting or decision. It counts no longer: if it was yours, say it again.",
    "rows of this log were moved to another meeting or decision. They count no longer: what was yours, say again.",
  ],
  "changed-silently": [
    "A row of this log says something else than before, and SharePoint noted no change. Ask a site owner.",
    "rows of this log say something else than before, and SharePoint noted no change. Ask a site owner.",
  ],
  deleted: [
    "Somebody deleted a row of this log. It counts for nobody: if it was yours, say it again.",
    "rows of this log were deleted. They count for nobody: what was yours, say again.",
  ],
  "forged-author": [
    "Somebody wrote a row in another person’s name. It does not count.",
    "rows were written in another person’s name. They do not count.",
  ],
  unlinked: [
    "A row of this log is gone, or no longer says what it said. Ask those who were there.",
    "rows of this log follow ones that are gone, or no longer say what they said. Ask those who were there.",
  ],
};

/** What happened to a log, a sentence for each kind of thing: what it was and what to do. */
export function tamperingSentences(signs: readonly Tampering[]): readonly string[] {
  const counts = new Map<TamperingKind, number>();
  for (const { what } of signs) counts.set(what, (counts.get(what) ?? 0) + 1);
  return Array.from(counts, ([what, count]) => {
    const [one, several] = happened[what];
    return count === 1 ? one : `${count} ${several}`;
  });
}

/** A kind of event as words: "question answered". */
export function kindWords(kind: string): string {
  return kind.replaceAll("-", " ");
}
