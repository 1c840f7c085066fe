import { browserWorld } from "#adapters/browser/world.ts";
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
  const { LogSurface } = await loading;
  const { log, register } = tenant.lists(place);
  show(
    <>
      {above}
      <LogSurface
        register={register}
        readDecision={(decision) => log.readDecision(decision)}
        sha256={(text) => browserWorld.sha256(text)}
        now={() => browserWorld.now()}
        openLink={(url) => void host.openLink(url)}
      />
    </>,
    host,
  );
});
