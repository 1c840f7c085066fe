import type { AppFrame } from "../page/app-frame.ts";
import { element } from "../page/elements.ts";
import type { Person } from "../protocol/viewer.ts";
import { makeRoomPanel } from "./room-panel.ts";

/** How the row of panels reaches the rest of the room. */
export interface RoomPanelsOptions {
  /** What to say under a name. */
  readonly noteOn: (person: Person) => string;
  readonly frame: (person: Person, where: Element) => AppFrame;
  readonly close: (frame: AppFrame) => void;
  readonly aloneAddress: (person: Person) => string;
  readonly remove: (person: Person) => void;
}

/** Everybody's side panels in a row. */
export interface RoomPanels {
  readonly element: HTMLElement;
  /** Opens panels for who is new and closes those of who left; the others keep running. */
  readonly show: (people: readonly Person[]) => void;
  /** Loads another address in every panel. */
  readonly load: (url: string) => void;
}

/** Makes the row, empty at first. */
export function makeRoomPanels(options: RoomPanelsOptions): RoomPanels {
  const row = element("div", { class: "panels" });
  const panels = new Map<string, { readonly panel: HTMLElement; readonly frame: AppFrame }>();

  function open(person: Person): void {
    const { element: panel, place } = makeRoomPanel(
      person,
      options.noteOn(person),
      options.aloneAddress(person),
      () => options.remove(person),
    );
    row.append(panel);
    panels.set(person.id, { panel, frame: options.frame(person, place) });
  }

  return {
    element: row,
    load: (url) => {
      for (const { frame } of panels.values()) frame.load(url);
    },
    show: (people) => {
      for (const [id, { panel, frame }] of panels) {
        if (people.some((person) => person.id === id)) continue;
        options.close(frame);
        panel.remove();
        panels.delete(id);
      }
      for (const person of people) if (!panels.has(person.id)) open(person);
    },
  };
}
