import type { SiteRole } from "../../directory/directory.ts";
import type { SiteGrant } from "../store/facts.ts";
import type { State } from "../store/tenant.ts";

/** The scope that by itself opens nothing: only sites on which the app was granted a role. */
export const SELECTED_SCOPE = "Sites.Selected";

// Making lists and columns takes more than to write items; owner and full control both have it.
const MEANS: Readonly<Record<SiteGrant["role"], SiteRole>> = {
  read: "read",
  write: "write",
  owner: "owner",
  fullcontrol: "owner",
};

/** What an app was granted on a site; undefined when nobody granted it anything there. */
export function grantedRole(state: State, siteId: string, appId: string): SiteRole | undefined {
  const grants = [...(state.siteGrants.get(siteId)?.values() ?? [])];
  const grant = grants.find((one) => one.appId === appId);
  return grant && MEANS[grant.role];
}
