import type { AppFrame } from "../page/app-frame.ts";
import { element, initials } from "../page/elements.ts";
import { noteOn } from "../page/standing.ts";
import type { Meeting, Person } from "../protocol/viewer.ts";

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

function tileOf(person: Person, meeting: Meeting | undefined): HTMLElement {
  return element(
    "li",
    {},
    initials(person.displayName),
    element("span", {}, person.displayName),
    element("span", { class: "quiet" }, noteOn(person, meeting)),
  );
}

/** Makes the canvas; at first it shows who is in the meeting. */
export function makeMeetingCanvas(
  meeting: Meeting | undefined,
  people: readonly Person[],
  { open, close }: StageFraming,
): MeetingCanvas {
  const present = people.filter(({ id }) => meeting?.roster.includes(id));
  const more = present.length - tilesAtMost;
  const tiles = element(
    "ul",
    { class: "tiles", "aria-label": "People in this meeting" },
    ...present.slice(0, tilesAtMost).map((person) => tileOf(person, meeting)),
    more > 0 && element("li", {}, element("span", {}, `and ${more} more`)),
  );
  const place = element("div", { class: "stage-place", hidden: true });
  const canvas = element("section", { class: "canvas", "aria-label": "Meeting" }, place, tiles);
  let stage: AppFrame | undefined;
  let shown: string | undefined;
  return {
    element: canvas,
    showStage: (sharedUrl) => {
      // A small window has no room for it: a page nobody can see would only ask Graph in vain.
      const wanted = canvas.checkVisibility() ? sharedUrl : undefined;
      if (wanted === shown) return;
      shown = wanted;
      if (stage) close(stage);
      place.hidden = shown === undefined;
      tiles.hidden = shown !== undefined;
      stage = shown === undefined ? undefined : open(place);
    },
  };
}
