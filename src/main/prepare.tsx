import { browserWorld } from "#adapters/browser/world.ts";
import { toMeetingKey } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Host } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { PrepareSurface } from "#surfaces/prepare/prepare-surface.tsx";
import { enterMeeting } from "./at-the-table.tsx";

void enterMeeting("prepare", async ({ host, tenant, me, lists, drafts }) => (
  <PrepareSurface
    roster={tenant.roster(host.context, me.id)}
    register={lists.register}
    drafts={drafts}
    meetingInfo={await meetingOf(host)}
    now={() => browserWorld.now()}
    newId={() => browserWorld.newId()}
    openLink={(url) => void host.openLink(url)}
  />
));

/** The meeting as Teams tells it; without its consent, what the chat alone says. */
async function meetingOf(host: Host): Promise<MeetingInfo> {
  try {
    return await host.meeting();
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return { key: toMeetingKey(host.context.chatId ?? ""), subject: "This meeting" };
  }
}
