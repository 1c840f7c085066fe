import { type Config, readConfig } from "#adapters/browser/config.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { openHost } from "#adapters/teams/host.ts";
import type { Host, HostContext } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { Notice } from "#surfaces/entrance/notice.tsx";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { rightPage } from "./place.ts";
import { show } from "./show.tsx";
import type { Tenant } from "./tenant.ts";

/** What every surface begins with. */
export interface Entrance {
  readonly host: Host;
  readonly config: Config;
  readonly tenant: Tenant;
}

/**
 * Opens a surface: finds the client around the page, sends people to the page their frame is for,
 * and hands over. Whatever keeps the surface from opening is said in a sentence, with what helps.
 */
export async function enter(
  here: HostContext["surface"],
  open: (entrance: Entrance) => Promise<void>,
): Promise<void> {
  // Asked for at once: the skeleton is on the screen already.
  const loading = Promise.all([import("./tenant.ts"), readConfig()]);
  loading.catch(() => undefined);
  let host: Host | undefined;
  let tenant: Tenant | undefined;
  try {
    const opening = await openHost({ world: browserWorld, stageUrl: pageUrl("stage") });
    if (opening.kind === "no-host") {
      location.replace("index.html");
      return;
    }
    host = opening.host;
    const elsewhere = rightPage(here, host.context.surface, location.search);
    if (elsewhere !== undefined) {
      location.replace(elsewhere);
      return;
    }
    if (host.context.isAnonymous) {
      show(<SignedOut />, host);
      return;
    }
    const [{ openTenant }, config] = await loading;
    tenant = openTenant(config);
    await open({ host, config, tenant });
  } catch (failure) {
    show(failureNotice(failure, { again: () => enter(here, open), tenant }), host);
  }
}

/** The address of a page beside this one, with the tab's settings. */
export function pageUrl(page: HostContext["surface"], query = location.search): string {
  const url = new URL(`${page}.html`, location.href);
  url.search = query;
  return url.href;
}

function failureNotice(
  failure: unknown,
  { again, tenant }: { again: () => Promise<void>; tenant: Tenant | undefined },
) {
  if (!(failure instanceof StoreError)) throw failure;
  const { kind, details, message } = failure;
  const detail = [details.code, details.requestId && `Request ${details.requestId}`]
    .filter(Boolean)
    .join(" · ");
  const scopes = details.scopes ?? [];
  if (kind === "consent-needed" && tenant !== undefined && scopes.length > 0) {
    const allow = async (): Promise<void> => {
      await tenant.askConsent(scopes).catch(() => undefined);
      await again();
    };
    return (
      <Notice
        title="Quorate needs your permission"
        action={{ label: "Allow access", act: allow }}
        detail={`Permission asked for: ${scopes.join(", ")}`}
      >
        To open this decision, Quorate reads and writes its lists with your own account. If you
        cannot allow it yourself, ask your Teams administrator.
      </Notice>
    );
  }
  return (
    <Notice
      title="This cannot be opened yet"
      action={{ label: "Try again", act: again }}
      detail={detail || message}
    >
      {adviceFor(failure)}
    </Notice>
  );
}

function SignedOut() {
  return (
    <Notice title="You are here without an account">
      Quorate shows decisions to people who are signed in. Ask the facilitator to write down what
      you say on your behalf, or join the meeting again with your account.
    </Notice>
  );
}
