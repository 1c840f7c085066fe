import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { pause } from "#adapters/graph/send.ts";
import { isKind } from "../sentences.ts";
import type { Step } from "../steps.ts";
import { type Offered, findPrincipal, readApps } from "./services.ts";

const Made = v.object({ id: v.string() });
const Grants = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      consentType: v.string(),
      resourceId: v.string(),
      scope: v.nullish(v.string()),
    }),
  ),
});

/** What consenting for everybody takes. */
export const consentForEverybody = ["DelegatedPermissionGrant.ReadWrite.All"];

const tries = 6;

/**
 * Makes the app present in the tenant, so that it can be consented to. A registration made a moment
 * ago may not be known everywhere yet: then this waits.
 *
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals
 */
export async function keepPresence(
  graph: Graph,
  appId: string,
): Promise<{ readonly principalId: string; readonly step: Step }> {
  const what = "Presence in the tenant (service principal)";
  for (let round = 0; ; round += 1) {
    const there = await findPrincipal(graph, appId);
    if (there !== undefined) {
      return { principalId: there.id, step: { state: round === 0 ? "ready" : "made", what } };
    }
    try {
      const body = { appId };
      const call = { method: "POST", path: "/servicePrincipals", scopes: readApps, body } as const;
      const { id } = await callGraph(graph, Made, call);
      return { principalId: id, step: { state: "made", what } };
    } catch (failure) {
      const mayPass = isKind(failure, "rejected", "not-found", "already-exists");
      if (!mayPass || round === tries) throw failure;
      await pause(graph.clock, 1000 * 2 ** round);
    }
  }
}

/**
 * Consents for everybody in the tenant, one entry a service with all scopes in it.
 *
 * @see https://learn.microsoft.com/graph/api/oauth2permissiongrant-post
 */
export async function grantToEverybody(
  graph: Graph,
  principalId: string,
  access: readonly Offered[],
  isDry: boolean,
): Promise<readonly Step[]> {
  const granted = await grantsOf(graph, principalId);
  const steps: Step[] = [];
  for (const resourceId of new Set(access.map((one) => one.principalId))) {
    const wanted = access.filter((one) => one.principalId === resourceId);
    const scopes = wanted.map(({ permission }) => permission.scope);
    const service = wanted[0]?.permission.service === "graph" ? "Microsoft Graph" : "SharePoint";
    const what = `Consent for everybody to ${service}`;
    const kept = granted.find((one) => one.resourceId === resourceId);
    const before = kept?.scope?.split(" ").filter(Boolean) ?? [];
    const missing = scopes.filter((scope) => !before.includes(scope));
    const detail = missing.join(", ");
    if (missing.length === 0) {
      steps.push({ state: "ready", what });
      continue;
    }
    if (!isDry)
      await writeGrant(graph, { principalId, resourceId }, kept?.id, [...before, ...missing]);
    const done = kept === undefined ? "made" : "repaired";
    steps.push({ state: isDry ? "planned" : done, what, detail });
  }
  return steps;
}

/** What stands consented for everybody, by the service's object id. */
export async function grantsOf(graph: Graph, principalId: string) {
  const filter = encodeURIComponent(`clientId eq '${principalId}'`);
  const path = `/oauth2PermissionGrants?$filter=${filter}`;
  const { value } = await callGraph(graph, Grants, { path, scopes: consentForEverybody });
  return value.filter(({ consentType }) => consentType === "AllPrincipals");
}

async function writeGrant(
  graph: Graph,
  { principalId, resourceId }: { readonly principalId: string; readonly resourceId: string },
  grantId: string | undefined,
  scopes: readonly string[],
): Promise<void> {
  const scope = scopes.join(" ");
  const change = { scope };
  const whole = { clientId: principalId, consentType: "AllPrincipals", resourceId, scope };
  const path = "/oauth2PermissionGrants";
  await callGraph(
    graph,
    v.unknown(),
    grantId === undefined
      ? { method: "POST", path, scopes: consentForEverybody, body: whole }
      : { method: "PATCH", path: `${path}/${grantId}`, scopes: consentForEverybody, body: change },
  );
}
