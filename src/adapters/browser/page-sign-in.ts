import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  type EndSessionRequest,
  type RedirectRequest,
  type SilentRequest,
  createStandardPublicClientApplication,
} from "@azure/msal-browser";
import { signInFailure } from "#adapters/graph/sign-in-failure.ts";
import { type SignIn, scopes as permissions } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";

/** Signing in where no Teams client is around the page. */
export interface PageSignIn extends SignIn {
  /** Who is signed in, by name; undefined where nobody is. Takes up a sign-in that comes back. */
  whoIsHere(): Promise<string | undefined>;
  /** Leaves the page for Microsoft's sign-in, which comes back to it. Only from a click. */
  signIn(): Promise<void>;
  /** Leaves the page to sign out at Microsoft too. */
  signOut(): Promise<void>;
}

/** The slice of MSAL that is used, so that tests can stand in for it. */
export interface PageApp {
  handleRedirectPromise(): Promise<Pick<AuthenticationResult, "account"> | null>;
  getAllAccounts(): readonly AccountInfo[];
  acquireTokenSilent(request: SilentRequest): Promise<Pick<AuthenticationResult, "accessToken">>;
  acquireTokenRedirect(request: RedirectRequest): Promise<void>;
  loginRedirect(request: RedirectRequest): Promise<void>;
  logoutRedirect(request: EndSessionRequest): Promise<void>;
}

/** What signing in on a page is given. */
export interface PageSignInNeeds {
  readonly clientId: string;
  readonly authority: string;
  /** The page's own address without query, as it is registered with the app in Entra. */
  readonly redirectUri: string;
  readonly openApp?: (needs: PageSignInNeeds) => Promise<PageApp>;
}

/**
 * Ordinary sign-in of a single-page app: authorization code with proof key, by leaving the page.
 * Tokens are kept for this browser tab only; hidden frames, which browsers block, are not used.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function openPageSignIn(needs: PageSignInNeeds): PageSignIn {
  let app: Promise<PageApp> | undefined;
  let account: AccountInfo | undefined;
  const opened = () => (app ??= (needs.openApp ?? openMsal)(needs));
  const whileSigning = async <T>(asked: readonly string[], act: (app: PageApp) => Promise<T>) => {
    try {
      return await act(await opened());
    } catch (cause) {
      throw signInFailure(cause, asked);
    }
  };

  return {
    whoIsHere: () =>
      whileSigning([], async (msal) => {
        const returned = await msal.handleRedirectPromise();
        account = returned?.account ?? msal.getAllAccounts()[0];
        return account && (account.name ?? account.username);
      }),
    signIn: () =>
      whileSigning(permissions.profile, (msal) =>
        msal.loginRedirect({ scopes: [...permissions.profile], prompt: "select_account" }),
      ),
    signOut: () =>
      whileSigning([], (msal) =>
        msal.logoutRedirect({
          ...(account !== undefined && { account }),
          postLogoutRedirectUri: needs.redirectUri,
        }),
      ),
    token: (asked, { claims, fresh } = {}) =>
      whileSigning(asked, async (msal) => {
        if (account === undefined) throw new StoreError("signed-out", "Nobody is signed in");
        const { accessToken } = await msal.acquireTokenSilent({
          scopes: [...asked],
          account,
          cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
          ...(claims !== undefined && { claims }),
          ...(fresh === true && { forceRefresh: true }),
        });
        return accessToken;
      }),
    askConsent: (asked) =>
      whileSigning(asked, (msal) =>
        msal.acquireTokenRedirect({
          scopes: [...asked],
          ...(account !== undefined && { account }),
        }),
      ),
  };
}

async function openMsal({ clientId, authority, redirectUri }: PageSignInNeeds): Promise<PageApp> {
  return await createStandardPublicClientApplication({
    auth: {
      clientId,
      authority,
      // The address comes from the deployment's own settings: nobody else need vouch for it.
      knownAuthorities: [new URL(authority).host],
      redirectUri,
    },
  });
}
