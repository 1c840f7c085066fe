import type { ReactNode } from "react";
import type { Person } from "#domain/table/person.ts";
import type { Drafts, HostContext } from "#flows/ports.ts";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { type Entrance, enter } from "./enter.tsx";
import { readSettings } from "./place.ts";
import { show } from "./show.tsx";
import type { Lists } from "#main/tenant/tenant.ts";

/** What a surface of a meeting is made with. */
export interface AtTheTable extends Entrance {
  readonly me: Person;
  readonly lists: Lists;
  readonly drafts: Drafts;
}

/** Opens a surface that lives one meeting: prepare, walk and stage. */
export async function enterMeeting(
  here: HostContext["surface"],
  surface: (at: AtTheTable) => Promise<ReactNode>,
): Promise<void> {
  await enter(here, async ({ host, tenant }) => {
    const settings = readSettings(location.search);
    const { chatId } = host.context;
    if (chatId === undefined || settings === undefined) {
      const { noMeeting, notSetUp } = await import("./notices.tsx");
      show(chatId === undefined ? noMeeting : notSetUp, host);
      return;
    }
    const lists = tenant.lists(settings.place);
    const announcesArrival = here !== "prepare";
    const announcesReading = here === "prepare";
    const opening = { lists, chatId, announcesArrival, announcesReading };
    const { me, live } = await tenant.openMeeting(opening);
    addEventListener("online", () => live.refresh());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) live.refresh();
    });
    addEventListener("pagehide", (event) => {
      if (event.persisted) return;
      // The stage is the meeting's, the side panel one person's.
      if (here === "walk") live.leave();
      else live.close();
    });
    const content = await surface({ host, tenant, me, lists, drafts: tenant.drafts(me) });
    show(<MeetingProvider live={live}>{content}</MeetingProvider>, host);
  });
}
