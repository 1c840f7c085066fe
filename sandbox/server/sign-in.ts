import { Hono } from "hono";
import type { Context } from "hono";
import * as v from "valibot";
import { administers } from "../directory/administrators.ts";
import { needsAdministrator } from "../graph/applications/consent-policy.ts";
import { principalOfApp } from "../graph/applications/registry.ts";
import { newGuid } from "../graph/call.ts";
import type { World } from "../graph/call.ts";
import type { GraphService } from "../graph/service.ts";
import { issueToken } from "../graph/tokens.ts";
import type { TokenRefusal } from "../graph/tokens.ts";

const SignIn = v.object({
  person: v.string(),
  scopes: v.optional(v.array(v.string())),
  /** The client id of the app that signs in, where it is not the directory's own. */
  client: v.optional(v.string()),
  /** For trying out what an expired token does. */
  expiresInSeconds: v.optional(v.number()),
});
const Consent = v.object({
  person: v.string(),
  scopes: v.array(v.string()),
  client: v.optional(v.string()),
  /** An administrator's tick: for the whole organization. */
  forEverybody: v.optional(v.boolean(), false),
});

/** Entra's sentence for each refusal, with the number by which it is looked up. */
const SENTENCES: Readonly<Record<TokenRefusal["error"], string>> = {
  consent_required:
    "AADSTS65001: The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.",
  admin_consent_required:
    "AADSTS90094: An administrator has set a policy that prevents you from granting the permissions it is requesting. Contact an administrator who can grant them on your behalf.",
  invalid_scope: "AADSTS70011: The provided value for the input parameter 'scope' is not valid.",
};

/** What Entra does: tokens for a person, and a person's consent to what they may consent to. */
export function signInRoutes({ world }: GraphService): Hono {
  const app = new Hono();
  const { people, tenant } = world.directory;

  app.post("/token", async (c) => {
    const wish = await read(c, SignIn);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    const person = people.get(wish.person);
    if (!person) return c.json({ error: "unknown_person" }, 404);
    const { client = tenant.clientId, scopes, expiresInSeconds } = wish;
    if (!isRegistered(world, client)) return c.json(noApplication(client), 400);
    const token = issueToken(world, person, scopes, expiresInSeconds, client);
    return "error" in token
      ? c.json({ ...token, error_description: SENTENCES[token.error] }, 403)
      : c.json(token);
  });
  app.post("/consent", async (c) => {
    const wish = await read(c, Consent);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    const person = people.get(wish.person);
    if (!person) return c.json({ error: "unknown_person" }, 404);
    const { client = tenant.clientId, forEverybody } = wish;
    if (!isRegistered(world, client)) return c.json(noApplication(client), 400);
    const isTooMuch = forEverybody && !administers(person, "applications");
    const scopes = isTooMuch ? wish.scopes : needsAdministrator(world, person, wish.scopes);
    if (scopes.length > 0) {
      const error = "admin_consent_required";
      return c.json({ error, scopes, error_description: SENTENCES[error] }, 409);
    }
    makePresent(world, client);
    world.record({
      fact: "scopes-consented",
      personId: person.id,
      scopes: wish.scopes,
      appId: client,
      ...(forEverybody && { forEverybody }),
    });
    return c.json({ scopes: wish.scopes });
  });
  return app;
}

function isRegistered({ state }: World, appId: string): boolean {
  return [...state.registry.applications.values()].some((one) => one.appId === appId);
}

function noApplication(appId: string) {
  return {
    error: "unauthorized_client",
    error_description: `AADSTS700016: Application with identifier '${appId}' was not found in the directory.`,
  };
}

/** The first consent makes an app present in the tenant. */
function makePresent(world: World, appId: string): void {
  const { registry } = world.state;
  if (principalOfApp(registry, appId)) return;
  const application = [...registry.applications.values()].find((one) => one.appId === appId);
  const displayName = String(application?.given["displayName"]);
  const principal = { id: newGuid(world.chance), appId, displayName };
  world.record({ fact: "service-principal-written", principal });
}

async function read<Shape extends v.GenericSchema>(
  c: Context,
  shape: Shape,
): Promise<v.InferOutput<Shape> | undefined> {
  const result = v.safeParse(shape, await c.req.json().catch(() => undefined));
  return result.success ? result.output : undefined;
}
