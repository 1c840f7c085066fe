import type { Meeting } from "./meeting-state.ts";

/** One decision of a meeting, and the position of the row that opened it or took it up here. */
export interface AgendaItem {
  readonly openedAt: number;
  readonly meeting: Meeting;
}

/**
 * The decisions of a meeting that had their turn, oldest first. One at a time: a decision opened
 * while another is still open is passed over, so that nobody can pull the table away; the next one
 * opens after the last has ended.
 */
export function decisionsInTurn<Item extends AgendaItem>(items: Iterable<Item>): readonly Item[] {
  const turns: Item[] = [];
  for (const next of Array.from(items).toSorted((a, b) => a.openedAt - b.openedAt)) {
    const last = turns.at(-1);
    const endedAt = last?.meeting.closing?.position ?? Number.POSITIVE_INFINITY;
    if (last === undefined || next.openedAt > endedAt) turns.push(next);
  }
  return turns;
}

/** The decision a meeting is on: the last that has its turn. */
export function currentDecision<Item extends AgendaItem>(items: Iterable<Item>): Item | undefined {
  return decisionsInTurn(items).at(-1);
}
