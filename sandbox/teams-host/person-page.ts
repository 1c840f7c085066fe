import "./styles/theme.css";
import "./styles/base.css";
import "./styles/bar.css";
import "./person/person.css";
import { openDesk } from "./page/desk.ts";
import { keepFresh } from "./page/keep-fresh.ts";
import { tabKeyOf } from "./page/meeting-tabs.ts";
import { meetingOf, type PageState, queryOf, stateFrom, viewerOf } from "./page/page-state.ts";
import { type Beginning, startPage } from "./page/start.ts";
import { conditionOf, teamsThemes } from "./page/switches.ts";
import { surfaceFacts } from "./service/tab-address.ts";
import { openTraffic } from "./traffic/drawer.ts";
import { makeBar } from "./person/bar.ts";
import { makePersonView } from "./person/person-view.ts";

/** Whatever of the state a page only learns when it loads. */
function loadKey({ personId, meetingId, surface, language, troubles }: PageState): string {
  const { handshake, signIn } = troubles;
  return [personId, meetingId, surface, language, handshake, signIn === "no-bridge"].join();
}

function run(place: Element, { service, world, sessionId }: Beginning): void {
  let state = stateFrom(new URLSearchParams(location.search), world);
  const nameOf = (id: string) => world.people.find((person) => person.id === id)?.displayName ?? id;
  const traffic = openTraffic(document.baseURI, service);
  const tabKey = () => tabKeyOf(meetingOf(state, world)?.id);
  const desk = openDesk(service, {
    tabChanged: (key) => {
      if (key === tabKey()) view.tabChanged();
    },
    unknownCall: traffic.addUnknownCall,
  });

  const view = makePersonView({
    desk,
    tabKey,
    surface: () => state.surface,
    meeting: () => meetingOf(state, world),
    people: world.people,
    open: (surface) => change({ surface }),
    frameOptions: (surface) => ({
      context: surfaceFacts[surface].context,
      label: `Quorate, ${surfaceFacts[surface].label}, as ${nameOf(state.personId)}`,
      viewer: () => viewerOf(state, world, sessionId),
      network: () => conditionOf(state.connection),
    }),
  });

  const bar = makeBar(state, world, {
    change,
    trafficToggle: traffic.toggle,
    roomAddress: ({ meetingId, theme }) =>
      `room?${new URLSearchParams({ meeting: meetingId, theme })}`,
  });

  function change(part: Partial<PageState>): void {
    const before = state;
    state = { ...state, ...part };
    history.replaceState(null, "", `?${queryOf(state)}`);
    document.documentElement.dataset["theme"] = state.theme;
    bar.show(state);
    if (loadKey(before) !== loadKey(state)) void view.rebuild();
    else if (before.theme !== state.theme) {
      for (const { frame } of desk.frames()) {
        desk.host.send(frame, "themeChange", [teamsThemes[state.theme]]);
      }
    }
    if (before.connection !== state.connection) {
      for (const appFrame of desk.frames()) void appFrame.applyNetwork();
    }
  }

  document.documentElement.dataset["theme"] = state.theme;
  place.replaceChildren(bar.element, view.element, traffic.element);
  void view.rebuild();
  keepFresh(() => desk.refreshTab(tabKey()));
}

void startPage(run);
