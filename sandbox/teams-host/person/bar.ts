import { type Choice, choose, chooser, element } from "../page/elements.ts";
import { meetingOf, type PageState, whenOf, type World } from "../page/page-state.ts";
import {
  connectionChoices,
  languageChoices,
  themeChoices,
  troubleChoices,
  withTrouble,
} from "../page/switches.ts";
import type { Troubles } from "../protocol/viewer.ts";
import { type Surface, surfaceFacts, surfaces } from "../service/tab-address.ts";

/** What the bar asks of the page. */
export interface BarActions {
  readonly change: (change: Partial<PageState>) => void;
  /** Where the room of this meeting is. */
  readonly roomAddress: (state: PageState) => string;
  readonly trafficToggle: HTMLButtonElement;
}

/** People of the meeting first: a directory of hundreds is no list to search. */
function personChoices(state: PageState, world: World): readonly Choice[] {
  const invited = meetingOf(state, world)?.roster ?? [];
  const shown =
    invited.length > 0
      ? world.people.filter(({ id }) => invited.includes(id) || id === state.personId)
      : world.people;
  return shown.map(({ id, displayName, department, userType }) => ({
    value: id,
    label: [displayName, userType === "Guest" ? "guest" : department].filter(Boolean).join(" · "),
  }));
}

function surfaceTabs(open: (surface: Surface) => void) {
  const buttons = new Map(
    surfaces.map((surface) => {
      const { label } = surfaceFacts[surface];
      return [surface, element("button", { type: "button", onclick: () => open(surface) }, label)];
    }),
  );
  const bar = element(
    "nav",
    { class: "surfaces", "aria-label": "Pages of the tab" },
    ...buttons.values(),
  );
  return { buttons, element: bar };
}

function troubleFields(first: Troubles, change: BarActions["change"]): HTMLElement {
  // Each list sets its own part: the others must not fall back to what they were at first.
  let troubles = first;
  const set = (part: keyof Troubles, value: string) => {
    troubles = withTrouble(troubles, part, value);
    change({ troubles });
  };
  return element(
    "fieldset",
    {},
    element("legend", {}, "Make something go wrong"),
    ...troubleChoices.map(({ part, label, choices }) =>
      chooser(label, choices, first[part], (value) => set(part, value)),
    ),
  );
}

/** The bar over one person's page. */
export interface Bar {
  readonly element: HTMLElement;
  /** Shows another state without losing the reader's place in the bar. */
  show(state: PageState): void;
}

function moreSwitches(state: PageState, world: World, { change }: BarActions): HTMLElement {
  const meetings = [
    ...world.meetings.map(({ id, subject }) => ({ value: id, label: subject })),
    { value: "none", label: "No meeting (personal tab)" },
  ];
  const sheet = element(
    "details",
    { class: "more" },
    element("summary", {}, "More switches"),
    element(
      "div",
      { class: "sheet" },
      chooser("Meeting", meetings, state.meetingId, (meetingId) => change({ meetingId })),
      chooser("Language", languageChoices, state.language, (language) => change({ language })),
      chooser("Connection", connectionChoices, state.connection, (connection) =>
        change({ connection }),
      ),
      troubleFields(state.troubles, change),
    ),
  );
  closeWhenLeft(sheet);
  return sheet;
}

/** Where there is little room the switches are folded away behind this button. */
function switchesToggle(switches: HTMLElement): HTMLElement {
  const toggle = element(
    "button",
    { type: "button", class: "fold", "aria-expanded": "false", "aria-controls": "switches" },
    "Switches",
  );
  toggle.addEventListener("click", () => {
    const isOpen = switches.toggleAttribute("data-open");
    toggle.setAttribute("aria-expanded", String(isOpen));
  });
  return toggle;
}

/** Closes a sheet when the reader presses Escape or goes on elsewhere. */
function closeWhenLeft(sheet: HTMLDetailsElement): void {
  sheet.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !sheet.open) return;
    sheet.open = false;
    sheet.querySelector("summary")?.focus();
  });
  sheet.addEventListener("focusout", ({ relatedTarget }) => {
    // Without a target the focus is nowhere: a list of choices is open, or the window is away.
    if (relatedTarget instanceof Node && !sheet.contains(relatedTarget)) sheet.open = false;
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !sheet.contains(target)) sheet.open = false;
  });
}

/** Who, where and how: made once, then shown again for each state. */
export function makeBar(first: PageState, world: World, actions: BarActions): Bar {
  const { change, roomAddress, trafficToggle } = actions;
  const title = element("h1");
  const when = element("p", { class: "quiet" });
  const tabs = surfaceTabs((surface) => change({ surface }));
  const person = chooser("Person", [], "", (personId) => change({ personId }));
  const room = element("a", { class: "button" }, "Whole room");
  const theme = chooser("Theme", themeChoices, first.theme, (chosen) =>
    change({ theme: chosen as PageState["theme"] }),
  );

  function show(state: PageState): void {
    const meeting = meetingOf(state, world);
    title.textContent = meeting?.subject ?? "Personal tab";
    when.textContent = meeting ? whenOf(meeting) : "Outside any meeting";
    for (const [surface, tab] of tabs.buttons) {
      if (surface === state.surface) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    room.href = roomAddress(state);
    choose(person, personChoices(state, world), state.personId);
  }

  const more = moreSwitches(first, world, actions);
  const switches = element(
    "div",
    { id: "switches", class: "switches" },
    person,
    theme,
    more,
    trafficToggle,
    room,
  );

  show(first);
  return {
    show,
    element: element(
      "header",
      { class: "bar" },
      element("div", { class: "meeting" }, title, when),
      switchesToggle(switches),
      switches,
      tabs.element,
    ),
  };
}
