import { fieldsOf, textOr } from "../protocol/messages.ts";
import { element } from "./elements.ts";

/** The drawer with every request to Graph and every call the host could not answer. */
export interface TrafficDrawer {
  readonly element: HTMLElement;
  readonly toggle: HTMLButtonElement;
  addUnknownCall(who: string, func: string, args: readonly unknown[]): void;
}

const rowsKept = 200;

function clockOf(at: unknown): string {
  const moment = typeof at === "number" || typeof at === "string" ? new Date(at) : new Date();
  return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleTimeString("en-GB");
}

/** A figure as text; empty where there is none. */
function figure(value: unknown): string {
  return typeof value === "number" ? String(Math.round(value)) : "";
}

function rowOf(entry: unknown, nameOf: (who: string) => string): HTMLTableRowElement {
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

/**
 * Opens the drawer's stream and counts from then on.
 *
 * @param nameOf turns what the server calls a person into a name for the reader
 */
export function openTraffic(base: string, nameOf: (who: string) => string): TrafficDrawer {
  const rows = element("tbody");
  const unknown = element("ul", {
    class: "unknown",
    "aria-label": "Calls this host does not know",
  });
  const meter = element("p", { class: "meter" }, "No request yet.");
  const label = element("span", {}, "Graph traffic");
  const badge = element("span", { class: "badge", hidden: true });
  const counts = { requests: 0, units: 0, throttled: 0, failed: 0, unknown: 0 };

  const head = ["Time", "Who", "Method", "Path", "Status", "Units", "ms"];
  const table = element(
    "table",
    {},
    element("caption", { class: "unseen" }, "Requests to Graph, newest first"),
    element(
      "thead",
      {},
      element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text))),
    ),
    rows,
  );
  const drawer = element(
    "aside",
    { id: "traffic", class: "drawer", "aria-label": "Graph traffic", hidden: true },
    element("header", {}, element("h2", {}, "Graph traffic"), meter),
    unknown,
    // Focusable, because it scrolls: the keyboard must reach what is out of sight.
    element("div", { class: "rows", tabindex: 0, role: "group", "aria-label": "Requests" }, table),
  );
  const toggle = element(
    "button",
    {
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "traffic",
      onclick: () => {
        drawer.hidden = !drawer.hidden;
        toggle.setAttribute("aria-expanded", String(!drawer.hidden));
      },
    },
    label,
    badge,
  );

  function showCounts(): void {
    const { requests, units, throttled, failed } = counts;
    meter.textContent = `Since this page opened: ${requests} requests · ${Math.round(units)} resource units · ${throttled} × 429 · ${failed} other failures`;
    badge.hidden = counts.unknown === 0;
    badge.textContent = counts.unknown === 1 ? "1 unknown call" : `${counts.unknown} unknown calls`;
  }

  function addRequest(entry: unknown): void {
    const { status, units } = fieldsOf(entry);
    counts.requests += 1;
    counts.units += typeof units === "number" ? units : 0;
    if (status === 429) counts.throttled += 1;
    else if (typeof status === "number" && status >= 400) counts.failed += 1;
    rows.prepend(rowOf(entry, nameOf));
    while (rows.rows.length > rowsKept) rows.lastElementChild?.remove();
    showCounts();
  }

  const stream = new EventSource(new URL("traffic", base));
  stream.addEventListener("message", ({ data }: MessageEvent<string>) =>
    addRequest(JSON.parse(data)),
  );

  return {
    element: drawer,
    toggle,
    addUnknownCall: (who, func, args) => {
      counts.unknown += 1;
      const detail = args.length > 0 ? ` ${JSON.stringify(args)}` : "";
      unknown.prepend(
        element("li", {}, element("strong", {}, `Unknown call: ${func}`), `${detail} (${who})`),
      );
      showCounts();
    },
  };
}
