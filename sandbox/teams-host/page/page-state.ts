import type { Meeting, Person, Troubles, Viewer } from "../protocol/viewer.ts";
import { type Surface, surfaces } from "../service/tab-address.ts";
import {
  conditionOf,
  connections,
  teamsThemes,
  type Theme,
  themes,
  troublesIn,
} from "./switches.ts";

/** What the address and the switches of the host page say. */
export interface PageState {
  readonly personId: string;
  readonly surface: Surface;
  /** `none` is a personal tab, outside any meeting. */
  readonly meetingId: string;
  readonly theme: Theme;
  readonly language: string;
  readonly connection: string;
  readonly troubles: Troubles;
}

/** Everybody and every meeting there is to choose from. */
export interface World {
  readonly people: readonly Person[];
  readonly meetings: readonly Meeting[];
  readonly tenantId: string;
}

function oneOf<Value extends string>(
  values: readonly Value[],
  wanted: string | null,
  fallback: Value,
): Value {
  return values.find((value) => value === wanted) ?? fallback;
}

/** The state an address asks for; whatever it does not name, or names wrongly, is the default. */
export function stateFrom(query: URLSearchParams, world: World): PageState {
  const wanted = query.get("meeting");
  const first = world.meetings.find(({ id }) => id === "forecasting") ?? world.meetings[0];
  const meeting = world.meetings.find(({ id }) => id === wanted) ?? first;
  const person = world.people.find(({ id }) => id === query.get("person"));
  return {
    personId: person?.id ?? meeting?.organizerId ?? world.people[0]?.id ?? "",
    surface: oneOf(surfaces, query.get("surface"), "prepare"),
    meetingId: wanted === "none" ? "none" : (meeting?.id ?? "none"),
    theme: oneOf(themes, query.get("theme"), "light"),
    language: query.get("language") ?? "en-GB",
    connection: oneOf(Object.keys(connections), query.get("connection"), "good"),
    troubles: troublesIn(query),
  };
}

/** The address query that leads back to a state; what is as usual is left out. */
export function queryOf(state: PageState): string {
  const query = new URLSearchParams({
    person: state.personId,
    surface: state.surface,
    meeting: state.meetingId,
  });
  if (state.theme !== "light") query.set("theme", state.theme);
  if (state.language !== "en-GB") query.set("language", state.language);
  if (state.connection !== "good") query.set("connection", state.connection);
  for (const [part, value] of Object.entries(state.troubles)) {
    if (value !== "works") query.set(part, String(value));
  }
  return query.toString();
}

/** The meeting of a state, if it is in one. */
export function meetingOf(state: PageState, world: World): Meeting | undefined {
  return world.meetings.find(({ id }) => id === state.meetingId);
}

/** Who the host tells the app is looking. */
export function viewerOf(
  state: Omit<PageState, "surface">,
  world: World,
  sessionId: string,
): Viewer {
  const person = world.people.find(({ id }) => id === state.personId);
  if (!person) throw new Error(`Nobody in the directory has the id ${state.personId}.`);
  return {
    person,
    meeting: world.meetings.find(({ id }) => id === state.meetingId),
    tenantId: world.tenantId,
    theme: teamsThemes[state.theme],
    language: state.language,
    sessionId,
    offline: conditionOf(state.connection).offline,
    troubles: state.troubles,
  };
}

/** When a meeting is, in the reader's own time; empty when nobody said. */
export function whenOf({ start, end }: Meeting): string {
  const [from, to] = [new Date(start), new Date(end)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return "";
  const day = from.toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  const clock = (moment: Date) =>
    moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${day}, ${clock(from)}–${clock(to)}`;
}
