import { act, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { commonFunctions } from "#domain/table/business-function.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { Drafts, Roster } from "#flows/ports.ts";
import { PrepareSurface, type PrepareSurfaceProps } from "#surfaces/prepare/prepare-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { ana, ben, meetingKey, room } from "../../flows/meeting/room.ts";

export { ana, ben };
const info = { key: meetingKey, subject: "Forecast", organizer: ana };

/** One attendee; a member who has accepted unless said otherwise. */
export function attendee(person: Person, more: Partial<Attendee> = {}): Attendee {
  return {
    person,
    name: person.name,
    kind: "member",
    isOrganizer: false,
    response: "accepted",
    ...more,
  };
}

function draftsInMemory(): Drafts & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => kept.get(key),
    write: (key, text) => void kept.set(key, text),
    clear: (key) => void kept.delete(key),
  };
}

/** A function everybody knows, by its name. */
function functionCalled(name: string) {
  const found = commonFunctions.find((one) => one === name);
  if (found === undefined) throw new Error(`${name} is no common function.`);
  return found;
}

export function seatSet(
  name: string,
  person: Person | undefined,
  duty: "decider" | "member" = "member",
  delegate?: Person,
): DecisionEvent {
  const seat: Seat = {
    id: toSeatId(`seat-${name}`),
    function: functionCalled(name),
    role: "driver",
    duty,
    required: true,
    ...(person !== undefined && { person }),
    ...(delegate !== undefined && { delegate }),
  };
  return { kind: "seat-set", seat };
}

export const opened: DecisionEvent = {
  kind: "decision-opened",
  meeting: info,
  title: "Move forecasting to one model",
};

export const framed: DecisionEvent = {
  kind: "decision-framed",
  frame: {
    title: "Move forecasting to one model",
    context: "Two quarters were off by a fifth.",
    outcome: "Forecast error down 30 % by Q3",
    without: "",
    functions: [functionCalled("Sales"), functionCalled("Finance")],
  },
};

export const needsGroup: DecisionEvent = {
  kind: "gate-answered",
  gate: { signals: ["unknown-risk"] },
};

/** The preparation as Ana sees it, after she has said some things. */
export async function prepare(
  said: readonly DecisionEvent[],
  attendees: readonly Attendee[] | Error = [attendee(ana), attendee(ben)],
  viewer: Person = ana,
  before: (table: ReturnType<typeof room>) => Promise<unknown> = async () => {},
  more: Partial<PrepareSurfaceProps> = {},
) {
  const table = room();
  await before(table);
  const live = await table.enter(ana);
  for (const event of said) live.say(event);
  await table.world.advance(2000);
  const theirs = viewer === ana ? live : await table.enter(viewer);
  const drafts = draftsInMemory();
  const links: string[] = [];
  const roster: Roster = {
    attendees: async () => {
      await Promise.resolve();
      if (attendees instanceof Error) throw attendees;
      return { attendees, missing: [] };
    },
  };
  const props = {
    roster,
    register: table.register,
    drafts,
    meetingInfo: info,
    now: () => table.world.now(),
    newId: () => table.world.newId(),
    openLink: (url: string) => void links.push(url),
    ...more,
  };
  render(
    <LiveRegion>
      <MeetingProvider live={theirs}>
        <PrepareSurface {...props} />
      </MeetingProvider>
    </LiveRegion>,
  );
  const settle = () => act(() => table.world.advance(2000));
  await settle();
  return { ...table, live: theirs, drafts, links, settle, user: userEvent.setup() };
}
