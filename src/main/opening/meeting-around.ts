import { toMeetingKey } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Host } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** The meeting as Teams tells it; without its consent, what the chat alone says. */
export async function meetingAround(host: Host): Promise<MeetingInfo> {
  try {
    return await host.meeting();
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return { key: toMeetingKey(host.context.chatId ?? ""), subject: "This meeting" };
  }
}
