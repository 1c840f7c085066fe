import { applicationRoutes } from "./applications/applications.ts";
import { permissionGrantRoutes } from "./applications/permission-grants.ts";
import { servicePrincipalRoutes } from "./applications/service-principals.ts";
import type { Route } from "./call.ts";
import { memberOfRoutes } from "./people/member-of.ts";
import { organizationRoutes } from "./people/organization.ts";
import { photoRoutes } from "./people/photos.ts";
import { presenceRoutes } from "./people/presence.ts";
import { userRoutes } from "./people/users.ts";
import { planRoutes } from "./planner/plans.ts";
import { taskDetailsRoutes } from "./planner/task-details.ts";
import { taskRoutes } from "./planner/tasks.ts";
import { pushRoutes } from "./push/routes.ts";
import { searchRoutes } from "./search/search.ts";
import { columnRoutes } from "./sharepoint/columns.ts";
import { deltaRoutes } from "./sharepoint/delta.ts";
import { itemRoutes } from "./sharepoint/items.ts";
import { listRoutes } from "./sharepoint/lists.ts";
import { sitePermissionRoutes } from "./selected/permissions.ts";
import { siteRoutes } from "./sharepoint/sites.ts";
import { versionRoutes } from "./sharepoint/versions.ts";
import { calendarRoutes } from "./teams/calendar.ts";
import { chatRoutes } from "./teams/chats.ts";
import { messageRoutes } from "./teams/messages.ts";
import { onlineMeetingRoutes } from "./teams/online-meetings.ts";

/** Everything of Graph that the sandbox knows; what is not here is refused with 501. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...memberOfRoutes,
  ...organizationRoutes,
  ...applicationRoutes,
  ...servicePrincipalRoutes,
  ...permissionGrantRoutes,
  ...photoRoutes,
  ...presenceRoutes,
  ...chatRoutes,
  ...messageRoutes,
  ...calendarRoutes,
  ...onlineMeetingRoutes,
  ...siteRoutes,
  ...sitePermissionRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...itemRoutes,
  ...versionRoutes,
  ...deltaRoutes,
  ...pushRoutes,
  ...searchRoutes,
  ...planRoutes,
  ...taskRoutes,
  ...taskDetailsRoutes,
];
