import { type PageState, stateFrom, type World } from "../page/page-state.ts";
import { standingOf } from "../page/standing.ts";
import type { Meeting, Person } from "../protocol/viewer.ts";

/** What the address and the switches of the room say. */
export interface RoomState extends Pick<PageState, "meetingId" | "theme"> {
  /** Whose panels are open, in order. */
  readonly personIds: readonly string[];
}

const panelsAtFirst = 5;

/**
 * Everybody in the meeting's chat: the organizer, then those who may write to its site, since they
 * can do the whole meeting; guests after members, and whoever declined last.
 */
export function peopleOf(meeting: Meeting | undefined, world: World): readonly Person[] {
  const rankOf = (person: Person) => {
    const standing = standingOf(person, meeting);
    if (standing) return standing === "organizer" ? 0 : 4;
    const canWrite = meeting !== undefined && person.writesTo.includes(meeting.siteId);
    return (canWrite ? 1 : 2) + (person.userType === "Guest" ? 1 : 0);
  };
  const roster = meeting?.roster ?? [];
  return roster
    .map((id) => world.people.find((person) => person.id === id))
    .filter((person) => person !== undefined)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The room an address asks for; without `people` the organizer and four who can answer. */
export function roomFrom(query: URLSearchParams, world: World): RoomState {
  const { meetingId, theme } = stateFrom(query, world);
  const meeting = world.meetings.find(({ id }) => id === meetingId);
  const named = query.get("people")?.split(",") ?? [];
  const known = named.filter((id) => world.people.some((person) => person.id === id));
  const usual = peopleOf(meeting, world).slice(0, panelsAtFirst);
  return { meetingId, theme, personIds: query.has("people") ? known : usual.map(({ id }) => id) };
}

/** The address query that leads back to a room. */
export function roomQueryOf({ meetingId, theme, personIds }: RoomState): string {
  const query = new URLSearchParams({ meeting: meetingId, people: personIds.join(",") });
  if (theme !== "light") query.set("theme", theme);
  return query.toString();
}
