import type { Application as GraphApplication } from "@microsoft/microsoft-graph-types";
import type { Call, Route } from "../call.ts";
import { newGuid, secondsOf } from "../call.ts";
import { refuseGuest } from "../people/users.ts";
import { ChangedApplication, NewApplication } from "./application-shape.ts";
import {
  answerCollection,
  answerEntity,
  badRequest,
  noResource,
  readEntity,
  refuseUnlessAdministrator,
} from "./entity.ts";
import type { Application } from "./registry.ts";

const READ = ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All"];
const WRITE = ["Application.ReadWrite.All"];
const FILTERABLE = ["id", "appId", "displayName", "uniqueName"];

function showApplication(call: Call, { id, appId, createdAt, given }: Application) {
  const usual: GraphApplication = {
    id,
    appId,
    createdDateTime: secondsOf(createdAt),
    deletedDateTime: null,
    displayName: null,
    description: null,
    uniqueName: null,
    notes: null,
    tags: [],
    identifierUris: [],
    publisherDomain: call.world.directory.tenant.domain,
    signInAudience: "AzureADMyOrg",
    isFallbackPublicClient: null,
    requiredResourceAccess: [],
    appRoles: [],
    keyCredentials: [],
    passwordCredentials: [],
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
    web: {
      redirectUris: [],
      homePageUrl: null,
      logoutUrl: null,
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
    },
    api: {
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
      knownClientApplications: [],
      acceptMappedClaims: null,
    },
  };
  return merged(usual as Record<string, unknown>, given);
}

/** Parts of an application keep what a change does not name; collections are replaced whole. */
function merged(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parts = Object.entries(changes).map(([name, value]) =>
    isPart(value) && isPart(before[name]) ? [name, { ...before[name], ...value }] : [name, value],
  );
  return { ...before, ...(Object.fromEntries(parts) as Record<string, unknown>) };
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function applicationOf(call: Call): Application {
  const all = [...call.world.state.registry.applications.values()];
  const { "application-id": id, "app-id": appId } = call.params;
  const found = all.find((one) => (id === undefined ? one.appId === appId : one.id === id));
  return found ?? noResource(id ?? appId ?? "");
}

function register(call: Call) {
  refuseGuest(call);
  const given = readEntity(call, NewApplication, "an application");
  refuseTakenName(call, given.uniqueName);
  const { world, caller } = call;
  const application: Application = {
    id: newGuid(world.chance),
    appId: newGuid(world.chance),
    createdAt: world.now(),
    ownerId: caller.id,
    given,
  };
  world.record({ fact: "application-written", application });
  return answerEntity(call, "applications", showApplication(call, application), 201);
}

function change(call: Call) {
  const before = applicationOf(call);
  if (before.ownerId !== call.caller.id) refuseUnlessAdministrator(call);
  const changes = readEntity(call, ChangedApplication, "an application");
  refuseTakenName(call, changes.uniqueName, before);
  const application: Application = { ...before, given: merged(before.given, changes) };
  call.world.record({ fact: "application-written", application });
  return { status: 204 };
}

function refuseTakenName(call: Call, name: string | null | undefined, except?: Application) {
  const holder = [...call.world.state.registry.applications.values()].find(
    (one) => typeof name === "string" && one.given["uniqueName"] === name,
  );
  if (holder && holder.id !== except?.id)
    badRequest("Another object with the same value for property uniqueName already exists.");
}

const shape = { workload: "directory", units: 1 } as const;
const read = {
  ...shape,
  method: "GET",
  scopes: READ,
  query: ["$select"],
  answer: (call: Call) =>
    answerEntity(call, "applications", showApplication(call, applicationOf(call))),
} as const;
const patch = { ...shape, method: "PATCH", scopes: WRITE, answer: change } as const;

/**
 * Registered apps. Anybody of the tenant may register one; to change it takes its owner or an
 * administrator of apps.
 *
 * @see https://learn.microsoft.com/graph/api/resources/application
 */
export const applicationRoutes: readonly Route[] = [
  {
    ...shape,
    method: "GET",
    path: "/applications",
    scopes: READ,
    query: ["$filter", "$select", "$top", "$skiptoken"],
    answer: (call) => {
      const all = [...call.world.state.registry.applications.values()];
      const shown = all.map((one) => showApplication(call, one));
      return answerCollection(call, "applications", shown, FILTERABLE);
    },
  },
  { ...shape, method: "POST", path: "/applications", scopes: WRITE, answer: register },
  { ...read, path: "/applications/{application-id}" },
  { ...patch, path: "/applications/{application-id}" },
  { ...read, path: "/applications(appId='{app-id}')" },
  { ...patch, path: "/applications(appId='{app-id}')" },
];
