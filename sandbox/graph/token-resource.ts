import type { Directory } from "../directory/directory.ts";

/** What Graph's tokens are issued for. */
export const GRAPH_RESOURCE = "https://graph.microsoft.com";
/** Asked for by every sign-in library; they open nothing. */
const SIGN_IN_SCOPES = new Set(["openid", "profile", "offline_access", "email"]);

/** What SharePoint's own tokens are issued for: its host. */
export function sharePointResource({ tenant }: Directory): string {
  return `https://${tenant.sharePointHost}`;
}

/**
 * What a token is asked for and with which scopes: Graph's by their bare names, SharePoint's in
 * full. Undefined for scopes of more than one resource, which no token can carry.
 */
export function resolveScopes(
  directory: Directory,
  asked: readonly string[],
  consented: ReadonlySet<string>,
): { readonly resource: string; readonly scopes: readonly string[] } | undefined {
  const sharePoint = sharePointResource(directory);
  const names = asked.filter((scope) => scope !== "" && !SIGN_IN_SCOPES.has(scope.toLowerCase()));
  const own = names.filter((scope) => scope.toLowerCase().startsWith(`${sharePoint}/`));
  if (own.length > 0 && own.length < names.length) return undefined;
  const resource = own.length > 0 ? sharePoint : GRAPH_RESOURCE;
  const scopes = names.flatMap((scope) => {
    const bare = bareScope(resource, scope);
    if (bare !== ".default") return resource === GRAPH_RESOURCE ? bare : `${resource}/${bare}`;
    return consentedOf(resource, consented);
  });
  return { resource, scopes: [...new Set(scopes)] };
}

/** A scope without the resource before it, as a token carries it. */
export function bareScope(resource: string, scope: string): string {
  return scope.toLowerCase().startsWith(`${resource}/`) ? scope.slice(resource.length + 1) : scope;
}

/** Of the scopes consented to, those for one resource. */
export function consentedOf(resource: string, consented: ReadonlySet<string>): string[] {
  const isFull = (scope: string) => scope.startsWith("https://");
  return [...consented].filter((scope) =>
    resource === GRAPH_RESOURCE ? !isFull(scope) : scope.startsWith(`${resource}/`),
  );
}
