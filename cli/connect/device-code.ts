import {
  type AccountInfo,
  type INetworkModule,
  type NetworkRequestOptions,
  PublicClientApplication,
} from "@azure/msal-node";
import { clouds } from "#adapters/browser/clouds.ts";
import { signInFailure } from "#adapters/graph/sign-in-failure.ts";
import { StoreError } from "#flows/store-error.ts";
import type { Settings } from "../settings.ts";
import type { Account } from "./connection.ts";

/**
 * Signs in on a page of Microsoft's, opened wherever the person likes, with a code shown here. The
 * first code asks for everything that is going to be needed; another only where another service
 * wants a consent of its own. Tokens stay in memory and end with the process.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function signInByDeviceCode(
  { cloud, tenantId = "organizations", signInAs }: Settings,
  wanted: readonly string[],
  note: (line: string) => void,
  fetch: (request: Request) => Promise<Response>,
): Account {
  let refusal = "";
  const authority = `https://${clouds[cloud].login}/${tenantId}`;
  const msal = new PublicClientApplication({
    auth: { clientId: signInAs, authority },
    system: { networkClient: networkOver(fetch, (words) => (refusal = words)) },
  });
  let account: AccountInfo | undefined;

  const ask = async (scopes: readonly string[]) => {
    const answer = await msal.acquireTokenByDeviceCode({
      scopes: [...scopes],
      deviceCodeCallback: ({ message }) => note(message),
    });
    account = answer?.account ?? account;
    return answer?.accessToken ?? "";
  };
  const renew = async (scopes: readonly string[], more = {}) => {
    if (account === undefined) return undefined;
    const wish = { account, scopes: [...scopes], ...more };
    return (await msal.acquireTokenSilent(wish)).accessToken;
  };

  return {
    async token(scopes, wish = {}) {
      try {
        if (account === undefined) {
          const forGraph = scopes.every((scope) => !scope.includes("/"));
          return await ask(forGraph ? [...new Set([...wanted, ...scopes])] : scopes);
        }
        const more = {
          forceRefresh: wish.fresh === true,
          ...(wish.claims !== undefined && { claims: wish.claims }),
        };
        return (await renew(scopes, more).catch(() => undefined)) ?? (await ask(scopes));
      } catch (failure) {
        throw withWords(failure, refusal, scopes);
      }
    },
    silently: (scopes) => renew(scopes).catch(() => undefined),
    tenantId: () => account?.tenantId,
  };
}

/** MSAL keeps what the sign-in said to itself; whoever has to mend it needs its number. */
function withWords(cause: unknown, refusal: string, scopes: readonly string[]): StoreError {
  if (cause instanceof StoreError) return cause;
  if (refusal === "" || !(cause instanceof Error)) return signInFailure(cause, scopes);
  const { kind, details } = signInFailure({ name: cause.name, message: refusal }, scopes);
  return new StoreError(kind, refusal.split(/\s*(?:Trace ID|\r?\n)/u)[0] ?? refusal, {
    ...details,
    cause,
  });
}

/** MSAL's requests over the same network as all the others. */
function networkOver(
  fetch: (request: Request) => Promise<Response>,
  onRefusal: (words: string) => void,
): INetworkModule {
  const send = async (method: string, url: string, options: NetworkRequestOptions = {}) => {
    const { headers = {}, body } = options;
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await fetch(new Request(url, init));
    const text = await response.text();
    const said = answerIn(text, new URL(url).hostname);
    onRefusal(response.ok ? "" : (said.error_description ?? ""));
    return {
      headers: Object.fromEntries(response.headers),
      body: said as never,
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

/** Something between here and Microsoft may answer in its place, with a page. */
function answerIn(text: string, host: string): { readonly error_description?: string } {
  try {
    return JSON.parse(text) as { readonly error_description?: string };
  } catch (cause) {
    throw new StoreError("no-answer", `${host} answered with a page: is there a proxy?`, { cause });
  }
}
