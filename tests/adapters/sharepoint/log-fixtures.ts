import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { ids, startTenant } from "../tenant.ts";

/** A tenant whose site has the list of events, and its log as one person uses it. */
export async function startLog(
  options: Parameters<typeof startTenant>[0] = {},
  personId: string = ids.kwame,
) {
  const tenant = startTenant(options);
  const list = await tenant.listOf("Decision events");
  const once = { patience: { longestWaitSeconds: 0, tries: 1 } };
  return {
    ...tenant,
    list,
    items: `${listPath(list)}/items`,
    log: openEventList(tenant.graphOf(personId), list),
    /** The same list by a client that never tries again by itself. */
    hasty: openEventList(tenant.graphOf(personId, once), list),
  };
}
