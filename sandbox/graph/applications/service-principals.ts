import type {
  PermissionScope,
  ServicePrincipal as GraphPrincipal,
} from "@microsoft/microsoft-graph-types";
import * as v from "valibot";
import type { Call, Route } from "../call.ts";
import { newGuid } from "../call.ts";
import { refuse } from "../errors.ts";
import { resourcesOf } from "./catalogue.ts";
import type { OfferedScope } from "./catalogue.ts";
import {
  answerCollection,
  answerEntity,
  noResource,
  readEntity,
  refuseUnlessAdministrator,
} from "./entity.ts";
import { principalOfApp } from "./registry.ts";
import type { ServicePrincipal } from "./registry.ts";

const READ = ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All"];
const FILTERABLE = ["id", "appId", "displayName", "servicePrincipalType"];
/** The tenant that Microsoft's own services belong to. */
const MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

const NewPrincipal = v.strictObject({ appId: v.pipe(v.string(), v.uuid("it is no GUID.")) });

function showPrincipal(call: Call, { id, appId, displayName }: ServicePrincipal): GraphPrincipal {
  const { directory, state } = call.world;
  const resource = resourcesOf(directory).find((one) => one.appId === appId);
  const application = [...state.registry.applications.values()].find((one) => one.appId === appId);
  const name = application ? String(application.given["displayName"]) : displayName;
  const spa = application?.given["spa"] as { redirectUris?: string[] } | undefined;
  return {
    id,
    appId,
    displayName: name,
    appDisplayName: name,
    accountEnabled: true,
    appOwnerOrganizationId: resource ? MICROSOFT : directory.tenant.id,
    appRoleAssignmentRequired: false,
    servicePrincipalType: "Application",
    servicePrincipalNames: [appId],
    signInAudience: resource ? "AzureADMultipleOrgs" : "AzureADMyOrg",
    replyUrls: spa?.redirectUris ?? [],
    tags: [],
    appRoles: [],
    oauth2PermissionScopes: (resource?.scopes ?? []).map(showScope),
  };
}

function showScope({ id, value, consent }: OfferedScope): PermissionScope {
  return {
    id,
    value,
    type: consent === "administrator" ? "Admin" : "User",
    isEnabled: true,
    adminConsentDisplayName: null,
    adminConsentDescription: null,
    userConsentDisplayName: null,
    userConsentDescription: null,
  };
}

function makePresent(call: Call) {
  const { appId } = readEntity(call, NewPrincipal, "a service principal");
  const { registry } = call.world.state;
  const application = [...registry.applications.values()].find((one) => one.appId === appId);
  if (!application)
    return refuse(
      400,
      "NoBackingApplicationObject",
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
    );
  if (application.ownerId !== call.caller.id) refuseUnlessAdministrator(call);
  if (principalOfApp(registry, appId))
    refuse(
      409,
      "Request_MultipleObjectsWithSameKeyValue",
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  const principal: ServicePrincipal = {
    id: newGuid(call.world.chance),
    appId,
    displayName: String(application.given["displayName"]),
  };
  call.world.record({ fact: "service-principal-written", principal });
  return answerEntity(call, "servicePrincipals", showPrincipal(call, principal), 201);
}

const shape = { workload: "directory", units: 1 } as const;

/**
 * Which apps and services are present in the tenant, and the scopes that Microsoft's offer.
 *
 * @see https://learn.microsoft.com/graph/api/resources/serviceprincipal
 */
export const servicePrincipalRoutes: readonly Route[] = [
  {
    ...shape,
    method: "GET",
    path: "/servicePrincipals",
    scopes: READ,
    query: ["$filter", "$select", "$top", "$skiptoken"],
    answer: (call) => {
      const all = [...call.world.state.registry.principals.values()];
      const shown = all.map((one) => showPrincipal(call, one));
      return answerCollection(call, "servicePrincipals", shown, FILTERABLE);
    },
  },
  {
    ...shape,
    method: "POST",
    path: "/servicePrincipals",
    scopes: ["Application.ReadWrite.All"],
    answer: makePresent,
  },
  {
    ...shape,
    method: "GET",
    path: "/servicePrincipals/{servicePrincipal-id}",
    scopes: READ,
    query: ["$select"],
    answer: (call) => {
      const id = call.params["servicePrincipal-id"] ?? "";
      const principal = call.world.state.registry.principals.get(id) ?? noResource(id);
      return answerEntity(call, "servicePrincipals", showPrincipal(call, principal));
    },
  },
];
