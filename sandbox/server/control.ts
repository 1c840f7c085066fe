import { Hono } from "hono";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import * as v from "valibot";
import type { GraphService } from "../graph/service.ts";
import type { Tenant } from "../graph/store/tenant.ts";
import { issueToken, needsAdministrator } from "../graph/tokens.ts";
import { showMeeting, showPerson } from "./directory-view.ts";
import type { TrafficFeed } from "./traffic.ts";

const SignIn = v.object({
  person: v.string(),
  scopes: v.optional(v.array(v.string())),
  /** For trying out what an expired token does. */
  expiresInSeconds: v.optional(v.number()),
});
const Consent = v.object({ person: v.string(), scopes: v.array(v.string()) });

async function read<Shape extends v.GenericSchema>(
  c: Context,
  shape: Shape,
): Promise<v.InferOutput<Shape> | undefined> {
  const result = v.safeParse(shape, await c.req.json().catch(() => undefined));
  return result.success ? result.output : undefined;
}

/** The sandbox's own switches, beside Graph: who exists, tokens, consent, faults, meter. */
export function controlRoutes(graph: GraphService, tenant: Tenant, traffic: TrafficFeed): Hono {
  const app = new Hono();
  const { directory } = tenant;

  // Named one by one: a star here would reach the static files that are served beside these.
  for (const path of ["people", "meetings", "token", "meter", "faults", "settings/*", "messages/*"])
    app.use(`/${path}`, async (c, next) => {
      await next();
      c.header("cache-control", "no-store");
    });
  app.get("/people", (c) =>
    c.json([...directory.people.values()].map((person) => showPerson(directory, person))),
  );
  app.get("/meetings", (c) =>
    c.json(
      [...directory.meetings.values()].map((one) => showMeeting(directory, one, graph.world.now())),
    ),
  );
  app.post("/token", async (c) => {
    const wish = await read(c, SignIn);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    const person = directory.people.get(wish.person);
    if (!person) return c.json({ error: "unknown_person" }, 404);
    const token = issueToken(graph.world, person, wish.scopes, wish.expiresInSeconds);
    return c.json(token, "error" in token ? 403 : 200);
  });
  app.post("/consent", async (c) => {
    const wish = await read(c, Consent);
    if (!wish) return c.json({ error: "invalid_request" }, 400);
    if (!directory.people.has(wish.person)) return c.json({ error: "unknown_person" }, 404);
    const scopes = needsAdministrator(directory, wish.scopes);
    if (scopes.length > 0) return c.json({ error: "admin_consent_required", scopes }, 409);
    tenant.record({ fact: "scopes-consented", personId: wish.person, scopes: wish.scopes });
    return c.json({ scopes: wish.scopes });
  });
  app.get("/meter", (c) => c.json(graph.meter.read()));
  app.get("/faults", (c) => c.json(graph.faults.read()));
  app.put("/faults", async (c) => {
    try {
      graph.faults.set(await c.req.json());
      return c.json(graph.faults.read());
    } catch (error) {
      return c.json({ error: "invalid_faults", message: String(error) }, 400);
    }
  });
  app.get("/settings/:meeting", (c) =>
    c.json(tenant.state.settings.get(c.req.param("meeting")) ?? null),
  );
  app.put("/settings/:meeting", async (c) => {
    const meetingId = c.req.param("meeting");
    if (!directory.meetings.has(meetingId)) return c.json({ error: "unknown_meeting" }, 404);
    const settings: unknown = await c.req.json().catch(() => undefined);
    if (typeof settings !== "object") return c.json({ error: "invalid_request" }, 400);
    tenant.record({ fact: "settings-saved", meetingId, settings });
    return c.json(settings);
  });
  app.get("/messages/:meeting", (c) => {
    const chatId = directory.meetings.get(c.req.param("meeting"))?.chatId;
    return c.json(
      tenant.state.messages.filter((one) => one.chatId === chatId).map((one) => one.content),
    );
  });
  app.post("/reset", (c) => {
    tenant.reset();
    graph.faults.set([]);
    graph.meter.reset();
    return c.body(null, 204);
  });
  app.get("/traffic", (c) =>
    streamSSE(c, async (stream) => {
      const send = (entry: unknown) => stream.writeSSE({ data: JSON.stringify(entry) });
      for (const entry of traffic.recent()) await send(entry);
      const stop = traffic.subscribe((entry) => void send(entry));
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );
  return app;
}
