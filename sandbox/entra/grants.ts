import { createHash } from "node:crypto";
import type { Person } from "../directory/directory.ts";
import { newGuid } from "../graph/call.ts";
import type { GraphService } from "../graph/service.ts";
import { type IssuedToken, issueToken } from "../graph/tokens.ts";
import type { Wish } from "./wish.ts";

type World = GraphService["world"];

/** How long a code may be redeemed. */
const CODE_MS = 600_000;
/** How long a page may renew what it holds before somebody signs in again. */
const REFRESH_MS = 24 * 3_600_000;

interface Grant {
  readonly person: Person;
  readonly untilMs: number;
}

interface CodeGrant extends Grant {
  readonly wish: Wish;
}

/** The token endpoint's answer, as OAuth writes it. */
export interface TokenAnswer {
  readonly status: 200 | 400;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Codes and refresh tokens given out; they end with the process, as a session at Microsoft ends. */
export function openGrants(world: World) {
  const codes = new Map<string, CodeGrant>();
  const refreshes = new Map<string, Grant>();

  const answer = (grant: Grant, scope: string, nonce?: string): TokenAnswer => {
    const issued = issueToken(world, grant.person, scope.split(" "));
    if ("error" in issued) {
      return issued.error === "admin_consent_required"
        ? refused("invalid_grant", "AADSTS90094", "An administrator has to consent.")
        : refused(
            "invalid_grant",
            "AADSTS65001",
            "The user has not consented.",
            "consent_required",
          );
    }
    const refresh = newGuid(world.chance);
    refreshes.set(refresh, grant);
    return { status: 200, body: bodyOf(issued, refresh, world.directory.tenant.id, nonce) };
  };

  return {
    /** A code for a person who signed in, good once. */
    giveCode(person: Person, wish: Wish): string {
      const code = newGuid(world.chance);
      codes.set(code, { person, wish, untilMs: world.now() + CODE_MS });
      return code;
    },
    /** Tokens for a code, if whoever brings it also brings the key whose proof the code was asked with. */
    redeemCode(form: Readonly<Record<string, string>>): TokenAnswer {
      const { code = "", code_verifier = "", redirect_uri = "", scope } = form;
      const grant = codes.get(code);
      codes.delete(code);
      if (grant === undefined || grant.untilMs <= world.now()) {
        return refused("invalid_grant", "AADSTS70008", "The authorization code has expired.");
      }
      if (redirect_uri !== grant.wish.redirect_uri) {
        return refused("invalid_request", "AADSTS500112", "The reply address does not match.");
      }
      const proof = createHash("sha256").update(code_verifier).digest("base64url");
      if (proof !== grant.wish.code_challenge) {
        return refused("invalid_grant", "AADSTS501481", "The Code_Verifier does not match.");
      }
      const lasting = { person: grant.person, untilMs: world.now() + REFRESH_MS };
      return answer(lasting, scope ?? grant.wish.scope, grant.wish.nonce);
    },
    /** Further tokens; a page's refresh tokens end a day after its sign-in. */
    refresh(form: Readonly<Record<string, string>>): TokenAnswer {
      const { refresh_token = "", scope = "" } = form;
      const grant = refreshes.get(refresh_token);
      if (grant === undefined || grant.untilMs <= world.now()) {
        return refused("invalid_grant", "AADSTS700084", "The refresh token has expired.");
      }
      return answer(grant, scope);
    },
  };
}

/** Made by `openGrants`. */
export type Grants = ReturnType<typeof openGrants>;

/** An OAuth error as Entra words it. */
export function refused(
  error: string,
  code: string,
  sentence: string,
  suberror?: string,
): TokenAnswer {
  return {
    status: 400,
    body: {
      error,
      error_description: `${code}: ${sentence}`,
      error_codes: [Number(code.replace("AADSTS", ""))],
      ...(suberror !== undefined && { suberror }),
    },
  };
}

function bodyOf(issued: IssuedToken, refresh: string, tenantId: string, nonce?: string) {
  const { account, access_token, expires_in, scope } = issued;
  const [, payload = ""] = issued.id_token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as object;
  const identity = { ...claims, ...(nonce !== undefined && { nonce }) };
  return {
    token_type: "Bearer",
    scope: `${scope} openid profile`,
    expires_in,
    ext_expires_in: expires_in,
    access_token,
    refresh_token: refresh,
    id_token: `${encoded({ typ: "JWT", alg: "none" })}.${encoded(identity)}.`,
    client_info: encoded({ uid: account.localAccountId, utid: tenantId }),
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
