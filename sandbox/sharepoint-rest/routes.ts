import type { RestRoute } from "./call.ts";
import { fieldRoutes } from "./fields.ts";
import { listRoutes } from "./lists.ts";
import { siteScriptRoutes } from "./site-scripts/routes.ts";
import { viewFieldRoutes } from "./view-fields.ts";
import { viewRoutes } from "./views.ts";

/** Everything of SharePoint REST that the sandbox knows; what is not here is refused with 501. */
export const routes: readonly RestRoute[] = [
  ...listRoutes,
  ...viewRoutes,
  ...viewFieldRoutes,
  ...fieldRoutes,
  ...siteScriptRoutes,
];
