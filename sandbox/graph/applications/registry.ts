import type { Directory } from "../../directory/directory.ts";
import { resourcesOf } from "./catalogue.ts";
import type { Resource } from "./catalogue.ts";
import { guidOf } from "./guid.ts";

/** An app as it was registered; what Graph shows of it besides follows from this. */
export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly createdAt: number;
  /** Whoever registered it may change it; nobody did where it came with the directory. */
  readonly ownerId?: string;
  /** The properties that were given, as Graph names them. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** An app's presence in the tenant: what grants are made to, and of. */
export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

/** Scopes of one service that stand consented for an app: by everybody, or by one person. */
export interface PermissionGrant {
  readonly id: string;
  readonly clientId: string;
  readonly consentType: "AllPrincipals" | "Principal";
  readonly principalId: string | null;
  readonly resourceId: string;
  /** Names with spaces between them. */
  readonly scope: string;
}

/** What can happen to apps and to what they were granted. */
export type RegistryFact =
  | { readonly fact: "application-written"; readonly application: Application }
  | { readonly fact: "service-principal-written"; readonly principal: ServicePrincipal }
  | { readonly fact: "permission-grant-written"; readonly grant: PermissionGrant }
  | { readonly fact: "permission-grant-deleted"; readonly grantId: string };

/** The apps of the tenant, by object id. */
export interface Registry {
  readonly applications: Map<string, Application>;
  readonly principals: Map<string, ServicePrincipal>;
  readonly grants: Map<string, PermissionGrant>;
}

/** The apps a directory starts with: Microsoft's services, and the app with what stands consented. */
export function seedRegistry(directory: Directory): Registry {
  const resources = resourcesOf(directory);
  const application = ownApplication(directory);
  const own = principalFor(application.appId, String(application.given["displayName"]));
  const principals = [own, ...resources.map((one) => principalFor(one.appId, one.displayName))];
  const registry: Registry = {
    applications: new Map([[application.id, application]]),
    principals: new Map(principals.map((one) => [one.id, one])),
    grants: new Map(),
  };
  const { everybody, siteOwners, byPerson } = directory.consent;
  consentTo(registry, directory, own.appId, null, everybody);
  for (const person of directory.people.values()) {
    const owns = directory.sites.some((site) => directory.roleIn(site, person) === "owner");
    const scopes = [...(owns ? siteOwners : []), ...(byPerson[person.id]?.add ?? [])];
    consentTo(registry, directory, own.appId, person.id, scopes);
  }
  return registry;
}

/** Back to what the directory starts with. */
export function resetRegistry(registry: Registry, directory: Directory): void {
  const seed = seedRegistry(directory);
  refill(registry.applications, seed.applications);
  refill(registry.principals, seed.principals);
  refill(registry.grants, seed.grants);
}

function refill<Key, Value>(map: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
}

/** Takes in what happened to apps. */
export function takeRegistryFact(registry: Registry, fact: RegistryFact): void {
  switch (fact.fact) {
    case "application-written":
      registry.applications.set(fact.application.id, fact.application);
      return;
    case "service-principal-written":
      registry.principals.set(fact.principal.id, fact.principal);
      return;
    case "permission-grant-written":
      registry.grants.set(fact.grant.id, fact.grant);
      return;
    case "permission-grant-deleted":
      registry.grants.delete(fact.grantId);
      return;
  }
}

/**
 * Adds to what stands consented for an app, by one person or (null) for everybody.
 *
 * @throws Error for a scope that nobody offers: the directory names one that is misspelt.
 */
export function consentTo(
  registry: Registry,
  directory: Directory,
  appId: string,
  personId: string | null,
  scopes: readonly string[],
): void {
  if (scopes.length === 0) return;
  const client = principalOfApp(registry, appId);
  if (!client) throw new Error(`No app ${appId} is present in the tenant`);
  const resources = resourcesOf(directory);
  const misspelt = scopes.find((scope) => !resources.some((one) => bareIn(one, scope)));
  if (misspelt !== undefined) throw new Error(`consent.json: nobody offers the scope ${misspelt}.`);
  for (const resource of resources) {
    const target = principalOfApp(registry, resource.appId);
    const added = scopes.flatMap((scope) => bareIn(resource, scope) ?? []);
    if (!target || added.length === 0) continue;
    const id = grantIdOf(client.id, target.id, personId);
    const known = registry.grants.get(id)?.scope.split(" ") ?? [];
    registry.grants.set(id, {
      id,
      clientId: client.id,
      consentType: personId === null ? "AllPrincipals" : "Principal",
      principalId: personId,
      resourceId: target.id,
      scope: [...new Set([...known, ...added])].join(" "),
    });
  }
}

/** Every scope that stands consented for an app used by a person, as it is asked for. */
export function consentedTo(
  registry: Registry,
  directory: Directory,
  appId: string,
  personId: string,
): Set<string> {
  const client = principalOfApp(registry, appId);
  const grants = [...registry.grants.values()].filter(
    ({ clientId, principalId }) =>
      clientId === client?.id && (principalId === null || principalId === personId),
  );
  const resources = resourcesOf(directory);
  const scopes = grants.flatMap(({ resourceId, scope }) => {
    const target = registry.principals.get(resourceId)?.appId;
    const resource = resources.find((one) => one.appId === target);
    return resource ? scope.split(" ").map((value) => askedFor(resource, value)) : [];
  });
  return new Set(scopes);
}

/** The presence of an app in the tenant, by its client id. */
export function principalOfApp(registry: Registry, appId: string): ServicePrincipal | undefined {
  return [...registry.principals.values()].find((one) => one.appId === appId.toLowerCase());
}

/** The id of the one grant there can be between two services for one person or everybody. */
export function grantIdOf(clientId: string, resourceId: string, personId: string | null): string {
  const hex = `${clientId}${resourceId}${personId ?? ""}`.replaceAll("-", "");
  return Buffer.from(hex, "hex").toString("base64url");
}

/** How an app asks for a scope: bare for Graph, with its address before it for any other. */
export function askedFor(resource: Resource, value: string): string {
  return resource.displayName === "Microsoft Graph" ? value : `${resource.address}/${value}`;
}

/** A scope's bare name if this service offers it. */
function bareIn(resource: Resource, asked: string): string | undefined {
  return resource.scopes.find(({ value }) => askedFor(resource, value) === asked)?.value;
}

function principalFor(appId: string, displayName: string): ServicePrincipal {
  return { id: guidOf(`principal ${appId}`), appId, displayName };
}

function ownApplication({ tenant }: Directory): Application {
  return {
    id: guidOf(`application ${tenant.clientId}`),
    appId: tenant.clientId,
    createdAt: Date.UTC(2025, 0, 13, 8),
    given: {
      displayName: "Quorate (sandbox)",
      signInAudience: "AzureADMyOrg",
      spa: { redirectUris: ["brk-multihub://localhost"] },
    },
  };
}
