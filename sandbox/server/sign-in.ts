import { Hono } from "hono";
import type { Context } from "hono";
import * as v from "valibot";
import type { GraphService } from "../graph/service.ts";
import { issueToken, needsAdministrator } from "../graph/tokens.ts";

const SignIn = v.object({
  person: v.string(),
  scopes: v.optional(v.array(v.string())),
  /** For trying out what an expired token does. */
  expiresInSeconds: v.optional(v.number()),
});
const Consent = v.object({ person: v.string(), scopes: v.array(v.string()) });

/** What Entra does: tokens for a person, and a person's consent to what they may consent to. */
export function signInRoutes({ world }: GraphService): Hono {
  const app = new Hono();
  const { directory } = world;

  app.post("/token", async (c) => {
    const wish = await read(c, SignIn);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    const person = directory.people.get(wish.person);
    if (!person) return c.json({ error: "unknown_person" }, 404);
    const token = issueToken(world, person, wish.scopes, wish.expiresInSeconds);
    return c.json(token, "error" in token ? 403 : 200);
  });
  app.post("/consent", async (c) => {
    const wish = await read(c, Consent);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    if (!directory.people.has(wish.person)) return c.json({ error: "unknown_person" }, 404);
    const scopes = needsAdministrator(directory, wish.scopes);
    if (scopes.length > 0) return c.json({ error: "admin_consent_required", scopes }, 409);
    world.record({ fact: "scopes-consented", personId: wish.person, scopes: wish.scopes });
    return c.json({ scopes: wish.scopes });
  });
  return app;
}

async function read<Shape extends v.GenericSchema>(
  c: Context,
  shape: Shape,
): Promise<v.InferOutput<Shape> | undefined> {
  const result = v.safeParse(shape, await c.req.json().catch(() => undefined));
  return result.success ? result.output : undefined;
}
