import { startWithLists } from "../adapters/sharepoint/rest/rest-tenant.ts";
import { ids } from "../adapters/tenant.ts";
import { settingsOf } from "../flows/list-settings-double.ts";
import { salesSite } from "../flows/provisioning-double.ts";
import { describeListSettings } from "./list-settings.ts";

describeListSettings("in memory", () =>
  Promise.resolve({
    settings: settingsOf(),
    site: salesSite,
    place: { siteId: salesSite.id, decisionsListId: "decisions", eventsListId: "events" },
  }),
);

describeListSettings("in SharePoint", async () => {
  const { settingsOf: open, site, place, world } = await startWithLists();
  const settings = open(ids.sofia);
  return {
    site,
    place,
    settings: {
      script: settings.script,
      inspect: (...asked) => world.until(settings.inspect(...asked)),
      apply: (...asked) => world.until(settings.apply(...asked)),
    },
  };
});
