import { cleanText } from "#domain/text.ts";

/** One value of a table. Numbers stand as they are. */
export type Cell = string | number | undefined;

/**
 * A table as CSV by RFC 4180: UTF-8 with a byte order mark, every text quoted, lines ending in
 * CR LF. No cell is a formula to any spreadsheet: see `harmless`.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells) => cells.map(field).join(","));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

function field(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  return `"${harmless(cell ?? "").replaceAll('"', '""')}"`;
}

// What begins a formula, and what some spreadsheets fold into it: full-width, small, raised and
// lowered forms, and the minus sign.
const trigger =
  "[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFF5C\\uFF05\\uFE62\\uFE63\\uFE66\\uFE6B\\uFE6A\\u207A-\\u207C\\u208A-\\u208C\\u2212]";

// What is looked past on the way to it: blanks, invisible characters, quotes.
const passed = "[\\s\\p{Z}\\p{C}\"'\u00AB\u00BB\u2018-\u201F`\u00B4\uFF02\uFF07]*";

// Where a cell begins: at its start, and wherever a spreadsheet that takes semicolons, tabs or line
// breaks for the end of a cell would begin another, whatever we have quoted.
const start = new RegExp(`(^|[;\\t\\n])(?=${passed}${trigger})`, "gu");

/** Text that no spreadsheet takes for a formula: an apostrophe stands before what could begin one. */
function harmless(text: string): string {
  return cleanText(text).replace(start, "$1'");
}
