import type { ReactNode } from "react";
import { openDrafts } from "#adapters/browser/drafts.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { toMeetingKey } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import type { Drafts, HostContext } from "#flows/ports.ts";
import { Notice } from "#surfaces/entrance/notice.tsx";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { type Entrance, enter } from "./enter.tsx";
import { type TabSettings, readSettings } from "./place.ts";
import { show } from "./show.tsx";
import type { Lists } from "./tenant.ts";

/** What a surface of a meeting is made with. */
export interface AtTheTable extends Entrance {
  readonly me: Person;
  readonly lists: Lists;
  readonly drafts: Drafts;
  readonly settings: TabSettings;
}

/** Opens a surface that lives one meeting: prepare, walk and stage. */
export async function enterMeeting(
  here: HostContext["surface"],
  surface: (at: AtTheTable) => ReactNode | Promise<ReactNode>,
): Promise<void> {
  await enter(here, async (entrance) => {
    const { host, tenant } = entrance;
    const { chatId } = host.context;
    if (chatId === undefined) return show(<NoMeeting />, host);
    const settings = readSettings(location.search);
    if (settings === undefined) return show(<NotSetUp />, host);
    const [me, outbox] = await Promise.all([
      tenant.identity.me(),
      import("./tenant.ts").then(({ openOutbox }) => openOutbox()),
    ]);
    const { openLiveMeeting } = await import("./tenant.ts");
    const lists = tenant.lists(settings.place);
    const live = openLiveMeeting({
      log: lists.log,
      register: lists.register,
      outbox,
      world: browserWorld,
      clockOffsetMs: () => tenant.clockOffsetMs(),
      me,
      meeting: toMeetingKey(chatId),
      announcesArrival: here !== "prepare",
      onLookupIds: (ids) => lists.learnLookupIds(ids),
    });
    addEventListener("online", () => live.refresh());
    addEventListener("pagehide", (event) => {
      if (!event.persisted) live.close();
    });
    const content = await surface({ ...entrance, me, lists, settings, drafts: draftsOf(me) });
    show(<MeetingProvider live={live}>{content}</MeetingProvider>, host);
  });
}

/** Two people may use one browser, one after the other: each has drafts of their own. */
export function draftsOf(me: Person): Drafts {
  const drafts = openDrafts();
  const own = (key: string): string => `${me.id}:${key}`;
  return {
    read: (key) => drafts.read(own(key)),
    write: (key, text) => drafts.write(own(key), text),
    clear: (key) => drafts.clear(own(key)),
  };
}

function NoMeeting() {
  return (
    <Notice title="Open Quorate in a meeting">
      There is no meeting chat around this tab. Add Quorate to a scheduled meeting, then open it in
      the meeting's details or in the side panel.
    </Notice>
  );
}

function NotSetUp() {
  return (
    <Notice title="This tab is not set up yet">
      Nobody has chosen where decisions are kept. Ask the organizer to open the tab's settings,
      choose a site and save.
    </Notice>
  );
}
