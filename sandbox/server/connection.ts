import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Cuts the connection without an answer, as a network that fails does. */
export function cutConnection(c: Context): Response {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  incoming?.socket.destroy();
  return c.body(null, 500);
}
