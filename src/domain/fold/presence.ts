import type { PersonId } from "#domain/ids.ts";
import type { Meeting, Presence } from "#domain/meeting-state.ts";
import type { Act } from "#domain/rights/people.ts";

/** The meeting with one more person in it; who is there already stays as first seen. */
export function arrived(meeting: Meeting, presence: Presence): Meeting {
  if (meeting.presence.has(presence.person.id)) return meeting;
  return {
    ...meeting,
    presence: new Map(meeting.presence).set(presence.person.id, presence),
  };
}

/** The meeting without this person. */
export function left(meeting: Meeting, person: PersonId): Meeting {
  const presence = new Map(meeting.presence);
  presence.delete(person);
  return { ...meeting, presence };
}

/** Whoever says something at the table is at the table, and a facilitator who speaks is not gone. */
export function heard(meeting: Meeting, { by, atMs, event }: Act): Meeting {
  if (meeting.status !== "in-session" || event.kind === "person-left") return meeting;
  const here = arrived(meeting, { person: by, how: "opened-the-tab", sinceMs: atMs });
  if (here.facilitator?.person.id !== by.id || here.facilitator.lastSaidAtMs === atMs) return here;
  return { ...here, facilitator: { person: here.facilitator.person, lastSaidAtMs: atMs } };
}
