import "../styles/host.css";
import "../styles/room.css";
import type { Person } from "../protocol/viewer.ts";
import { noTroubles } from "../protocol/viewer.ts";
import { pageAddress, type Surface, surfaceFacts } from "../service/tab-address.ts";
import type { AppFrame } from "./app-frame.ts";
import { openDesk, tabKeyOf } from "./desk.ts";
import { element } from "./elements.ts";
import { keepFresh } from "./keep-fresh.ts";
import { viewerOf } from "./page-state.ts";
import { makeRoomBar } from "./room-bar.ts";
import { makeRoomPanel } from "./room-panel.ts";
import { makeRoomStage } from "./room-stage.ts";
import { roomFrom, roomQueryOf, type RoomState } from "./room-state.ts";
import { type Beginning, startPage } from "./start.ts";
import { conditionOf, teamsThemes } from "./switches.ts";
import { openTraffic } from "./traffic.ts";

interface OpenPanel {
  readonly element: HTMLElement;
  readonly frame: AppFrame;
}

function run(place: Element, { service, world, sessionId }: Beginning): void {
  let state = roomFrom(new URLSearchParams(location.search), world);
  const meeting = world.meetings.find(({ id }) => id === state.meetingId);
  const personOf = (id: string) => world.people.find((person) => person.id === id);
  const tabKey = tabKeyOf(meeting?.id);
  const traffic = openTraffic(document.baseURI, (id) => personOf(id)?.displayName ?? id);
  const panels = new Map<string, OpenPanel>();
  const row = element("div", { class: "panels" });
  const desk = openDesk(service, { tabChanged: showTab, unknownCall: traffic.addUnknownCall });
  let openedWith = "";

  const addressOf = (surface: Surface) =>
    pageAddress(surface, desk.tabOf(tabKey), document.baseURI);

  function placeFor({ id, displayName }: Person, surface: Surface, where: Element): AppFrame {
    const { context, label } = surfaceFacts[surface];
    const language = "en-GB";
    const viewed = { personId: id, meetingId: state.meetingId, language, connection: "good" };
    return desk.place(where, {
      context,
      label: `Quorate, ${label}, as ${displayName}`,
      url: addressOf(surface),
      network: () => conditionOf("good"),
      viewer: () =>
        viewerOf({ ...viewed, theme: state.theme, troubles: noTroubles }, world, sessionId),
    });
  }

  const stage = makeRoomStage({
    open: (where) => {
      const first = personOf(state.personIds[0] ?? meeting?.organizerId ?? "");
      return first && { frame: placeFor(first, "stage", where), whose: first.displayName };
    },
    close: desk.remove,
  });

  function openPanel(person: Person): void {
    const query = new URLSearchParams({
      person: person.id,
      surface: "walk",
      meeting: state.meetingId,
      theme: state.theme,
    });
    const isOrganizer = person.id === meeting?.organizerId;
    const panel = makeRoomPanel(person, isOrganizer, `./?${query}`, () =>
      change({ personIds: state.personIds.filter((id) => id !== person.id) }),
    );
    row.append(panel.element);
    const frame = placeFor(person, "walk", panel.place);
    panels.set(person.id, { element: panel.element, frame });
  }

  function closePanel(id: string, { element: panel, frame }: OpenPanel): void {
    desk.remove(frame);
    panel.remove();
    panels.delete(id);
  }

  const bar = makeRoomBar(state, world, { change, trafficToggle: traffic.toggle });

  function change(part: Partial<RoomState>): void {
    const before = state;
    state = { ...state, ...part };
    history.replaceState(null, "", `?${roomQueryOf(state)}`);
    showState();
    if (before.theme === state.theme) return;
    for (const { frame } of desk.frames()) {
      desk.host.send(frame, "themeChange", [teamsThemes[state.theme]]);
    }
  }

  function showState(): void {
    document.documentElement.dataset["theme"] = state.theme;
    bar.show(state);
    for (const [id, panel] of panels) {
      if (!state.personIds.includes(id)) closePanel(id, panel);
    }
    for (const person of state.personIds.map(personOf)) {
      if (person && !panels.has(person.id)) openPanel(person);
    }
  }

  function showTab(): void {
    const tab = desk.tabOf(tabKey);
    bar.showCall(tab?.contentUrl === undefined);
    stage.show(tab?.stage?.url, tab?.contentUrl !== undefined);
    // The tab was set up, or moved, while the room was open: every panel starts over.
    if (openedWith !== addressOf("walk")) {
      openedWith = addressOf("walk");
      for (const { frame } of panels.values()) frame.load(openedWith);
    }
  }

  place.replaceChildren(
    bar.element,
    element("main", {}, bar.call, stage.element, row),
    traffic.element,
  );
  void desk.refreshTab(tabKey).then(() => {
    openedWith = addressOf("walk");
    showTab();
    showState();
    keepFresh(() => desk.refreshTab(tabKey));
  });
}

void startPage(run);
