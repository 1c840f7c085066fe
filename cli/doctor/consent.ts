import { permissionsFor, type Permission } from "../register/permissions.ts";
import { grantsOf } from "../register/presence.ts";
import { findPrincipal, serviceIds } from "../register/services.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Settings } from "../settings.ts";
import type { Connection } from "../connect/connection.ts";
import type { Check } from "./check.ts";

/**
 * Which permissions stand consented. Signed in as Quorate itself, each is tried for this person;
 * otherwise the tenant is asked what was consented to for everybody.
 */
export async function checkConsent(
  connection: Connection,
  settings: Settings,
): Promise<readonly Check[]> {
  const { clientId, consent } = settings;
  const wanted = permissionsFor(consent);
  if (connection.isQuorate) {
    return await Promise.all(wanted.map((one) => tryPermission(connection, settings, one)));
  }
  if (clientId === undefined) {
    return [notLookedAt("say which app: --client-id, or CLIENT_ID in the file of --env")];
  }
  try {
    const granted = await consentedForEverybody(connection, clientId);
    if (granted === undefined) {
      return [
        {
          state: "missing",
          what: "The app in this tenant",
          detail: `no app ${clientId}`,
          isRequired: true,
          costs: "nobody can sign in to Quorate.",
          mend: "npx quorate register",
        },
      ];
    }
    return wanted.map((one) => {
      if (granted.has(`${one.service} ${one.scope}`)) return fine(one, "consented for everybody");
      // People may have consented one by one, where they may.
      return missing(one, "not consented for everybody");
    });
  } catch (failure) {
    return [notLookedAt(`${sentenceAbout(failure)} An administrator of apps can look`)];
  }
}

async function tryPermission(
  { account }: Connection,
  settings: Settings,
  permission: Permission,
): Promise<Check> {
  const { service, scope } = permission;
  if (service === "sharepoint") {
    const host = settings.site && hostOf(settings.site);
    if (host === undefined)
      return { state: "unknown", what: named(permission), detail: "say --site" };
    const token = await account.silently([`https://${host}/${scope}`]);
    return token === undefined ? missing(permission, "not consented") : fine(permission);
  }
  const token = await account.silently([scope]);
  return token === undefined ? missing(permission, "not consented") : fine(permission);
}

function hostOf(site: string): string | undefined {
  return URL.canParse(site) ? new URL(site).hostname : site.split(",")[0];
}

async function consentedForEverybody(
  { graph }: Connection,
  clientId: string,
): Promise<ReadonlySet<string> | undefined> {
  const principal = await findPrincipal(graph, clientId);
  if (principal === undefined) return undefined;
  const services = new Map<string, Permission["service"]>();
  for (const [service, appId] of Object.entries(serviceIds)) {
    const there = await findPrincipal(graph, appId);
    if (there !== undefined) services.set(there.id, service as Permission["service"]);
  }
  const grants = await grantsOf(graph, principal.id);
  const scopes = grants.flatMap(({ resourceId, scope }) =>
    (scope ?? "").split(" ").map((one) => `${services.get(resourceId) ?? ""} ${one}`),
  );
  return new Set(scopes);
}

function named({ scope }: Permission): string {
  return `Permission ${scope}`;
}

function need({ isRequired }: Permission): { readonly isRequired?: true } {
  return isRequired ? { isRequired } : {};
}

function fine(permission: Permission, detail = "consented"): Check {
  return { state: "fine", what: named(permission), detail, ...need(permission) };
}

function missing(permission: Permission, detail: string): Check {
  return {
    state: "missing",
    what: named(permission),
    detail,
    ...need(permission),
    costs: `${permission.without}. It is for: ${permission.reason}.`,
    mend: "npx quorate register --grant, as an administrator of apps; or the person consents when asked.",
  };
}

function notLookedAt(detail: string): Check {
  return { state: "unknown", what: "Permissions", detail };
}
