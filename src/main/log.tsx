import { browserWorld } from "#adapters/browser/world.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { enter } from "./opening/enter.tsx";
import { placeOf } from "./opening/place-outside.ts";
import { readSettings } from "./opening/place.ts";
import { show } from "./opening/show.tsx";

const loading = import("#surfaces/log/log-surface.tsx");

void enter("log", async ({ host, tenant, above }) => {
  const place = readSettings(location.search)?.place ?? placeOf(tenant.config);
  if (place === undefined) {
    const { noPlace } = await import("./opening/notices.tsx");
    show(
      <>
        {above}
        {noPlace}
      </>,
      host,
    );
    return;
  }
  const [{ LogSurface }, sharing] = await Promise.all([loading, tenant.sharing()]);
  const lists = tenant.lists(place);
  // One function for as long as the page stands: another one would open the decision anew.
  const openDecision = (kept: KeptDecision) => tenant.openDecision(lists, kept);
  show(
    <>
      {above}
      <LogSurface
        register={lists.register}
        openDecision={openDecision}
        sharing={sharing}
        sha256={(text) => browserWorld.sha256(text)}
        now={() => browserWorld.now()}
        openLink={(url) => void host.openLink(url)}
      />
    </>,
    host,
  );
});
