import type { Meeting, Person } from "../protocol/viewer.ts";
import { pageAddress, type Surface } from "../service/tab-address.ts";
import type { AppFrame, AppFrameOptions } from "./app-frame.ts";
import type { Desk } from "./desk.ts";
import { element, initials } from "./elements.ts";
import { makeSetupView } from "./setup-view.ts";

/** What the view needs of the page around it. */
export interface PersonViewOptions {
  readonly desk: Desk;
  tabKey(): string;
  surface(): Surface;
  meeting(): Meeting | undefined;
  readonly people: readonly Person[];
  open(surface: Surface): void;
  frameOptions(surface: Surface): Omit<AppFrameOptions, "url">;
}

/** The part under the bar: one page of the app where Teams would show it. */
export interface PersonView {
  readonly element: HTMLElement;
  /** Loads the page anew. */
  rebuild(): Promise<void>;
  /** The meeting's tab was saved, or something came to its stage or left it. */
  tabChanged(): void;
}

function tilesOf(meeting: Meeting | undefined, people: readonly Person[]): HTMLElement {
  const invited = people.filter(({ id }) => meeting?.attendeeIds.includes(id)).slice(0, 9);
  return element(
    "ul",
    { class: "tiles", "aria-label": "People in this meeting" },
    ...invited.map(({ displayName }) =>
      element("li", {}, initials(displayName), element("span", {}, displayName)),
    ),
  );
}

/** Makes the view; nothing is loaded before the first `rebuild`. */
export function makePersonView(options: PersonViewOptions): PersonView {
  const { desk, tabKey, people } = options;
  const call = element(
    "div",
    { class: "call", hidden: true },
    element("p", {}, "This meeting has no tab yet. Say where its decisions are kept."),
    element(
      "button",
      { type: "button", class: "primary", onclick: () => options.open("setup") },
      "Set up this tab",
    ),
  );
  const stagePlace = element("div", { class: "stage-place" });
  const body = element("div", { class: "body" });
  const main = element("main", {}, call, body);
  let shown: AppFrame | undefined;
  let stage: AppFrame | undefined;
  let shownAddress = "";

  const addressOf = (surface: Surface) =>
    pageAddress(surface, desk.tabOf(tabKey()), document.baseURI);

  function place(where: Element, surface: Surface, more: Partial<AppFrameOptions> = {}): AppFrame {
    const url = addressOf(surface);
    return desk.place(where, { ...options.frameOptions(surface), url, ...more });
  }

  function showSetup(): void {
    const setup = makeSetupView(
      () => {
        if (shown) desk.host.send(shown.frame, "settings.save", [{}]);
      },
      () => options.open("prepare"),
    );
    body.replaceChildren(setup.element);
    shown = place(setup.place, "setup", {
      onValidity: setup.setValidity,
      onSaved: (problem) => {
        setup.ended(problem);
        if (problem === undefined) options.open("prepare");
      },
    });
  }

  function showWalk(): void {
    const panel = element("section", { class: "side-panel", "aria-label": "Side panel" });
    const meeting = options.meeting();
    const canvas = element("section", { class: "canvas", "aria-label": "Meeting" }, stagePlace);
    canvas.append(tilesOf(meeting, people));
    body.replaceChildren(canvas, panel);
    panel.append(element("h2", {}, "Quorate"));
    shown = place(panel, "walk");
    showStage();
  }

  /** Beside the side panel stands what somebody shared, if anybody did. */
  function showStage(): void {
    const wanted = options.surface() === "walk" && desk.tabOf(tabKey())?.stage !== undefined;
    if (wanted && !stage) stage = place(stagePlace, "stage");
    if (!wanted) {
      desk.remove(stage);
      stage = undefined;
    }
    stagePlace.parentElement?.toggleAttribute("data-shared", wanted);
  }

  function clear(): void {
    desk.remove(shown);
    desk.remove(stage);
    shown = undefined;
    stage = undefined;
    body.replaceChildren();
  }

  function showCall(): void {
    const isSetUp = desk.tabOf(tabKey())?.contentUrl !== undefined;
    call.hidden = isSetUp || options.surface() === "setup";
  }

  async function rebuild(): Promise<void> {
    clear();
    const key = tabKey();
    const surface = options.surface();
    await desk.refreshTab(key);
    // The reader may have gone on while the server was asked.
    if (key !== tabKey() || surface !== options.surface()) return;
    clear();
    showCall();
    body.dataset["surface"] = surface;
    shownAddress = addressOf(surface);
    if (surface === "setup") showSetup();
    else if (surface === "walk") showWalk();
    else shown = place(body, surface);
  }

  return {
    element: main,
    rebuild,
    tabChanged: () => {
      showCall();
      if (shown && shownAddress !== addressOf(options.surface())) void rebuild();
      else if (shown) showStage();
    },
  };
}
