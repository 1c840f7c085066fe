import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { UsageError } from "../command.ts";
import { isKind } from "../sentences.ts";
import type { Step } from "../steps.ts";
import { type Offered, readApps } from "./services.ts";

const Access = v.object({
  resourceAppId: v.string(),
  resourceAccess: v.array(v.object({ id: v.string(), type: v.string() })),
});
const Application = v.object({
  id: v.string(),
  appId: v.string(),
  displayName: v.nullish(v.string()),
  signInAudience: v.nullish(v.string()),
  isFallbackPublicClient: v.nullish(v.boolean()),
  spa: v.nullish(v.object({ redirectUris: v.nullish(v.array(v.string())) })),
  requiredResourceAccess: v.nullish(v.array(Access)),
});
export type Application = v.InferOutput<typeof Application>;

/** How a registration is to be. */
export interface Wanted {
  readonly name: string;
  readonly redirects: readonly string[];
  readonly access: readonly Offered[];
  /** Ids of scopes that are Quorate's, and not wanted with this way to consent. */
  readonly unwanted: ReadonlySet<string>;
  /** Whether this tool may sign in as it. */
  readonly allowsDeviceCode: boolean;
}

/** What one page of the tenant's registrations is made of. */
const path = "/applications";

/**
 * The registration there is already: by client id where one is known, else by its name.
 *
 * @throws UsageError where several have the name, or none the client id.
 * @see https://learn.microsoft.com/graph/api/application-list
 */
export async function findApplication(
  graph: Graph,
  { name, clientId }: { readonly name: string; readonly clientId: string | undefined },
): Promise<Application | undefined> {
  if (clientId !== undefined) {
    const one = { path: `${path}(appId='${clientId}')`, scopes: readApps };
    return await callGraph(graph, Application, one).catch((failure: unknown) => {
      if (!isKind(failure, "not-found")) throw failure;
      throw new UsageError(
        `No app ${clientId} is registered in this tenant: leave --client-id and CLIENT_ID out to register one.`,
      );
    });
  }
  const filter = encodeURIComponent(`displayName eq '${name.replaceAll("'", "''")}'`);
  const call = { path: `${path}?$filter=${filter}`, scopes: readApps };
  const { value } = await callGraph(graph, v.object({ value: v.array(Application) }), call);
  if (value.length > 1) {
    const ids = value.map(({ appId }) => appId).join(", ");
    throw new UsageError(`Several apps are called ${name}: say which with --client-id. ${ids}.`);
  }
  return value[0];
}

/** What a registration still needs, as Graph's change of it and as a line each. */
function changesOf(
  kept: Application | undefined,
  wanted: Wanted,
): { readonly body: Readonly<Record<string, unknown>>; readonly lines: readonly string[] } {
  const redirects = kept?.spa?.redirectUris ?? [];
  const missing = wanted.redirects.filter((uri) => !redirects.includes(uri));
  const before = kept?.requiredResourceAccess ?? [];
  const access = mergedAccess(before, wanted);
  const scopes = scopeLines(before, wanted);
  const audience = kept?.signInAudience ?? undefined;
  const opens = wanted.allowsDeviceCode && kept?.isFallbackPublicClient !== true;
  return {
    body: {
      ...(kept === undefined && { displayName: wanted.name }),
      ...(audience !== "AzureADMyOrg" && { signInAudience: "AzureADMyOrg" }),
      ...(missing.length > 0 && { spa: { redirectUris: [...redirects, ...missing] } }),
      ...(scopes.length > 0 && { requiredResourceAccess: access }),
      ...(opens && { isFallbackPublicClient: true }),
    },
    lines: [
      ...(audience === "AzureADMyOrg" ? [] : ["accounts of this tenant only"]),
      ...missing.map((uri) => `redirect address ${uri}`),
      ...scopes,
      ...(opens ? ["sign-in by device code allowed"] : []),
    ],
  };
}

/** Registers, or changes what differs. */
export async function keepApplication(
  graph: Graph,
  kept: Application | undefined,
  wanted: Wanted,
  isDry: boolean,
): Promise<{ readonly application: Application | undefined; readonly step: Step }> {
  const { body, lines } = changesOf(kept, wanted);
  const what = `App registration “${kept?.displayName ?? wanted.name}”`;
  if (kept !== undefined && lines.length === 0) {
    return { application: kept, step: { state: "ready", what, detail: kept.appId } };
  }
  const detail = lines.join(", ");
  if (isDry) return { application: kept, step: { state: "planned", what, detail } };
  if (kept === undefined) {
    const call = { method: "POST", path, scopes: readApps, body } as const;
    const application = await callGraph(graph, Application, call);
    return { application, step: { state: "made", what, detail: application.appId } };
  }
  const call = { method: "PATCH", path: `${path}/${kept.id}`, scopes: readApps, body } as const;
  await callGraph(graph, v.unknown(), call);
  return { application: kept, step: { state: "repaired", what, detail } };
}

type Access = v.InferOutput<typeof Access>;

/** What is asked for already stays, unless it is Quorate's own and belongs to the other way to consent. */
function mergedAccess(before: readonly Access[], { access, unwanted }: Wanted): readonly Access[] {
  const services = new Set([
    ...before.map((one) => one.resourceAppId),
    ...access.map((one) => one.serviceAppId),
  ]);
  return Array.from(services, (resourceAppId) => {
    const asked = before.find((one) => one.resourceAppId === resourceAppId)?.resourceAccess ?? [];
    const stays = asked.filter(({ id }) => !unwanted.has(id));
    const added = access
      .filter((one) => one.serviceAppId === resourceAppId && !asks(stays, one.id))
      .map(({ id }) => ({ id, type: "Scope" }));
    return { resourceAppId, resourceAccess: [...stays, ...added] };
  }).filter(({ resourceAccess }) => resourceAccess.length > 0);
}

function scopeLines(before: readonly Access[], { access, unwanted }: Wanted): readonly string[] {
  const asked = before.flatMap(({ resourceAccess }) => resourceAccess);
  const added = access.filter(({ id }) => !asks(asked, id));
  const gone = asked.filter(({ id }) => unwanted.has(id));
  return [
    ...added.map(({ permission }) => `asks for ${permission.scope}`),
    ...(gone.length > 0 ? [`asks no longer for what goes with the other way to consent`] : []),
  ];
}

function asks(asked: Access["resourceAccess"], id: string): boolean {
  return asked.some((one) => one.id === id);
}
