import { toMeetingKey } from "#domain/ids.ts";
import { type Tenant, ids, startTenant } from "../../tenant.ts";

/** A tenant in which Sofia has allowed what is shared with. */
export function sharingTenant(options: Parameters<typeof startTenant>[0] = {}) {
  const tenant = startTenant(options);
  const scopes = ["ChatMessage.Send", "Tasks.ReadWrite"];
  for (const personId of [ids.sofia, ids.adaeze]) {
    tenant.service.world.record({ fact: "scopes-consented", personId, scopes });
  }
  return tenant;
}

/** The chat of the forecasting meeting. */
export function chatOf({ directory }: Tenant) {
  return toMeetingKey(directory.meetings.get("forecasting")!.chatId);
}

/** The requests that change something. */
export function writes({ requests }: Tenant): readonly string[] {
  return requests.filter((one) => !one.startsWith("GET "));
}
