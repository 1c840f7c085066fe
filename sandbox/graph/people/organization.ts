import type { Organization } from "@microsoft/microsoft-graph-types";
import type { Call, Route } from "../call.ts";
import { project, selected } from "../odata/query.ts";

function describe({ world }: Call): Organization {
  const { tenant } = world.directory;
  return {
    id: tenant.id,
    displayName: tenant.name,
    tenantType: "AAD",
    verifiedDomains: [
      {
        name: tenant.domain,
        isDefault: true,
        isInitial: true,
        type: "Managed",
        capabilities: "Email, OfficeCommunicationsOnline",
      },
    ],
  };
}

/** The tenant itself. */
export const organizationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/organization",
    scopes: ["User.Read", "User.Read.All", "Directory.Read.All"],
    workload: "directory",
    units: 1,
    query: ["$select"],
    answer: (call) => ({
      status: 200,
      body: {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#organization",
        value: [project(describe(call), selected(call.query))],
      },
    }),
  },
];
