import type { Meeting, Person } from "../protocol/viewer.ts";
import type { AppFrame } from "./app-frame.ts";
import { element, initials } from "./elements.ts";
import { standingOf } from "./room-state.ts";

/** The meeting beside a side panel: its people, or what somebody shared to the stage. */
export interface MeetingCanvas {
  readonly element: HTMLElement;
  /** Opens what is shared, follows it to another page, or takes it away (undefined). */
  readonly showStage: (sharedUrl: string | undefined) => void;
}

/** How the canvas frames the stage's page. */
export interface StageFraming {
  readonly open: (where: Element) => AppFrame;
  readonly close: (frame: AppFrame) => void;
}

const tilesAtMost = 9;

/** Makes the canvas; at first it shows who is in the meeting. */
export function makeMeetingCanvas(
  meeting: Meeting | undefined,
  people: readonly Person[],
  { open, close }: StageFraming,
): MeetingCanvas {
  const invited = people.filter(({ id }) => meeting?.roster.includes(id));
  const tiles = element(
    "ul",
    { class: "tiles", "aria-label": "People in this meeting" },
    ...invited
      .slice(0, tilesAtMost)
      .map((person) =>
        element(
          "li",
          {},
          initials(person.displayName),
          element("span", {}, person.displayName),
          element(
            "span",
            { class: "quiet" },
            standingOf(person, meeting) || (person.department ?? "Guest"),
          ),
        ),
      ),
  );
  const place = element("div", { class: "stage-place", hidden: true });
  let stage: AppFrame | undefined;
  let shared: string | undefined;
  return {
    element: element("section", { class: "canvas", "aria-label": "Meeting" }, place, tiles),
    showStage: (sharedUrl) => {
      if (sharedUrl === shared) return;
      shared = sharedUrl;
      if (stage) close(stage);
      place.hidden = shared === undefined;
      tiles.hidden = shared !== undefined;
      stage = shared === undefined ? undefined : open(place);
    },
  };
}
