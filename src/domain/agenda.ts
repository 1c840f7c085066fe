import type { Meeting } from "./meeting-state.ts";

/** One decision of a meeting, and the position of the row that opened it. */
export interface AgendaItem {
  readonly openedAt: number;
  readonly meeting: Meeting;
}

/**
 * The decision a meeting is on. One at a time: a decision opened while another is still open is
 * passed over, so that nobody can pull the table away; the next one opens after the last has ended.
 */
export function currentDecision<Item extends AgendaItem>(items: Iterable<Item>): Item | undefined {
  const inOrder = Array.from(items).toSorted((a, b) => a.openedAt - b.openedAt);
  return inOrder.reduce<Item | undefined>((current, next) => {
    if (current === undefined) return next;
    const endedAt = current.meeting.closing?.position ?? Number.POSITIVE_INFINITY;
    return next.openedAt > endedAt ? next : current;
  }, undefined);
}
