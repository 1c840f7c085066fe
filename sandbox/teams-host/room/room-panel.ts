import { element, initials } from "../page/elements.ts";
import type { Person } from "../protocol/viewer.ts";

/** One person's side panel in the room: whose it is, and the place for the app. */
export interface RoomPanel {
  readonly element: HTMLElement;
  readonly place: HTMLElement;
}

/** Makes the panel; `note` stands under the name, `aloneAddress` leads to their own page. */
export function makeRoomPanel(
  person: Person,
  note: string,
  aloneAddress: string,
  onRemove: () => void,
): RoomPanel {
  const place = element("div", { class: "place" });
  const panel = element(
    "section",
    { class: "panel", "aria-label": `Side panel of ${person.displayName}` },
    element(
      "header",
      {},
      initials(person.displayName),
      element(
        "div",
        { class: "whose" },
        element("h2", {}, person.displayName),
        element("p", { class: "quiet" }, note),
      ),
      element(
        "a",
        {
          href: aloneAddress,
          class: "subtle",
          "aria-label": `Open ${person.displayName}'s own page`,
        },
        "↗",
      ),
      element(
        "button",
        {
          type: "button",
          class: "subtle",
          "aria-label": `Remove ${person.displayName}'s panel`,
          onclick: onRemove,
        },
        "✕",
      ),
    ),
    place,
  );
  return { element: panel, place };
}
