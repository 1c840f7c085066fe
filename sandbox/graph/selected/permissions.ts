import type { Permission } from "@microsoft/microsoft-graph-types";
import * as v from "valibot";
import { administers } from "../../directory/administrators.ts";
import type { Site } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { bodyOf, param } from "../call.ts";
import { invalid, notFound, refuse, unknown } from "../errors.ts";
import type { SiteGrant } from "../store/facts.ts";
import { siteNamed } from "../sharepoint/access.ts";

const App = v.object({
  application: v.object({
    id: v.pipe(v.string(), v.uuid("The application's id is no GUID.")),
    displayName: v.optional(v.string(), ""),
  }),
});
const Apps = v.pipe(v.array(App), v.length(1, "One application is granted at a time."));
const Roles = v.pipe(
  v.array(v.picklist(["read", "write", "owner", "fullcontrol"], "The role is not known.")),
  v.length(1, "One role is granted at a time."),
);

/**
 * The site a request names, for somebody who may grant apps rights on it.
 *
 * @throws GraphError 403 for who administers no SharePoint: to own the site is not enough.
 */
function administeredSite(call: Call): Site {
  const site = siteNamed(call);
  if (!administers(call.caller, "sharepoint")) refuse(403, "accessDenied", "Access denied");
  return site;
}

function showGrant({ id, appId, displayName, role }: SiteGrant, withRoles = true): Permission {
  const identities = [{ application: { id: appId, displayName } }];
  return {
    id,
    // A listing leaves the roles out: they are on the single permission only.
    ...(withRoles && { roles: [role] }),
    grantedToIdentities: identities,
    grantedToIdentitiesV2: identities,
  };
}

function grant(call: Call) {
  const site = administeredSite(call);
  const { roles, grantedTo, grantedToV2, grantedToIdentities, grantedToIdentitiesV2, ...rest } =
    bodyOf(call);
  const stray = Object.keys(rest)[0];
  if (stray !== undefined) unknown(`the property ${stray} of a new permission`);
  const one = grantedToV2 ?? grantedTo;
  const asked = grantedToIdentitiesV2 ?? grantedToIdentities ?? (Array.isArray(one) ? one : [one]);
  const { application } = readAs(Apps, asked)[0] as v.InferOutput<typeof App>;
  const [role] = readAs(Roles, roles);
  const { tenant } = call.world.directory;
  const written: SiteGrant = {
    // One app has one entry in a site, so that granting it again changes what it has.
    id: Buffer.from(`i:0i.t|ms.sp.ext|${application.id}@${tenant.id}`).toString("base64url"),
    siteId: site.id,
    appId: application.id.toLowerCase(),
    displayName: application.displayName,
    role: role as SiteGrant["role"],
  };
  call.world.record({ fact: "site-grant-written", grant: written });
  return { status: 201, body: showGrant(written) };
}

function grantOf(call: Call): SiteGrant {
  const site = administeredSite(call);
  const grants = call.world.state.siteGrants.get(site.id);
  return grants?.get(param(call, "permission-id")) ?? notFound("Item not found");
}

function changeGrant(call: Call) {
  const before = grantOf(call);
  const { roles, ...rest } = bodyOf(call);
  const stray = Object.keys(rest)[0];
  if (stray !== undefined) unknown(`changing the property ${stray} of a permission`);
  const [role] = readAs(Roles, roles);
  const written: SiteGrant = { ...before, role: role as SiteGrant["role"] };
  call.world.record({ fact: "site-grant-written", grant: written });
  return { status: 200, body: showGrant(written) };
}

function readAs<Shape extends v.GenericSchema>(shape: Shape, value: unknown): v.InferOutput<Shape> {
  const result = v.safeParse(shape, value);
  return result.success ? result.output : invalid(result.issues[0].message);
}

const PERMISSIONS = "/sites/{site-id}/permissions";
const shape = { scopes: ["Sites.FullControl.All"], workload: "sharepoint" } as const;

/**
 * What apps may do in a site under `Sites.Selected`.
 *
 * @see https://learn.microsoft.com/graph/permissions-selected-overview
 * @see https://learn.microsoft.com/graph/api/site-post-permissions
 */
export const sitePermissionRoutes: readonly Route[] = [
  {
    ...shape,
    method: "GET",
    path: PERMISSIONS,
    units: 5,
    answer: (call) => {
      const site = administeredSite(call);
      const grants = [...(call.world.state.siteGrants.get(site.id)?.values() ?? [])];
      return { status: 200, body: { value: grants.map((one) => showGrant(one, false)) } };
    },
  },
  { ...shape, method: "POST", path: PERMISSIONS, units: 5, answer: grant },
  {
    ...shape,
    method: "GET",
    path: `${PERMISSIONS}/{permission-id}`,
    units: 5,
    answer: (call) => ({ status: 200, body: showGrant(grantOf(call)) }),
  },
  {
    ...shape,
    method: "PATCH",
    path: `${PERMISSIONS}/{permission-id}`,
    units: 5,
    answer: changeGrant,
  },
  {
    ...shape,
    method: "DELETE",
    path: `${PERMISSIONS}/{permission-id}`,
    units: 5,
    answer: (call) => {
      const { id, siteId } = grantOf(call);
      call.world.record({ fact: "site-grant-deleted", grantId: id, siteId });
      return { status: 204 };
    },
  },
];
