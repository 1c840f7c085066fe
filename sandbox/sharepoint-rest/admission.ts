import type { Site } from "../directory/directory.ts";
import type { World } from "../graph/call.ts";
import { grantedRole, SELECTED_SCOPE } from "../graph/selected/site-grants.ts";
import { sharePointResource } from "../graph/token-resource.ts";
import { readToken } from "../graph/tokens.ts";
import type { RestRoute } from "./call.ts";
import { forbidden, RestError } from "./errors.ts";

/** Scopes of SharePoint's own that let a token read lists, or manage them. */
const SCOPES: Readonly<Record<RestRoute["needs"], readonly string[]>> = {
  read: ["AllSites.Read", "AllSites.Write", "AllSites.Manage", "AllSites.FullControl"],
  manage: ["AllSites.Manage", "AllSites.FullControl"],
};

/** Who asks SharePoint, and with which scopes: a token for Graph is none for SharePoint. */
export function readRestToken(world: World, headers: Headers) {
  return readToken(world, headers, sharePointResource(world.directory));
}

/**
 * The site at the beginning of an address.
 * The sandbox's own pages are below /sandbox, behind a proxy deeper still: that is let pass too.
 *
 * @throws RestError 404 where there is none.
 */
export function siteAt({ directory }: World, path: string): Site {
  const wanted = path.replaceAll(/^\/+|\/+$/g, "").toLowerCase();
  const found = directory.sites.find(
    (site) => wanted === site.path || wanted.endsWith(`sandbox/${site.path}`),
  );
  if (!found) throw new RestError(404, "-1, System.IO.FileNotFoundException", "404 FILE NOT FOUND");
  return found;
}

/**
 * Lets in whom both their role in the site and their token allow it; under `Sites.Selected` what
 * the app was granted on the site takes the place of a wider scope. Making views and formatting
 * takes the right to manage lists, here an owner's.
 *
 * @throws RestError 403 in SharePoint's words; it does not say which of both was missing.
 */
export function admit(
  { directory, state }: World,
  site: Site,
  { caller, scopes, appId }: ReturnType<typeof readRestToken>,
  needs: RestRoute["needs"],
): void {
  const role = directory.roleIn(site, caller);
  if (!role || (needs === "manage" && role !== "owner")) forbidden();
  if (SCOPES[needs].some((scope) => scopes.has(scope))) return;
  const granted = scopes.has(SELECTED_SCOPE) ? grantedRole(state, site.id, appId) : undefined;
  if (!granted || (needs === "manage" && granted !== "owner")) forbidden();
}
