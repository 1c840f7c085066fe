import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openListSettings } from "#adapters/sharepoint/rest/list-settings.ts";
import { listAt, openSiteRest } from "#adapters/sharepoint/rest/site-rest.ts";
import type { Place, Site } from "#flows/ports.ts";
import { sharePointService } from "../../../../sandbox/sharepoint-rest/service.ts";
import { ids, startTenant, technologySite } from "../../tenant.ts";

/** The tenant of the other tests, with SharePoint's own REST beside Graph, and both lists made. */
export async function startWithLists() {
  const tenant = startTenant();
  const { world, service } = tenant;
  const asked: string[] = [];
  const sharePoint = sharePointService(service, {
    wait: (ms) => new Promise((resolve) => void world.after(ms, resolve)),
    onTraffic: ({ method, path }) => asked.push(`${method} ${decodeURIComponent(path)}`),
  });
  const decisions = await tenant.listOf("Decisions");
  const events = await tenant.listOf("Decision events");
  const site: Site = await openProvisioning(tenant.graphOf(ids.sofia)).site(technologySite);
  const place: Place = {
    siteId: technologySite,
    decisionsListId: decisions.listId,
    eventsListId: events.listId,
  };
  const optionsOf = (
    personId: string,
    fetch: (request: Request) => Promise<Response> = (request) => sharePoint.handle(request),
  ) => ({ tokens: tenant.tokensOf(personId), clock: world, fetch });
  return {
    ...tenant,
    asked,
    site,
    place,
    sharePoint,
    decisionsAt: listAt(place.decisionsListId),
    eventsAt: listAt(place.eventsListId),
    settingsOf: (personId: string, fetch?: (request: Request) => Promise<Response>) =>
      openListSettings(optionsOf(personId, fetch)),
    /** SharePoint as somebody uses it by hand. */
    byHandAt: (personId: string) => openSiteRest(optionsOf(personId), site),
  };
}
