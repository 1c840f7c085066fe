import type { AppFrame } from "../page/app-frame.ts";
import { element } from "../page/elements.ts";

/** What the stage needs of the room. */
export interface RoomStageOptions {
  /** Frames the stage's page as somebody of the room; undefined when nobody is there. */
  readonly open: (
    where: Element,
  ) => { readonly frame: AppFrame; readonly whose: string } | undefined;
  readonly close: (frame: AppFrame) => void;
}

/** The stage above the panels. */
export interface RoomStage {
  readonly element: HTMLElement;
  /** Opens, changes or closes the page on the stage; without a tab nothing can be opened. */
  show(sharedUrl: string | undefined, isSetUp: boolean): void;
}

/** Makes the stage: empty until somebody shares, or until the reader opens it. */
export function makeRoomStage({ open, close }: RoomStageOptions): RoomStage {
  const place = element("div", { class: "place" });
  const title = element("h2", {}, "Stage");
  const hint = element("p", { class: "quiet" }, "Nothing is shared yet.");
  const button = element("button", { type: "button" }, "Show the stage");
  let current: AppFrame | undefined;
  let shared: string | undefined;
  let isWanted = false;

  function render(): void {
    const isOpen = isWanted || shared !== undefined;
    if (!isOpen && current) {
      close(current);
      current = undefined;
    }
    if (isOpen && !current) {
      const opened = open(place);
      current = opened?.frame;
      title.textContent = opened ? `Stage, as ${opened.whose} sees it` : "Stage";
    }
    if (!isOpen) title.textContent = "Stage";
    place.hidden = !isOpen;
    hint.textContent = shared ? "Shared with everybody in the meeting." : "Nothing is shared yet.";
    button.textContent = isOpen ? "Hide the stage" : "Show the stage";
    button.setAttribute("aria-expanded", String(isOpen));
    button.hidden = shared !== undefined;
  }

  button.addEventListener("click", () => {
    isWanted = !isWanted;
    render();
  });

  return {
    element: element(
      "section",
      { class: "stage", "aria-label": "Stage" },
      element("header", {}, title, hint, button),
      place,
    ),
    show: (sharedUrl, isSetUp) => {
      if (shared !== sharedUrl && current) {
        close(current);
        current = undefined;
      }
      shared = sharedUrl;
      button.disabled = !isSetUp;
      render();
    },
  };
}
