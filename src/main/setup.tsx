import { browserWorld } from "#adapters/browser/world.ts";
import { openSetupHost } from "#adapters/teams/setup-host.ts";
import { enter, pageUrl } from "./opening/enter.tsx";
import { readSettings, writeSettings } from "./opening/place.ts";
import { show } from "./opening/show.tsx";

const loading = import("#surfaces/setup/setup-surface.tsx");

void enter("setup", async ({ host, tenant }) => {
  const [{ SetupSurface }, tools] = await Promise.all([loading, tenant.openSetup()]);
  const setupHost = openSetupHost({
    world: browserWorld,
    // Teams opens one address in every frame of a meeting; the side panel is the one in a hurry.
    tabUrl: (settings) => pageUrl("walk", writeSettings(settings)),
  });
  // A tab that is being changed keeps its site unless another is chosen.
  const chosen = readSettings(location.search)?.place.siteId;
  show(
    <SetupSurface
      {...tools}
      host={setupHost}
      recommendedSiteId={chosen ?? tenant.config.siteId}
      isGrantedOnly={tenant.config.consent === "tight"}
      openLink={(url) => void host.openLink(url)}
      askConsent={(scopes) => tenant.askConsent(scopes)}
    />,
    host,
  );
});
