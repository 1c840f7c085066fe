import type { GivenAnswer, TakenStance } from "#domain/meeting-state.ts";

/** "written down by Helena Sommer" where somebody else wrote an answer down; else undefined. */
export function answerWrittenDown({ recordedBy }: GivenAnswer): string | undefined {
  return recordedBy === undefined ? undefined : `written down by ${recordedBy.name}`;
}

/** The same of a stance. */
export function stanceWrittenDown(taken: TakenStance | undefined): string | undefined {
  return taken?.recordedFor === undefined ? undefined : `written down by ${taken.by.name}`;
}

/** A name as it stands in a list of names: marked where the words are written down for them. */
export function nameInList(name: string, isWrittenDown: boolean): string {
  return isWrittenDown ? `${name} (written down)` : name;
}
