import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { sitePath } from "#adapters/sharepoint/list-items.ts";
import type { Site } from "#flows/ports.ts";
import { isKind, sentenceAbout } from "../sentences.ts";
import type { Step } from "../steps.ts";

/** What an app may be granted on a site. */
export const grantRoles = ["read", "write", "owner", "fullcontrol"] as const;
export type GrantRole = (typeof grantRoles)[number];

const Identity = v.object({
  application: v.nullish(v.object({ id: v.nullish(v.string()) })),
});
const Permission = v.object({
  id: v.string(),
  roles: v.nullish(v.array(v.string())),
  grantedToIdentitiesV2: v.nullish(v.array(Identity)),
  grantedToIdentities: v.nullish(v.array(Identity)),
});

/** What granting takes; besides, the person administers SharePoint. */
export const grantScopes = ["Sites.FullControl.All"];

/**
 * Grants the app a role on one site, which is all that `Sites.Selected` then reaches.
 *
 * @see https://learn.microsoft.com/graph/permissions-selected-overview
 */
export async function keepSiteGrant(
  graph: Graph,
  site: Site,
  { appId, role }: { readonly appId: string; readonly role: GrantRole },
  isDry: boolean,
): Promise<Step> {
  const what = `Grant on ${site.name} to the app ${appId}`;
  try {
    const kept = await findGrant(graph, site, appId);
    if (kept?.roles?.includes(role)) return { state: "ready", what, detail: role };
    if (isDry) return { state: "planned", what, detail: role };
    await writeGrant(graph, site, kept?.id, { appId, role });
    return { state: kept === undefined ? "made" : "repaired", what, detail: role };
  } catch (failure) {
    if (!isKind(failure, "forbidden", "consent-needed")) throw failure;
    return {
      state: "needs-you",
      what,
      detail: sentenceAbout(failure),
      todo: todo(site, appId, role),
    };
  }
}

/** What the app has on the site; undefined where nobody granted it anything. */
async function findGrant(graph: Graph, site: Site, appId: string) {
  const path = `${sitePath(site.id)}/permissions`;
  const { values } = await pages(graph, { path, scopes: grantScopes });
  const all = v.parse(v.array(Permission), values);
  const id = all.find((one) => isOf(one, appId))?.id;
  // A listing leaves the roles out.
  if (id === undefined) return undefined;
  const one = { path: `${path}/${encodeURIComponent(id)}`, scopes: grantScopes };
  return await callGraph(graph, Permission, one);
}

function isOf(permission: v.InferOutput<typeof Permission>, appId: string): boolean {
  const identities = permission.grantedToIdentitiesV2 ?? permission.grantedToIdentities ?? [];
  return identities.some(({ application }) => application?.id?.toLowerCase() === appId);
}

async function writeGrant(
  graph: Graph,
  site: Site,
  kept: string | undefined,
  { appId, role }: { readonly appId: string; readonly role: GrantRole },
): Promise<void> {
  const path = `${sitePath(site.id)}/permissions`;
  const grantedToIdentities = [{ application: { id: appId, displayName: "Quorate" } }];
  const body = { roles: [role], grantedToIdentities };
  await callGraph(
    graph,
    v.unknown(),
    kept === undefined
      ? { method: "POST", path, scopes: grantScopes, body }
      : {
          method: "PATCH",
          path: `${path}/${encodeURIComponent(kept)}`,
          scopes: grantScopes,
          body: { roles: [role] },
        },
  );
}

function todo(site: Site, appId: string, role: GrantRole): string {
  const shown = role === "fullcontrol" ? "FullControl" : role === "read" ? "Read" : "Write";
  return `Have a SharePoint administrator run this command, or in PnP PowerShell
Grant-PnPAzureADAppSitePermission -AppId ${appId} -DisplayName Quorate -Site ${site.webUrl} -Permissions ${shown}`;
}
