import { openPageHost } from "#adapters/browser/page-host.ts";
import { type PageSignIn, openPageSignIn } from "#adapters/browser/page-sign-in.ts";
import { readConfig } from "#adapters/browser/config.ts";
import type { Host } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { AccountBar } from "#surfaces/entrance/account-bar.tsx";
import { type Tenant, openTenant } from "#main/tenant/tenant.ts";
import type { Entrance } from "./enter.tsx";
import { failureNotice, signInFirst } from "./notices.tsx";
import { keepPlace } from "./place-outside.ts";
import { show } from "./show.tsx";

/** Opens a surface in a plain browser, with Microsoft's ordinary sign-in. */
export async function enterOutside(open: (entrance: Entrance) => Promise<void>): Promise<void> {
  const host = openPageHost();
  let tenant: Tenant | undefined;
  let signIn: PageSignIn | undefined;
  try {
    keepPlace(location, history, sessionStorage);
    const config = await readConfig();
    const { origin, pathname } = location;
    signIn = openPageSignIn({ ...config, redirectUri: `${origin}${pathname}` });
    const name = await signIn.whoIsHere();
    if (name === undefined) {
      show(signInFirst(signIn), host);
      return;
    }
    tenant = openTenant(config, signIn);
    await open({ host, tenant, above: accountBar(name, signIn) });
  } catch (failure) {
    showFailure(failure, { host, tenant, signIn, again: () => enterOutside(open) });
  }
}

function accountBar(name: string, signIn: PageSignIn) {
  return <AccountBar name={name} onSignOut={() => void signIn.signOut()} />;
}

interface Around {
  readonly host: Host;
  readonly tenant: Tenant | undefined;
  readonly signIn: PageSignIn | undefined;
  readonly again: () => Promise<void>;
}

function showFailure(failure: unknown, { host, tenant, signIn, again }: Around): void {
  // A sign-in that ran out is no failure of anybody's: it is done again.
  const isOver = failure instanceof StoreError && failure.kind === "signed-out";
  if (isOver && signIn !== undefined) show(signInFirst(signIn), host);
  else show(failureNotice(failure, { again, tenant }), host);
}
