import * as v from "valibot";
import type { Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import { resourcesOf } from "./catalogue.ts";
import {
  answerCollection,
  answerEntity,
  badRequest,
  noResource,
  readEntity,
  refuseUnlessAdministrator,
} from "./entity.ts";
import { grantIdOf } from "./registry.ts";
import type { PermissionGrant } from "./registry.ts";

const Guid = v.pipe(v.string(), v.uuid("it is no GUID."));
const NewGrant = v.strictObject({
  clientId: Guid,
  consentType: v.picklist(["AllPrincipals", "Principal"]),
  principalId: v.optional(v.nullable(Guid), null),
  resourceId: Guid,
  scope: v.string(),
  // Asked for by an older version of Graph, without effect since.
  startTime: v.optional(v.string()),
  expiryTime: v.optional(v.string()),
});
const ChangedGrant = v.strictObject({ scope: v.string() });

function grant(call: Call) {
  refuseUnlessAdministrator(call);
  const { clientId, consentType, principalId, resourceId, scope } = readEntity(
    call,
    NewGrant,
    "a permission grant",
  );
  const { registry } = call.world.state;
  if (!registry.principals.has(clientId)) noResource(clientId);
  if (!registry.principals.has(resourceId)) noResource(resourceId);
  if ((consentType === "Principal") !== (principalId !== null))
    badRequest("The principalId goes with the consentType Principal, and only with it.");
  if (principalId !== null && !call.world.directory.people.has(principalId))
    noResource(principalId);
  const names = knownScopes(call, resourceId, scope);
  const id = grantIdOf(clientId, resourceId, principalId);
  if (registry.grants.has(id))
    refuse(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.");
  const written: PermissionGrant = {
    id,
    clientId,
    consentType,
    principalId,
    resourceId,
    scope: names,
  };
  call.world.record({ fact: "permission-grant-written", grant: written });
  return answerEntity(call, "oauth2PermissionGrants", written, 201);
}

function change(call: Call) {
  const before = grantOf(call);
  refuseUnlessAdministrator(call);
  const { scope } = readEntity(call, ChangedGrant, "a permission grant");
  const written = { ...before, scope: knownScopes(call, before.resourceId, scope) };
  call.world.record({ fact: "permission-grant-written", grant: written });
  return { status: 204 };
}

function grantOf(call: Call): PermissionGrant {
  const id = param(call, "oAuth2PermissionGrant-id");
  return call.world.state.registry.grants.get(id) ?? noResource(id);
}

/** The scopes as they are kept. What Entra says to one that nobody offers is not known here. */
function knownScopes({ world }: Call, resourceId: string, scope: string): string {
  const appId = world.state.registry.principals.get(resourceId)?.appId;
  const offered = resourcesOf(world.directory).find((one) => one.appId === appId)?.scopes ?? [];
  const names = scope.split(" ").filter(Boolean);
  const stray = names.find((name) => !offered.some(({ value }) => value === name));
  if (stray !== undefined) unknown(`the scope ${stray} of the service ${resourceId}`);
  return names.join(" ");
}

const READ = ["DelegatedPermissionGrant.ReadWrite.All", "Directory.Read.All"];
const WRITE = ["DelegatedPermissionGrant.ReadWrite.All"];
const FILTERABLE = ["id", "clientId", "consentType", "principalId", "resourceId"];
const GRANT = "/oauth2PermissionGrants/{oAuth2PermissionGrant-id}";
const shape = { workload: "directory", units: 1 } as const;

/**
 * What stands consented: one entry for an app, a service and everybody or one person, with all
 * scopes in it. Only an administrator of apps makes and changes them.
 *
 * @see https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
 */
export const permissionGrantRoutes: readonly Route[] = [
  {
    ...shape,
    method: "GET",
    path: "/oauth2PermissionGrants",
    scopes: READ,
    query: ["$filter", "$select", "$top", "$skiptoken"],
    answer: (call) => {
      const all = [...call.world.state.registry.grants.values()];
      return answerCollection(call, "oauth2PermissionGrants", all, FILTERABLE);
    },
  },
  { ...shape, method: "POST", path: "/oauth2PermissionGrants", scopes: WRITE, answer: grant },
  {
    ...shape,
    method: "GET",
    path: GRANT,
    scopes: READ,
    answer: (call) => answerEntity(call, "oauth2PermissionGrants", grantOf(call)),
  },
  { ...shape, method: "PATCH", path: GRANT, scopes: WRITE, answer: change },
  {
    ...shape,
    method: "DELETE",
    path: GRANT,
    scopes: WRITE,
    answer: (call) => {
      const { id } = grantOf(call);
      refuseUnlessAdministrator(call);
      call.world.record({ fact: "permission-grant-deleted", grantId: id });
      return { status: 204 };
    },
  },
];
