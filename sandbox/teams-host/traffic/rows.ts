import { element } from "../page/elements.ts";
import { fieldsOf, textOr } from "../protocol/messages.ts";
import type { MeterReading } from "../service/sandbox-service.ts";

/** What everybody's requests cost, as one line. */
export function meterSentence(meter: MeterReading): string {
  const { requests, units, throttled, unitsThisMinute, unitsPerMinute } = meter;
  const figures = [
    `This minute ${unitsThisMinute} of ${unitsPerMinute} resource units`,
    `in all ${requests} requests`,
    `${units} resource units`,
    `${throttled} throttled`,
  ];
  return figures.join(" · ");
}

function clockOf(at: unknown): string {
  const moment = typeof at === "number" || typeof at === "string" ? new Date(at) : new Date();
  return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleTimeString("en-GB");
}

function figure(value: unknown): string {
  return typeof value === "number" ? String(Math.round(value)) : "";
}

/** An address as people read it: decoded, ids by their beginning. */
export function shortPath(path: string): string {
  const tokens = /(token=[^&]{8})[^&]+/giu;
  const ids = /\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/giu;
  return decoded(path).replace(ids, "$1…").replace(tokens, "$1…");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** One request as a row; a failure is marked by a sign, not by colour alone. */
export function trafficRow(entry: unknown): HTMLTableRowElement {
  const { at, method, path, status, units, who, ms } = fieldsOf(entry);
  // A status of 0 stands for a connection that was cut.
  const isFailure = typeof status === "number" && (status >= 400 || status === 0);
  const cells = [
    clockOf(at),
    textOr(who, ""),
    textOr(method, ""),
    shortPath(textOr(path, "")),
    status === 0 ? "✕ lost" : `${isFailure ? "✕ " : ""}${figure(status)}`,
    figure(units),
    figure(ms),
  ];
  const row = element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
  row.title = textOr(path, "");
  if (isFailure) row.className = "failure";
  return row;
}

/** The table without rows, and where they go. */
export function trafficTable(): { readonly table: HTMLElement; readonly rows: HTMLElement } {
  const rows = element("tbody");
  const head = ["Time", "Who", "Method", "Path", "Status", "Units", "ms"];
  const columns = head.map((text) => element("th", { scope: "col" }, text));
  const table = element(
    "table",
    {},
    element("caption", { class: "unseen" }, "Requests to Graph, newest first"),
    element("thead", {}, element("tr", {}, ...columns)),
    rows,
  );
  return { table, rows };
}
