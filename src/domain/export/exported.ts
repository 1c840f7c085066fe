import type { Meeting } from "#domain/meeting-state.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";

/** What an export is made from: the row as SharePoint has it, and the log where it is at hand. */
export interface Exported {
  /** The row's number in the list. */
  readonly item: string;
  readonly row: DecisionRow;
  /** The row's address in SharePoint. */
  readonly webUrl: string;
  /** Epoch milliseconds. */
  readonly createdAtMs: number;
  /** Absent where the log could not be read: then the export has what the row has. */
  readonly meeting?: Meeting | undefined;
}

/** The day a decision closed, else the day it was opened: YYYY-MM-DD, UTC. */
export function dayOf({ row, createdAtMs }: Exported): string {
  return isoDay(row.decidedAtMs ?? createdAtMs);
}

/** A calendar day, YYYY-MM-DD, UTC, of a time in epoch milliseconds. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The lines a column of the record keeps, without empty ones. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u).filter((line) => line.trim() !== "");
}

/** What a record says of other decisions: what it replaces, then what took its place. */
export function linksOf({ replaces, replacedBy }: DecisionRow): readonly string[] {
  return [...linesOf(replaces), ...linesOf(replacedBy)];
}
