import { choose, chooser, element } from "../page/elements.ts";
import { whenOf, type World } from "../page/page-state.ts";
import { themeChoices } from "../page/switches.ts";
import { peopleOf, type RoomState } from "./room-state.ts";

/** What the room's bar asks of the page. */
export interface RoomBarActions {
  readonly change: (change: Partial<RoomState>) => void;
  readonly trafficToggle: HTMLButtonElement;
}

/** The bar over the room, and the line that leads to setup while there is no tab. */
export interface RoomBar {
  readonly element: HTMLElement;
  readonly call: HTMLElement;
  show(state: RoomState): void;
  showCall(isMissing: boolean): void;
}

/** Makes the room's bar. */
export function makeRoomBar(first: RoomState, world: World, actions: RoomBarActions): RoomBar {
  const { change, trafficToggle } = actions;
  const meeting = world.meetings.find(({ id }) => id === first.meetingId);
  const meetings = world.meetings.map(({ id, subject }) => ({ value: id, label: subject }));
  const others = chooser("Add somebody", [], "", (id) => {
    if (id) change({ personIds: [...now.personIds, id] });
  });
  const alone = element("a", { class: "button" }, "One person");
  let now = first;

  function show(state: RoomState): void {
    now = state;
    const absent = peopleOf(meeting, world).filter(({ id }) => !state.personIds.includes(id));
    choose(
      others,
      [
        { value: "", label: absent.length > 0 ? "Choose a person…" : "Everybody is here" },
        ...absent.map(({ id, displayName }) => ({ value: id, label: displayName })),
      ],
      "",
    );
    alone.href = `./?${new URLSearchParams({ meeting: state.meetingId, theme: state.theme })}`;
  }

  const call = element(
    "div",
    { class: "call", hidden: true },
    element("p", {}, "This meeting has no tab yet. Say where its decisions are kept."),
    element(
      "a",
      {
        class: "button primary",
        href: `./?${new URLSearchParams({ surface: "setup", meeting: first.meetingId })}`,
      },
      "Set up this tab",
    ),
  );

  show(first);
  return {
    call,
    show,
    showCall: (isMissing) => {
      call.hidden = !isMissing;
    },
    element: element(
      "header",
      { class: "bar" },
      element(
        "div",
        { class: "meeting" },
        element("h1", {}, meeting?.subject ?? "Room"),
        element("p", { class: "quiet" }, meeting ? whenOf(meeting) : ""),
      ),
      element(
        "div",
        { class: "switches" },
        chooser("Meeting", meetings, first.meetingId, (meetingId) => {
          // Another meeting has other people: the address must not name those of this one.
          location.search = String(new URLSearchParams({ meeting: meetingId, theme: now.theme }));
        }),
        others,
        chooser("Theme", themeChoices, first.theme, (theme) =>
          change({ theme: theme as RoomState["theme"] }),
        ),
        trafficToggle,
        alone,
      ),
    ),
  };
}
