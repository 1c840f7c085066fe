import { type AccountInfo, PublicClientApplication } from "@azure/msal-node";
import { clouds } from "#adapters/browser/clouds.ts";
import { signInFailure } from "#adapters/graph/sign-in-failure.ts";
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
): Account {
  const authority = `https://${clouds[cloud].login}/${tenantId}`;
  const msal = new PublicClientApplication({ auth: { clientId: signInAs, authority } });
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
        throw signInFailure(failure, scopes);
      }
    },
    silently: (scopes) => renew(scopes).catch(() => undefined),
    tenantId: () => account?.tenantId,
  };
}
