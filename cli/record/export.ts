import { decisionsCsv } from "#domain/export/decisions-csv.ts";
import { eventsCsv } from "#domain/export/events-csv.ts";
import type { Exported } from "#domain/export/exported.ts";
import { madr } from "#domain/export/madr.ts";
import { minutes } from "#domain/export/minutes.ts";
import { documentText, toDocument } from "#domain/export/to-document.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { tellStory } from "#flows/trust/auditing.ts";
import { type Call, type Command, type Outcome, UsageError } from "../command.ts";
import { type Records, findDecision, openRecords, siteOption } from "./records.ts";

const formats = ["md", "madr", "json", "csv"] as const;
type Format = (typeof formats)[number];

/** Takes decisions out of SharePoint. */
export const exportDecisions: Command = {
  name: "export",
  takes: "[DECISION]",
  summary: "Takes one decision out as minutes, MADR, JSON or CSV, or all of them.",
  teaches: `Writes one decision as minutes in Markdown (md), as an architectural decision record (madr), as JSON
with everything in it (json), or its log as a table (csv: no cell is ever executed). With --log and
no DECISION: every decision of the site, as csv or json.

DECISION is its number in the list, its id, or its title. Needs: to read the site.`,
  options: {
    ...siteOption,
    format: {
      type: "string",
      value: "FORMAT",
      about: `${formats.join(", ")}; md without it, csv with --log.`,
    },
    log: { type: "boolean", about: "Every decision instead of one." },
    out: { type: "string", value: "FILE", about: "Write into this file instead of printing." },
  },
  examples: [
    "export 12 --site https://contoso.sharepoint.com/sites/decisions > decision-12.md",
    "export 12 --format madr --out docs/decisions/0012.md --env quorate.env",
    "export --log --format csv --out decisions.csv --env quorate.env",
  ],
  run: runExport,
};

async function runExport(call: Call): Promise<Outcome> {
  const { typed } = call;
  const [named] = typed.words;
  const isLog = typed.isOn("log");
  if (isLog && named !== undefined) throw new UsageError("Say a DECISION or --log, not both.");
  if (!isLog && named === undefined) {
    throw new UsageError("Say which decision: its number, id or title; or --log for all of them.");
  }
  const format = formatIn(typed.text("format") ?? (isLog ? "csv" : "md"), isLog);
  const records = await openRecords(call);
  const text = isLog
    ? await allOf(records, format)
    : await oneOf(records, await findDecision(records, named), format);
  return keep(call, format, text);
}

function formatIn(named: string, isLog: boolean): Format {
  const format = formats.find((one) => one === named);
  if (format === undefined) {
    throw new UsageError(`There is no format ${named}: say ${formats.join(", ")}.`);
  }
  if (isLog && (format === "md" || format === "madr")) {
    throw new UsageError(`--log comes as csv or json, not as ${format}.`);
  }
  return format;
}

async function allOf({ register }: Records, format: Format): Promise<string> {
  const { decisions } = await register.list();
  const exported = decisions.map((kept) => exportedFrom(kept));
  if (format === "csv") return decisionsCsv(exported);
  return JSON.stringify(exported.map(toDocument), null, 2);
}

async function oneOf({ log }: Records, kept: KeptDecision, format: Format): Promise<string> {
  const story = tellStory(await log.readDecision(kept.row.decision));
  const exported = { ...exportedFrom(kept), meeting: story.meeting };
  switch (format) {
    case "md":
      return minutes(exported);
    case "madr":
      return madr(exported);
    case "json":
      return documentText(exported);
    case "csv":
      return eventsCsv(story);
  }
}

function exportedFrom({ item, row, webUrl, createdAtMs }: KeptDecision): Exported {
  return { item, row, webUrl, createdAtMs };
}

function keep(call: Call, format: Format, text: string): Outcome {
  const file = call.typed.text("out");
  if (file === undefined) {
    // The end of the line comes with printing.
    return { isGood: true, text: text.replace(/\r?\n$/u, ""), json: { format, text } };
  }
  if (!call.isDry) call.write(file, text);
  const said = call.isDry ? `Would write ${file}.` : `Wrote ${file}.`;
  return { isGood: true, text: said, json: { format, file } };
}
