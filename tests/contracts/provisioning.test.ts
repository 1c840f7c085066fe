import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { ids, startTenant, technologySite } from "../adapters/tenant.ts";
import { provisioningOf, salesSite } from "../flows/provisioning-double.ts";
import { describeProvisioning } from "./provisioning.ts";

describeProvisioning("in memory", () =>
  Promise.resolve({ provisioning: provisioningOf(), site: salesSite, word: "LEADER" }),
);

describeProvisioning("in SharePoint", () => {
  const tenant = startTenant();
  const provisioning = openProvisioning(tenant.graphOf(ids.sofia));
  const site = {
    id: technologySite,
    name: "Technology decisions",
    webUrl: "https://sandbox.example/sandbox/sites/technology-decisions",
  };
  return Promise.resolve({
    site,
    word: "TECHNO",
    provisioning: {
      ...provisioning,
      makeReady: (siteId, list) => tenant.world.until(provisioning.makeReady(siteId, list)),
    },
  });
});
