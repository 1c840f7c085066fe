import type { RestRoute } from "./call.ts";
import { fieldRoutes } from "./looks/fields.ts";
import { listRoutes } from "./lists.ts";
import { siteScriptRoutes } from "./site-scripts/routes.ts";
import { viewFieldRoutes } from "./looks/view-fields.ts";
import { viewRoutes } from "./looks/views.ts";

/** Everything of SharePoint REST that the sandbox knows; what is not here is refused with 501. */
export const routes: readonly RestRoute[] = [
  ...listRoutes,
  ...viewRoutes,
  ...viewFieldRoutes,
  ...fieldRoutes,
  ...siteScriptRoutes,
];
