import { Hono } from "hono";
import type { GraphService } from "../graph/service.ts";

/** Pages on which a person reads the lists, as they would in SharePoint. */
export function listPageRoutes(_graph: GraphService): Hono {
  return new Hono();
}
