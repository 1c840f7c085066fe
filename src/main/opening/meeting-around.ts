import { unnamedOrganizer } from "#adapters/teams/host.ts";
import { type PersonId, toMeetingKey } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Host } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/**
 * The meeting as Teams tells it; without its consent, what the chat alone says. Teams gives the
 * organizer no name, so it is looked up, and left open where it cannot be found out in time.
 */
export async function meetingAround(
  host: Host,
  nameOf: (person: PersonId) => Promise<string | undefined>,
): Promise<MeetingInfo> {
  try {
    const meeting = await host.meeting();
    const { organizer } = meeting;
    if (organizer === undefined || organizer.name !== unnamedOrganizer) return meeting;
    const name = await nameOf(organizer.id);
    return name === undefined ? meeting : { ...meeting, organizer: { ...organizer, name } };
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return { key: toMeetingKey(host.context.chatId ?? ""), subject: "This meeting" };
  }
}
