import { decisionsCsv } from "#domain/export/decisions-csv.ts";
import { type ExportedLog, eventsCsv } from "#domain/export/events-csv.ts";
import type { Exported } from "#domain/export/exported.ts";
import { decisionFile, decisionsFile, madrFile } from "#domain/export/file-name.ts";
import { madr } from "#domain/export/madr.ts";
import { minutes } from "#domain/export/minutes.ts";
import { documentText } from "#domain/export/to-document.ts";
import { counted } from "#domain/table/sentences.ts";

/** One way to take something out of the log. */
export interface ExportKind {
  /** What it is, and what it is in and for. */
  readonly name: string;
  readonly use: string;
  readonly file: string;
  readonly type: string;
  /** Its text, made when it is asked for. */
  readonly write: () => string;
}

/** The ways to take one decision along; its log among them where that could be read. */
export function kindsOf(exported: Exported, log: ExportedLog | undefined): readonly ExportKind[] {
  const { item, row } = exported;
  const named = (ending: string) => decisionFile(item, row.title, ending);
  const kinds: ExportKind[] = [
    {
      name: "Minutes",
      use: "Markdown, to read and to send",
      file: named(".md"),
      type: "text/markdown",
      write: () => minutes(exported),
    },
    {
      name: "Decision record",
      use: "MADR, to keep beside code",
      file: madrFile(item, row.title),
      type: "text/markdown",
      write: () => madr(exported),
    },
    {
      name: "Document",
      use: "JSON, for other software",
      file: named(".json"),
      type: "application/json",
      write: () => documentText(exported),
    },
  ];
  if (log === undefined) return kinds;
  const events = counted(log.entries.length + log.unreadable.length, "event");
  return [
    ...kinds,
    {
      name: "Log",
      use: `CSV, for a spreadsheet: ${events}, counted or not`,
      file: named("-log.csv"),
      type: "text/csv",
      write: () => eventsCsv(log),
    },
  ];
}

/** The decisions in view as one table. `today` is a calendar day, YYYY-MM-DD. */
export function tableOf(decisions: readonly Exported[], today: string): ExportKind {
  return {
    name: "Table",
    use: `CSV, for a spreadsheet: ${counted(decisions.length, "decision")} with every column`,
    file: decisionsFile(today),
    type: "text/csv",
    write: () => decisionsCsv(decisions),
  };
}
