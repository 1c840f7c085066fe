import { fieldsOf, textOr } from "../protocol/messages.ts";
import { element } from "./elements.ts";

/** What was counted since the page opened. */
export interface TrafficCounts {
  readonly requests: number;
  readonly units: number;
  readonly throttled: number;
  readonly failed: number;
}

/** Nothing counted yet. */
export const noTraffic: TrafficCounts = { requests: 0, units: 0, throttled: 0, failed: 0 };

/** The counts with one more request of the sandbox's traffic stream. */
export function counted(counts: TrafficCounts, entry: unknown): TrafficCounts {
  const { status, units } = fieldsOf(entry);
  const isThrottled = status === 429;
  const isFailure = typeof status === "number" && status >= 400 && !isThrottled;
  return {
    requests: counts.requests + 1,
    units: counts.units + (typeof units === "number" ? units : 0),
    throttled: counts.throttled + (isThrottled ? 1 : 0),
    failed: counts.failed + (isFailure ? 1 : 0),
  };
}

/** The counts as one line. */
export function sentenceOf({ requests, units, throttled, failed }: TrafficCounts): string {
  const figures = [
    `${requests} requests`,
    `${Math.round(units)} resource units`,
    `${throttled} throttled`,
    `${failed} other failures`,
  ];
  return `Since this page opened: ${figures.join(" · ")}`;
}

function clockOf(at: unknown): string {
  const moment = typeof at === "number" || typeof at === "string" ? new Date(at) : new Date();
  return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleTimeString("en-GB");
}

function figure(value: unknown): string {
  return typeof value === "number" ? String(Math.round(value)) : "";
}

/** One request as a row; a failure is marked by a sign, not by colour alone. */
export function trafficRow(entry: unknown, nameOf: (who: string) => string): HTMLTableRowElement {
  const { at, method, path, status, units, who, ms } = fieldsOf(entry);
  const isFailure = typeof status === "number" && status >= 400;
  const cells = [
    clockOf(at),
    nameOf(textOr(who, "")),
    textOr(method, ""),
    textOr(path, ""),
    `${isFailure ? "✕ " : ""}${figure(status)}`,
    figure(units),
    figure(ms),
  ];
  const row = element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
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
