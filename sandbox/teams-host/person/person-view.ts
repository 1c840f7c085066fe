import type { AppFrame, AppFrameOptions } from "../page/app-frame.ts";
import type { Desk } from "../page/desk.ts";
import { element } from "../page/elements.ts";
import type { Meeting, Person } from "../protocol/viewer.ts";
import { pageAddress, type Surface } from "../service/tab-address.ts";
import { makeMeetingCanvas, type MeetingCanvas } from "./meeting-canvas.ts";
import { makeSetupView } from "./setup-view.ts";

/** What the view needs of the page around it. */
export interface PersonViewOptions {
  readonly desk: Desk;
  readonly tabKey: () => string;
  readonly surface: () => Surface;
  readonly meeting: () => Meeting | undefined;
  readonly people: readonly Person[];
  readonly open: (surface: Surface) => void;
  readonly frameOptions: (surface: Surface) => Omit<AppFrameOptions, "url">;
}

/** The part under the bar: one page of the app where Teams would show it. */
export interface PersonView {
  readonly element: HTMLElement;
  /** Loads the page anew. */
  readonly rebuild: () => Promise<void>;
  /** The meeting's tab was saved, or something came to its stage or left it. */
  readonly tabChanged: () => void;
}

/** What stands in the body: the page that was asked for, and the meeting beside a side panel. */
interface Shown {
  readonly page: AppFrame;
  readonly canvas?: MeetingCanvas;
}

type Place = (where: Element, surface: Surface, more?: Partial<AppFrameOptions>) => AppFrame;

function showSetup(body: Element, place: Place, { desk, open }: PersonViewOptions): Shown {
  const setup = makeSetupView(
    () => desk.host.send(page.frame, "settings.save", [{}]),
    () => open("prepare"),
  );
  body.append(setup.element);
  const page = place(setup.place, "setup", {
    onValidity: setup.setValidity,
    onSaved: (problem) => {
      setup.ended(problem);
      if (problem === undefined) open("prepare");
    },
  });
  return { page };
}

function showWalk(body: Element, place: Place, options: PersonViewOptions): Shown {
  const canvas = makeMeetingCanvas(options.meeting(), options.people, {
    open: (where) => place(where, "stage"),
    close: options.desk.remove,
  });
  const panel = element(
    "section",
    { class: "side-panel", "aria-label": "Side panel" },
    element("h2", {}, "Quorate"),
  );
  body.append(canvas.element, panel);
  return { page: place(panel, "walk"), canvas };
}

function makeCall(open: () => void): HTMLElement {
  return element(
    "div",
    { class: "call", hidden: true },
    element("p", {}, "This meeting has no tab yet. Say where its decisions are kept."),
    element("button", { type: "button", class: "primary", onclick: open }, "Set up this tab"),
  );
}

/** Makes the view; nothing is loaded before the first `rebuild`. */
export function makePersonView(options: PersonViewOptions): PersonView {
  const { desk, tabKey, surface } = options;
  const call = makeCall(() => options.open("setup"));
  const body = element("div", { class: "body" });
  let shown: Shown | undefined;
  let shownAddress = "";

  const tab = () => desk.tabOf(tabKey());
  const addressOf = (wanted: Surface) => pageAddress(wanted, tab(), document.baseURI);
  const place: Place = (where, wanted, more = {}) =>
    desk.place(where, { ...options.frameOptions(wanted), url: addressOf(wanted), ...more });

  function clear(): void {
    shown?.canvas?.showStage(undefined);
    desk.remove(shown?.page);
    shown = undefined;
    body.replaceChildren();
  }

  function showRest(): void {
    call.hidden = tab()?.contentUrl !== undefined || surface() === "setup";
    shown?.canvas?.showStage(tab()?.stage?.url);
  }

  function show(): void {
    clear();
    const isFirst = shownAddress === "";
    shownAddress = addressOf(surface());
    if (surface() === "setup") shown = showSetup(body, place, options);
    else if (surface() === "walk") shown = showWalk(body, place, options);
    else shown = { page: place(body, surface()) };
    showRest();
    // The button that led here may have gone, and the focus with it.
    if (!isFirst && document.activeElement === document.body) shown.page.iframe.focus();
  }

  addEventListener("resize", showRest);
  return {
    element: element("main", {}, call, body),
    rebuild: async () => {
      clear();
      const asked = [tabKey(), surface()].join();
      await desk.refreshTab(tabKey());
      // The reader may have gone on while the server was asked.
      if (asked === [tabKey(), surface()].join()) show();
    },
    tabChanged: () => {
      if (shown && shownAddress !== addressOf(surface())) show();
      else showRest();
    },
  };
}
