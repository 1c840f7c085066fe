import "./styles/theme.css";
import "./styles/base.css";
import "./styles/bar.css";
import "./room/room.css";
import type { AppFrame } from "./page/app-frame.ts";
import { type Desk, openDesk } from "./page/desk.ts";
import { element } from "./page/elements.ts";
import { keepFresh } from "./page/keep-fresh.ts";
import { tabKeyOf } from "./page/meeting-tabs.ts";
import { viewerOf } from "./page/page-state.ts";
import { noteOn } from "./page/standing.ts";
import { type Beginning, startPage } from "./page/start.ts";
import { conditionOf, teamsThemes } from "./page/switches.ts";
import { noTroubles, type Person } from "./protocol/viewer.ts";
import { pageAddress, type Surface, surfaceFacts } from "./service/tab-address.ts";
import { openTraffic } from "./traffic/drawer.ts";
import { makeRoomBar } from "./room/room-bar.ts";
import { makeRoomPanels } from "./room/room-panels.ts";
import { makeRoomStage } from "./room/room-stage.ts";
import { roomFrom, roomQueryOf, type RoomState } from "./room/room-state.ts";

/** Frames a page of the app as one person of the room sees it. */
function framer(desk: Desk, { world, sessionId }: Beginning, state: () => RoomState) {
  return ({ id, displayName }: Person, surface: Surface, where: Element): AppFrame => {
    const { context, label } = surfaceFacts[surface];
    const rest = { language: "en-GB", connection: "good", troubles: noTroubles };
    const { meetingId } = state();
    const meeting = world.meetings.find((one) => one.id === meetingId);
    const tab = desk.tabOf(tabKeyOf(meeting?.id));
    return desk.place(where, {
      context,
      label: `Quorate, ${label}, as ${displayName}`,
      url: pageAddress(surface, tab, document.baseURI),
      network: () => conditionOf("good"),
      viewer: () =>
        viewerOf({ ...rest, personId: id, meetingId, theme: state().theme }, world, sessionId),
    });
  };
}

function run(place: Element, beginning: Beginning): void {
  const { service, world } = beginning;
  let state = roomFrom(new URLSearchParams(location.search), world);
  const meeting = world.meetings.find(({ id }) => id === state.meetingId);
  const personOf = (id: string) => world.people.find((person) => person.id === id);
  const tabKey = tabKeyOf(meeting?.id);
  const traffic = openTraffic(document.baseURI, service);
  const { addUnknownCall } = traffic;
  const desk = openDesk(service, { tabChanged: showTab, unknownCall: addUnknownCall });
  const frame = framer(desk, beginning, () => state);
  let walkAddress = "";

  const stage = makeRoomStage({
    open: (where) => {
      const first = personOf(state.personIds[0] ?? meeting?.organizerId ?? "");
      return first && { frame: frame(first, "stage", where), whose: first.displayName };
    },
    close: desk.remove,
  });
  const panels = makeRoomPanels({
    noteOn: (person) => noteOn(person, meeting),
    frame: (person, where) => frame(person, "walk", where),
    close: desk.remove,
    aloneAddress: ({ id }) => {
      const { meetingId, theme } = state;
      return `./?${new URLSearchParams({ person: id, surface: "walk", meeting: meetingId, theme })}`;
    },
    remove: ({ id }) => change({ personIds: state.personIds.filter((other) => other !== id) }),
  });
  const bar = makeRoomBar(state, world, { change, trafficToggle: traffic.toggle });

  function change(part: Partial<RoomState>): void {
    const before = state.theme;
    state = { ...state, ...part };
    history.replaceState(null, "", `?${roomQueryOf(state)}`);
    showState();
    if (before === state.theme) return;
    for (const { frame: shown } of desk.frames()) {
      desk.host.send(shown, "themeChange", [teamsThemes[state.theme]]);
    }
  }

  function showState(): void {
    document.documentElement.dataset["theme"] = state.theme;
    bar.show(state);
    panels.show(state.personIds.map(personOf).filter((person) => person !== undefined));
  }

  function showTab(): void {
    const tab = desk.tabOf(tabKey);
    bar.showCall(tab?.contentUrl === undefined);
    stage.show(tab?.stage?.url, tab?.contentUrl !== undefined);
    const address = pageAddress("walk", tab, document.baseURI);
    // The tab was set up, or moved, while the room was open: every panel starts over.
    if (walkAddress && walkAddress !== address) panels.load(address);
    walkAddress = address;
  }

  async function open(): Promise<void> {
    await desk.refreshTab(tabKey);
    showTab();
    showState();
    keepFresh(() => desk.refreshTab(tabKey));
  }

  document.documentElement.dataset["theme"] = state.theme;
  const main = element("main", {}, bar.call, stage.element, panels.element);
  place.replaceChildren(bar.element, main, traffic.element);
  void open();
}

void startPage(run);
