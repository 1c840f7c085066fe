import { createHmac } from "node:crypto";
import type { Directory, Person } from "../directory/directory.ts";
import { needsAdministrator, offeredScope } from "./applications/consent-policy.ts";
import { consentedTo } from "./applications/registry.ts";
import type { Behaviour } from "./conditions/behaviour.ts";
import { refuse } from "./errors.ts";
import type { State } from "./store/tenant.ts";
import { bareScope, consentedOf, GRAPH_RESOURCE, resolveScopes } from "./token-resource.ts";

/** How long a token lives: what Entra usually gives. */
const LIFETIME_SECONDS = 3900;

interface TokenClaims {
  readonly aud: string;
  readonly oid: string;
  readonly scp: string;
  readonly appid: string;
  readonly exp: number;
}

/** What a sign-in gives: an access token for Graph and who it speaks for. */
export interface IssuedToken {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly account: {
    readonly homeAccountId: string;
    readonly environment: string;
    readonly tenantId: string;
    readonly username: string;
    readonly localAccountId: string;
    readonly name: string;
  };
}

/** Why no token was given; scopes are those that somebody has to consent to first. */
export interface TokenRefusal {
  readonly error: "consent_required" | "admin_consent_required" | "invalid_scope";
  readonly scopes: readonly string[];
}

/** Every scope that stands consented for a person, by the administrator or by themselves. */
function consentedScopes(directory: Directory, state: State, person: Person, appId: string) {
  const scopes = consentedTo(state.registry, directory, appId, person.id);
  for (const scope of directory.consent.byPerson[person.id]?.remove ?? []) scopes.delete(scope);
  return scopes;
}

interface Issuer {
  readonly directory: Directory;
  readonly state: State;
  readonly behaviour: Pick<Behaviour, "userConsent">;
  now(): number;
}

/** A token for exactly the scopes asked for, or which of them lack consent. */
export function issueToken(
  world: Issuer,
  person: Person,
  asked: readonly string[] | undefined,
  lifetimeSeconds: number = LIFETIME_SECONDS,
  appid: string = world.directory.tenant.clientId,
): IssuedToken | TokenRefusal {
  const { directory, state } = world;
  const { tenant } = directory;
  const consented = consentedScopes(directory, state, person, appid);
  const all = { resource: GRAPH_RESOURCE, scopes: consentedOf(GRAPH_RESOURCE, consented) };
  const resolved = asked ? resolveScopes(directory, asked, consented) : all;
  if (!resolved) return { error: "invalid_scope", scopes: asked ?? [] };
  const { resource, scopes: wanted } = resolved;
  const missing = wanted.filter((scope) => !consented.has(scope));
  if (missing.length > 0) return refusalOf(world, person, missing);
  const issuedAt = Math.floor(world.now() / 1000);
  const expires = issuedAt + lifetimeSeconds;
  const scp = wanted.map((scope) => bareScope(resource, scope)).join(" ");
  const claims: TokenClaims = { aud: resource, oid: person.id, scp, appid, exp: expires };
  const identity = {
    aud: appid,
    iss: `https://login.microsoftonline.com/${tenant.id}/v2.0`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: expires,
    oid: person.id,
    sub: person.id,
    tid: tenant.id,
    preferred_username: person.userPrincipalName,
    name: person.displayName,
    ver: "2.0",
  };
  const signed = `${encoded({ typ: "JWT", alg: "HS256" })}.${encoded(claims)}`;
  return {
    access_token: `${signed}.${signature(signed, tenant.id)}`,
    id_token: `${encoded({ typ: "JWT", alg: "none" })}.${encoded(identity)}.`,
    expires_in: lifetimeSeconds,
    scope: wanted.join(" "),
    account: {
      homeAccountId: `${person.id}.${tenant.id}`,
      environment: "login.windows.net",
      tenantId: tenant.id,
      username: person.userPrincipalName,
      localAccountId: person.id,
      name: person.displayName,
    },
  };
}

/**
 * Who a request speaks for and with which scopes.
 *
 * @throws GraphError 401 as Graph words it for no token, a foreign one and an expired one.
 */
export function readToken(
  world: { readonly directory: Directory; now(): number },
  headers: Headers,
  resource: string = GRAPH_RESOURCE,
): { readonly caller: Person; readonly scopes: ReadonlySet<string>; readonly appId: string } {
  const token = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return unauthorized("Access token is empty.");
  const [header, payload, given] = token.split(".");
  const { tenant, people } = world.directory;
  if (!payload || signature(`${header}.${payload}`, tenant.id) !== given)
    return unauthorized("CompactToken parsing failed with error code: 80049217");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as TokenClaims;
  if (claims.aud !== resource)
    return unauthorized("Access token validation failure. Invalid audience.");
  if (claims.exp * 1000 <= world.now())
    return unauthorized("Lifetime validation failed, the token is expired.");
  const caller = people.get(claims.oid);
  if (!caller) return unauthorized("The user account does not exist in this directory.");
  return { caller, scopes: new Set(claims.scp.split(" ")), appId: claims.appid };
}

function refusalOf(world: Issuer, person: Person, missing: readonly string[]): TokenRefusal {
  const invented = missing.filter((scope) => !offeredScope(world.directory, scope));
  if (invented.length > 0) return { error: "invalid_scope", scopes: invented };
  const admins = needsAdministrator(world, person, missing);
  return admins.length > 0
    ? { error: "admin_consent_required", scopes: admins }
    : { error: "consent_required", scopes: missing };
}

function unauthorized(message: string): never {
  return refuse(401, "InvalidAuthenticationToken", message, {
    headers: {
      "www-authenticate":
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  });
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

// Only so that a made-up token is refused as a made-up token: nothing here is worth protecting.
function signature(text: string, tenantId: string): string {
  return createHmac("sha256", `sandbox ${tenantId}`).update(text).digest("base64url");
}
