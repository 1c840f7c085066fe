import { createNestablePublicClientApplication } from "@azure/msal-browser";
import type { SignIn, TokenWish } from "#adapters/graph/token-source.ts";
import type { World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { signInFailure } from "#adapters/graph/sign-in-failure.ts";
import { type TeamsCalls, teamsCalls } from "./teams-calls.ts";
import { within } from "./within.ts";

/** The slice of MSAL that is used, so that tests can stand in for it. */
export interface NestedApp {
  acquireTokenSilent(request: TokenRequest): Promise<AcquiredToken>;
  acquireTokenPopup(request: TokenRequest): Promise<AcquiredToken>;
}

interface TokenRequest {
  readonly scopes: string[];
  readonly claims?: string;
  readonly forceRefresh?: boolean;
}

interface AcquiredToken {
  readonly accessToken: string;
  readonly expiresOn: Date | null;
}

/** What signing in is given. */
export interface SignInNeeds {
  readonly clientId: string;
  readonly authority: string;
  readonly world: Pick<World, "now" | "after">;
  readonly calls?: Pick<TeamsCalls, "hasNestedAuth">;
  /** Whether teams-js has put its bridge in place. */
  readonly hasBridge?: () => boolean;
  readonly openApp?: (clientId: string, authority: string) => Promise<NestedApp>;
}

const openMs = 15_000;
const silentMs = 20_000;
const popupMs = 300_000;
/** A token this close to its end is not used any more. */
const spareMs = 300_000;

/**
 * Nested app authentication: the Teams client signs the person in, and gives this app tokens. Brings
 * MSAL along, so import it only once something is on the screen. Tokens are kept in memory only as long as they are good.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export function openSignIn(needs: SignInNeeds): SignIn {
  const { world } = needs;
  const kept = new Map<string, AcquiredToken>();
  const underWay = new Map<string, Promise<AcquiredToken>>();
  let app: Promise<NestedApp> | undefined;

  const opened = () => {
    app ??= open(needs).catch((failure: unknown) => {
      // The next call may find the client in a better state.
      app = undefined;
      throw failure;
    });
    return app;
  };

  const acquire = async (scopes: readonly string[], wish: TokenWish) => {
    const request = {
      scopes: [...scopes],
      ...(wish.claims !== undefined && { claims: wish.claims }),
      ...(wish.fresh === true && { forceRefresh: true }),
    };
    try {
      // No account is named: MSAL's cache is shared by all frames of a page, ours is the client's.
      const asked = (await opened()).acquireTokenSilent(request);
      return await within(world, silentMs, "a token", asked, "signed-out");
    } catch (cause) {
      throw signInFailure(cause, scopes);
    }
  };

  return {
    async token(scopes, wish = {}) {
      const key = scopes.toSorted().join(" ");
      const isPlain = wish.claims === undefined && wish.fresh !== true;
      const known = kept.get(key);
      if (isPlain && known !== undefined && isGood(known, world.now())) return known.accessToken;
      const asked = (isPlain ? underWay.get(key) : undefined) ?? acquire(scopes, wish);
      underWay.set(key, asked);
      try {
        const token = await asked;
        kept.set(key, token);
        return token.accessToken;
      } finally {
        if (underWay.get(key) === asked) underWay.delete(key);
      }
    },
    async askConsent(scopes) {
      try {
        const asked = (await opened()).acquireTokenPopup({ scopes: [...scopes] });
        const token = await within(world, popupMs, "consent", asked, "signed-out");
        kept.set(scopes.toSorted().join(" "), token);
      } catch (cause) {
        throw signInFailure(cause, scopes);
      }
    },
  };
}

async function open(needs: SignInNeeds): Promise<NestedApp> {
  const { calls = teamsCalls, hasBridge = bridgeIsThere, openApp = openMsal, world } = needs;
  if (!calls.hasNestedAuth()) {
    throw new StoreError("signed-out", "This Teams client cannot sign in to apps; update it");
  }
  // MSAL would silently fall back to a sign-in of its own, which no frame can carry out.
  if (!hasBridge()) {
    throw new StoreError("signed-out", "The Teams client promised a sign-in and has none");
  }
  const asked = openApp(needs.clientId, needs.authority);
  return await within(world, openMs, "the sign-in", asked, "signed-out");
}

function bridgeIsThere(): boolean {
  return "nestedAppAuthBridge" in window && window.nestedAppAuthBridge !== undefined;
}

async function openMsal(clientId: string, authority: string): Promise<NestedApp> {
  return await createNestablePublicClientApplication({
    auth: { clientId, authority },
    // Nothing of a person stays behind in the browser: the client is asked again after a reload.
    cache: { cacheLocation: "memoryStorage" },
  });
}

function isGood(token: AcquiredToken, nowMs: number): boolean {
  return token.expiresOn !== null && token.expiresOn.getTime() - nowMs > spareMs;
}
