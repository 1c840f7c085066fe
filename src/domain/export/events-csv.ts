import { newestFirst } from "#domain/chain.ts";
import type { LogEntry, UnreadableRow } from "#domain/log/entry.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { type Cell, csv } from "./csv.ts";

/** The log of one decision: what counted, what was refused, what could not be read. */
export interface ExportedLog {
  readonly meeting: Meeting;
  readonly entries: readonly LogEntry[];
  readonly unreadable: readonly UnreadableRow[];
}

const head = [
  "Position",
  "At",
  "Author",
  "Author id",
  "Kind",
  "Counted",
  "Content",
  "Event",
  "Previous",
];

/**
 * The log of one decision as a table for a spreadsheet, a row each in the order of the list. A row
 * that has no effect says why; the content is JSON, as the list keeps it.
 */
export function eventsCsv({ meeting, entries, unreadable }: ExportedLog): string {
  const refused = new Map(
    Array.from(newestFirst(meeting.refused), ({ entry, refusal }) => [entry.position, refusal]),
  );
  const told = entries.map((entry): Placed => {
    const { position, atMs, by, event, id, previous } = entry;
    const refusal = refused.get(position);
    const counted = refusal === undefined ? "yes" : `no: ${refusal.reason}`;
    const content = JSON.stringify(event);
    return [position, time(atMs), by.name, by.id, event.kind, counted, content, id, previous];
  });
  const kept = unreadable.map(({ row, why }): Placed => {
    const { position, atMs, authorName, authorId, kind, payload, eventId, previous } = row;
    const counted = `no: ${why}`;
    return [position, time(atMs), authorName, authorId, kind, counted, payload, eventId, previous];
  });
  return csv([head, ...[...told, ...kept].sort(([a], [b]) => a - b)]);
}

type Placed = readonly [position: number, ...cells: readonly Cell[]];

function time(ms: number): string {
  return new Date(ms).toISOString();
}
