import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { readBehaviour } from "../graph/conditions/behaviour.ts";
import type { GraphService } from "../graph/service.ts";
import type { Tenant } from "../graph/store/tenant.ts";
import type { TrafficFeed } from "./traffic.ts";

/** The sandbox's switches beside Graph: how it behaves, what goes wrong, what it cost, start over. */
export function controlRoutes(graph: GraphService, tenant: Tenant, traffic: TrafficFeed): Hono {
  const app = new Hono();
  const atFirst = { ...graph.world.behaviour };

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
  app.get("/behaviour", (c) => c.json(graph.world.behaviour));
  app.put("/behaviour", async (c) => {
    try {
      graph.behave(readBehaviour(await c.req.json()));
      return c.json(graph.world.behaviour);
    } catch (error) {
      return c.json({ error: "invalid_behaviour", message: String(error) }, 400);
    }
  });
  app.get("/push", (c) => c.json(graph.world.push.read()));
  app.post("/reset", (c) => {
    tenant.reset();
    graph.world.push.reset();
    graph.faults.set([]);
    graph.behave(atFirst);
    graph.meter.reset();
    return c.body(null, 204);
  });
  app.get("/traffic", (c) =>
    streamSSE(c, async (stream) => {
      const send = (entry: unknown) => stream.writeSSE({ data: JSON.stringify(entry) });
      for (const entry of traffic.recent()) await send(entry);
      const stop = traffic.subscribe((entry) => void send(entry));
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
      });
      stop();
    }),
  );
  return app;
}
