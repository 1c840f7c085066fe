import { browserWorld } from "#adapters/browser/world.ts";
import { LogSurface } from "#surfaces/log/log-surface.tsx";
import { Notice } from "#surfaces/entrance/notice.tsx";
import { enter } from "./enter.tsx";
import { readSettings } from "./place.ts";
import { show } from "./show.tsx";

void enter("log", async ({ host, tenant }) => {
  const settings = readSettings(location.search);
  if (settings === undefined) {
    show(
      <Notice title="No decisions to show yet">
        This tab does not say where decisions are kept. Open the log from a meeting where Quorate is
        set up.
      </Notice>,
      host,
    );
    return;
  }
  const { log, register } = tenant.lists(settings.place);
  // The log needs nobody's name, but asks who is there: that is where a missing permission shows.
  await tenant.identity.me();
  show(
    <LogSurface
      register={register}
      readDecision={(decision) => log.readDecision(decision)}
      sha256={(text) => browserWorld.sha256(text)}
      openLink={(url) => void host.openLink(url)}
    />,
    host,
  );
});
