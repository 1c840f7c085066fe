import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { StoreError } from "#flows/store-error.ts";
import type { Permission } from "./permissions.ts";

const Scope = v.object({
  id: v.string(),
  value: v.nullish(v.string()),
  type: v.nullish(v.string()),
});
const Principals = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      appId: v.string(),
      displayName: v.nullish(v.string()),
      oauth2PermissionScopes: v.nullish(v.array(Scope)),
    }),
  ),
});
export type Principal = v.InferOutput<typeof Principals>["value"][number];

/** The client ids of Microsoft's services, the same in every tenant. */
export const serviceIds: Readonly<Record<Permission["service"], string>> = {
  graph: "00000003-0000-0000-c000-000000000000",
  sharepoint: "00000003-0000-0ff1-ce00-000000000000",
};

/** What reading about apps takes. */
export const readApps = ["Application.ReadWrite.All"];

/**
 * An app's presence in the tenant, by its client id.
 *
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-list
 */
export async function findPrincipal(graph: Graph, appId: string): Promise<Principal | undefined> {
  const filter = encodeURIComponent(`appId eq '${appId}'`);
  const path = `/servicePrincipals?$filter=${filter}`;
  const { value } = await callGraph(graph, Principals, { path, scopes: readApps });
  return value[0];
}

/** A permission as the tenant's service offers it. */
export interface Offered {
  readonly permission: Permission;
  readonly serviceAppId: string;
  readonly principalId: string;
  readonly id: string;
  /** Whether nobody but an administrator can consent, by the scope itself or Microsoft's policy. */
  readonly needsAdministrator: boolean;
}

/**
 * The permissions with the ids that the tenant's services give them. What a cloud does not have,
 * such as Planner, is left out.
 *
 * @throws StoreError `not-found` for a service, or a permission nothing works without.
 */
export async function offered(
  graph: Graph,
  wanted: readonly Permission[],
): Promise<readonly Offered[]> {
  const services = new Map<string, Principal>();
  for (const service of new Set(wanted.map((one) => one.service))) {
    const principal = await findPrincipal(graph, serviceIds[service]);
    if (principal === undefined) {
      throw new StoreError("not-found", `This tenant does not have the service ${service}`);
    }
    services.set(service, principal);
  }
  return wanted.flatMap((permission) => {
    const principal = services.get(permission.service);
    const scope = principal?.oauth2PermissionScopes?.find(
      ({ value }) => value === permission.scope,
    );
    if (principal === undefined || scope === undefined) {
      if (permission.isRequired !== true) return [];
      throw new StoreError("not-found", `Nobody offers the permission ${permission.scope} here`);
    }
    return {
      permission,
      serviceAppId: principal.appId,
      principalId: principal.id,
      id: scope.id,
      needsAdministrator: scope.type === "Admin" || permission.isManaged === true,
    };
  });
}
