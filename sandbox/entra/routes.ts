import { Hono } from "hono";
import type { Context } from "hono";
import type { GraphService } from "../graph/service.ts";
import { authorize } from "./authorize.ts";
import { openGrants, refused } from "./grants.ts";
import { refusalPage, signedOutPage } from "./pages.ts";
import { isTurnedDown, readWish } from "./wish.ts";

/** The host that the sandbox's pages outside Teams sign in at; the worker brings it here. */
export const LOGIN_HOST = "login.larkfield.example";
const CROSS_ORIGIN =
  "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.";

/**
 * Entra's endpoints for a page that signs in by itself: discovery, authorize, token and sign-out.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function entraRoutes(
  { world }: GraphService,
  pagesUrlOf: (request: Request) => string,
): Hono {
  const app = new Hono();
  const { id: tenantId, clientId } = world.directory.tenant;
  const grants = openGrants(world);
  // A tenant may be named by its id, a domain of its own, or a word such as "organizations".
  const below = "/:tenant";
  const registered = (c: Context) => [`${pagesUrlOf(c.req.raw)}/browser/log.html`];

  app.get(`${below}/v2.0/.well-known/openid-configuration`, (c) =>
    c.json(discovery(`${pagesUrlOf(c.req.raw)}/login/${tenantId}`, c.req.param("tenant"))),
  );
  app.on(["GET", "POST"], `${below}/oauth2/v2.0/authorize`, async (c) => {
    const wish = readWish(c.req.query(), { clientId, redirectUris: registered(c) });
    if (isTurnedDown(wish)) return c.html(refusalPage(wish), 400);
    const step = authorize(world, grants, wish, c.req.method === "POST" ? await formOf(c) : {});
    return "back" in step ? c.redirect(step.back) : c.html(step.page, step.status);
  });
  app.post(`${below}/oauth2/v2.0/token`, async (c) => {
    const form = await formOf(c);
    const answer =
      c.req.header("origin") === undefined
        ? refused("invalid_request", "AADSTS9002327", CROSS_ORIGIN)
        : redeem(form);
    return c.json(answer.body, answer.status);
  });
  app.get(`${below}/oauth2/v2.0/logout`, (c) => {
    const back = c.req.query("post_logout_redirect_uri") ?? "";
    return registered(c).includes(back) ? c.redirect(back) : c.html(signedOutPage());
  });
  return app;

  function redeem(form: Readonly<Record<string, string>>) {
    if (form["client_id"] !== clientId) {
      return refused("unauthorized_client", "AADSTS700016", "Application was not found.");
    }
    if (form["grant_type"] === "authorization_code") return grants.redeemCode(form);
    if (form["grant_type"] === "refresh_token") return grants.refresh(form);
    return refused("unsupported_grant_type", "AADSTS70003", "The grant type is not supported.");
  }
}

/** People come to the pages by their own address; what a script asks for goes by Microsoft's. */
function discovery(pages: string, tenant: string) {
  const asked = `https://${LOGIN_HOST}/${tenant}`;
  return {
    issuer: `${asked}/v2.0`,
    authorization_endpoint: `${pages}/oauth2/v2.0/authorize`,
    token_endpoint: `${asked}/oauth2/v2.0/token`,
    end_session_endpoint: `${pages}/oauth2/v2.0/logout`,
    jwks_uri: `${asked}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    scopes_supported: ["openid", "profile", "offline_access"],
  };
}

async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const form = await c.req.parseBody();
  const texts = Object.entries(form).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}
