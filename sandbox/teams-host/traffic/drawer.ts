import "./drawer.css";
import { element } from "../page/elements.ts";
import type { SandboxService } from "../service/sandbox-service.ts";
import { meterSentence, trafficRow, trafficTable } from "./rows.ts";

/** The drawer with every request to Graph and every call the host could not answer. */
export interface TrafficDrawer {
  readonly element: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly addUnknownCall: (who: string, func: string, args: readonly unknown[]) => void;
}

const rowsKept = 200;

/** Runs the work soon after it is asked for, and once for everything asked in the meantime. */
function atMostEvery(milliseconds: number, work: () => Promise<void>): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      work().catch(() => undefined);
    }, milliseconds);
  };
}

function makeToggle(
  drawer: HTMLElement,
  badge: HTMLElement,
  onToggle: () => void,
): HTMLButtonElement {
  const toggle = element(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": "traffic" },
    "Graph traffic ",
    badge,
  );
  toggle.addEventListener("click", () => {
    drawer.hidden = !drawer.hidden;
    toggle.setAttribute("aria-expanded", String(!drawer.hidden));
    onToggle();
  });
  return toggle;
}

/**
 * Makes the drawer, closed. Its stream runs only while somebody can see it: a browser gives one
 * server six connections, and each window would hold one. Nothing is missed, because the server
 * sends the latest requests first, then each new one.
 */
export function openTraffic(base: string, service: SandboxService): TrafficDrawer {
  const { table, rows } = trafficTable();
  const unknown = element("ul", {
    class: "unknown",
    "aria-label": "Calls this host does not know",
  });
  const meter = element("p", { class: "meter" }, "Counting…");
  const badge = element("span", { class: "badge", hidden: true });
  const drawer = element(
    "aside",
    { id: "traffic", class: "drawer", "aria-label": "Graph traffic", hidden: true },
    element("header", {}, element("h2", {}, "Graph traffic"), meter),
    unknown,
    // Focusable, because it scrolls: the keyboard must reach what is out of sight.
    element("div", { class: "rows", tabindex: 0, role: "group", "aria-label": "Requests" }, table),
  );
  const readMeter = atMostEvery(1000, async () => {
    meter.textContent = meterSentence(await service.readMeter());
  });

  function show(entry: unknown): void {
    rows.prepend(trafficRow(entry));
    if (rows.childElementCount > rowsKept) rows.lastElementChild?.remove();
    readMeter();
  }

  let stream: EventSource | undefined;
  function openOrClose(): void {
    const isSeen = !drawer.hidden && document.visibilityState === "visible";
    if (isSeen === (stream !== undefined)) return;
    stream?.close();
    stream = isSeen ? new EventSource(new URL("traffic", base)) : undefined;
    // A stream that comes back begins again with the latest requests.
    stream?.addEventListener("open", () => rows.replaceChildren());
    stream?.addEventListener("message", ({ data }: MessageEvent<string>) => show(JSON.parse(data)));
    if (isSeen) readMeter();
  }
  document.addEventListener("visibilitychange", openOrClose);

  return {
    element: drawer,
    toggle: makeToggle(drawer, badge, openOrClose),
    addUnknownCall: (who, func, args) => {
      const detail = args.length > 0 ? ` ${JSON.stringify(args)}` : "";
      const title = element("strong", {}, `Unknown call: ${func}`);
      unknown.prepend(element("li", {}, title, `${detail} (${who})`));
      const count = unknown.childElementCount;
      badge.hidden = false;
      badge.textContent = count === 1 ? "1 unknown call" : `${count} unknown calls`;
    },
  };
}
