import type { Site as GraphSite } from "@microsoft/microsoft-graph-types";
import type { Site } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { param, secondsOf } from "../call.ts";
import { notFound, refuse, unknown } from "../errors.ts";
import { project, selected } from "../odata/query.ts";
import { holds, READ_SCOPES, SEARCH_SCOPES, siteOf, siteUrl } from "./access.ts";

const MADE_AT = Date.UTC(2025, 0, 13, 8);

function showSite(call: Call, site: Site): GraphSite {
  return {
    id: site.id,
    createdDateTime: secondsOf(MADE_AT),
    lastModifiedDateTime: secondsOf(MADE_AT),
    name: site.path.split("/").at(-1) ?? site.path,
    description: site.description,
    displayName: site.displayName,
    webUrl: siteUrl(call, site),
    siteCollection: { hostname: call.world.directory.tenant.sharePointHost },
    root: {},
  };
}

function answerWith(call: Call, site: Site) {
  const shown = project(showSite(call, site), selected(call.query));
  const context = { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#sites/$entity" };
  return { status: 200, body: { ...context, ...shown } };
}

/** Sites: found by id, by address, by a word in their name. */
export const siteRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/sites",
    scopes: SEARCH_SCOPES,
    workload: "sharepoint",
    units: 2,
    query: ["search", "$select"],
    answer: (call) => {
      const search = call.query.get("search");
      if (search === undefined) return unknown("GET /sites without search");
      const word = search.toLowerCase().replaceAll("*", "").trim();
      const found = call.world.directory.sites
        .filter((site) => holds(call, site, "read"))
        .filter((site) => `${site.displayName} ${site.path}`.toLowerCase().includes(word));
      return {
        status: 200,
        body: {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#sites",
          value: found.map((site) => project(showSite(call, site), selected(call.query))),
        },
      };
    },
  },
  {
    method: "GET",
    path: "/sites/{site-id}",
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$select"],
    answer: (call) => answerWith(call, siteOf(call)),
  },
  {
    method: "GET",
    path: "/sites/{site-host}:/{site-path}",
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$select"],
    answer: (call) => {
      const { directory } = call.world;
      const path = param(call, "site-path")
        .replace(/:?\/?$/, "")
        .toLowerCase();
      const host = param(call, "site-host").toLowerCase();
      const site = directory.sites.find((one) => one.path.toLowerCase() === path);
      if (!site || host !== directory.tenant.sharePointHost)
        return notFound("Requested site could not be found");
      if (!holds(call, site, "read")) refuse(403, "accessDenied", "Access denied");
      return answerWith(call, site);
    },
  },
];
