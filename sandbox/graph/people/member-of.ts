import type { DirectoryRole, Group as GraphGroup } from "@microsoft/microsoft-graph-types";
import { directoryRoles } from "../../directory/administrators.ts";
import { guidOf } from "../applications/guid.ts";
import type { Call, Route } from "../call.ts";
import { project, selected } from "../odata/query.ts";

const GROUP_SCOPES = [
  "Group.Read.All",
  "Group.ReadBasic.All",
  "GroupMember.Read.All",
  "GroupMember.ReadBasic.All",
  "Directory.Read.All",
];
const ROLE_SCOPES = ["Directory.Read.All"];

function groupsOf(call: Call): (GraphGroup & { "@odata.type": string })[] {
  const { directory } = call.world;
  return directory.groups
    .filter((group) => directory.isMember(group, call.caller))
    .map(({ id, displayName, mail }) => ({
      "@odata.type": "#microsoft.graph.group",
      id,
      displayName,
      mail,
      groupTypes: ["Unified"],
      mailEnabled: true,
      securityEnabled: false,
    }));
}

function rolesOf({ caller, world }: Call): (DirectoryRole & { "@odata.type": string })[] {
  return directoryRoles
    .filter(({ displayName }) => caller.directoryRoles.includes(displayName))
    .map(({ displayName, description, templateId }) => ({
      "@odata.type": "#microsoft.graph.directoryRole",
      // Each tenant has its own id for a role; only the template's is the same everywhere.
      id: guidOf(`${world.directory.tenant.id} ${templateId}`),
      displayName,
      description,
      roleTemplateId: templateId,
    }));
}

/** What the token may not see keeps its kind and id, and has null for the rest. */
function shown<Entity extends object>(call: Call, entity: Entity, scopes: readonly string[]) {
  const select = selected(call.query);
  if (scopes.some((scope) => call.scopes.has(scope))) return project(entity, select);
  const hidden = Object.entries(entity).map(([name, value]) =>
    name === "id" || name.startsWith("@odata.") || Array.isArray(value)
      ? [name, Array.isArray(value) ? [] : (value as unknown)]
      : [name, null],
  );
  return project(Object.fromEntries(hidden) as Entity, select);
}

function answer(call: Call) {
  return {
    status: 200,
    body: {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#directoryObjects",
      value: [
        ...groupsOf(call).map((group) => shown(call, group, GROUP_SCOPES)),
        ...rolesOf(call).map((role) => shown(call, role, ROLE_SCOPES)),
      ],
    },
  };
}

const shape = {
  method: "GET",
  workload: "directory",
  units: 2,
  query: ["$select"],
  scopes: ["User.Read", ...GROUP_SCOPES.filter((scope) => scope !== "Group.Read.All")],
  answer,
} as const;

/** Groups one is in, and roles of an administrator one has; no group here lies in another. */
export const memberOfRoutes: readonly Route[] = [
  { ...shape, path: "/me/memberOf" },
  { ...shape, path: "/me/transitiveMemberOf" },
];
