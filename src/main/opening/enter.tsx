import { browserWorld } from "#adapters/browser/world.ts";
import { openHost } from "#adapters/teams/host.ts";
import type { ReactNode } from "react";
import type { Host, HostContext } from "#flows/ports.ts";
import { rightPage } from "./place.ts";
import { show } from "./show.tsx";
import type { Tenant } from "#main/tenant/tenant.ts";

/** What every surface begins with. */
export interface Entrance {
  readonly host: Host;
  readonly tenant: Tenant;
  /** What stands above the surface outside Teams. */
  readonly above?: ReactNode;
}

/**
 * Opens a surface: finds the client around the page, sends people to the page their frame is for,
 * and hands over. Whatever keeps the surface from opening is said in a sentence, with what helps.
 */
export async function enter(
  here: HostContext["surface"],
  open: (entrance: Entrance) => Promise<void>,
): Promise<void> {
  // Asked for at once, with the skeleton on the screen already.
  const loading = loadTenant();
  loading.catch(() => undefined);
  let host: Host | undefined;
  try {
    const opening = await openHost({ world: browserWorld, stageUrl: pageUrl("stage") });
    if (opening.kind === "no-host") {
      if (here === "log")
        await import("./outside.tsx").then((outside) => outside.enterOutside(open));
      else location.replace("index.html");
      return;
    }
    host = opening.host;
    const elsewhere = rightPage(here, host.context, location.search);
    if (elsewhere !== undefined) {
      location.replace(elsewhere);
      return;
    }
    if (host.context.isAnonymous) {
      const { signedOut } = await import("./notices.tsx");
      show(signedOut, host);
      return;
    }
    const tenant = await loading;
    tenant.admit(host.context);
    await open({ host, tenant });
  } catch (failure) {
    const { failureNotice } = await import("./notices.tsx");
    const tenant = await loading.catch(() => undefined);
    show(failureNotice(failure, { again: () => enter(here, open), tenant }), host);
  }
}

/** Side by side: the configuration is small and there before the clients are. */
async function loadTenant(): Promise<Tenant> {
  const [{ openTenant }, config] = await Promise.all([
    import("#main/tenant/tenant.ts"),
    import("#adapters/browser/config.ts").then(({ readConfig }) => readConfig()),
  ]);
  return openTenant(config);
}

/** The address of a page beside this one, with the tab's settings. */
export function pageUrl(page: HostContext["surface"], query = location.search): string {
  const url = new URL(`${page}.html`, location.href);
  url.search = query;
  return url.href;
}
