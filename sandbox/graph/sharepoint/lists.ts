import type { List as GraphList } from "@microsoft/microsoft-graph-types";
import type { Site } from "../../directory/directory.ts";
import type { Call, Route, World } from "../call.ts";
import { bodyOf, newGuid, secondsOf } from "../call.ts";
import { invalid, refuse, unknown } from "../errors.ts";
import { parseFilter, comparisonsIn, meets } from "../odata/filter.ts";
import { expansions, project, selected } from "../odata/query.ts";
import type { ListHead } from "../store/facts.ts";
import type { List } from "../store/list.ts";
import {
  identityOf,
  listOf,
  listsOf,
  listUrl,
  MANAGE_SCOPES,
  READ_SCOPES,
  siteOf,
  lookupIdOf,
} from "./access.ts";
import { readableColumns } from "./columns.ts";
import { defineColumn } from "./column-definition.ts";
import { SELECTED_SCOPE } from "../selected/site-grants.ts";

const MOST_LISTS = 2000;
const NAMED_BY_SERVER =
  "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'";

function showList(call: Call, site: Site, list: List): GraphList {
  const { head } = list;
  const withColumns = expansions(call.query, ["columns"])[0];
  const shown: GraphList & { "@odata.etag": string } = {
    "@odata.etag": etagOf(head),
    id: head.id,
    eTag: etagOf(head),
    name: head.name,
    displayName: head.displayName,
    description: head.description,
    createdDateTime: secondsOf(head.createdAt),
    lastModifiedDateTime: secondsOf(head.modifiedAt),
    createdBy: identityOf(call.world, head.createdBy),
    lastModifiedBy: identityOf(call.world, head.createdBy),
    parentReference: { siteId: site.id },
    webUrl: listUrl(call, site, list),
    list: { contentTypesEnabled: false, hidden: false, template: "genericList" },
  };
  const columns = withColumns && {
    columns: readableColumns(call, list).map((column) => project(column, withColumns.select)),
  };
  const select = selected(call.query);
  return { ...project(shown, select), ...columns };
}

function etagOf(head: ListHead): string {
  return `"${head.id},${head.version}"`;
}

function contextOf(site: Site): string {
  return `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists`;
}

/** A list nobody has made before; it is not recorded yet. */
export function newHead(
  world: World,
  site: Site,
  personId: string,
  displayName: string,
  description: string,
): ListHead {
  const at = world.now();
  return {
    id: newGuid(world.chance),
    siteId: site.id,
    name: displayName.replace(/[\\/:*?"<>|#%&{}~+.]/g, ""),
    displayName,
    description,
    createdAt: at,
    createdBy: personId,
    modifiedAt: at,
    version: 0,
    readableFrom: at + world.behaviour.readableAfterMs,
  };
}

function createList(call: Call) {
  const site = siteOf(call, "owner");
  const { name, displayName, description, list: kind, columns = [], ...rest } = bodyOf(call);
  const stray = Object.keys(rest).find((key) => !key.startsWith("@odata."));
  if (stray !== undefined) unknown(`the property ${stray} of a new list`);
  if (name !== undefined) invalid(NAMED_BY_SERVER);
  if (typeof displayName !== "string" || displayName.trim() === "")
    return invalid("The list's displayName is missing.");
  const template = (kind as { template?: unknown } | undefined)?.template ?? "genericList";
  if (template !== "genericList") unknown(`the list template ${JSON.stringify(template)}`);
  if (!Array.isArray(columns)) return invalid("The list's columns must be an array.");
  refuseTaken(call, site, displayName);

  const { world, caller } = call;
  const about = typeof description === "string" ? description : "";
  const head = newHead(world, site, caller.id, displayName, about);
  // Every column is checked before the list exists: a refused create leaves nothing behind.
  const defined = (columns as unknown[]).reduce<ReturnType<typeof defineColumn>[]>(
    (sofar, column) => [...sofar, defineColumn(world, column, sofar)],
    [],
  );
  world.record({ fact: "list-written", head });
  for (const definition of defined)
    world.record({
      fact: "column-written",
      listId: head.id,
      column: { definition, readableFrom: head.readableFrom },
    });
  lookupIdOf(world, site, caller.id);
  const list = world.state.lists.get(head.id) as List;
  const context = { "@odata.context": `${contextOf(site)}/$entity` };
  return { status: 201, body: { ...context, ...showList(call, site, list) } };
}

function refuseTaken(call: Call, site: Site, displayName: string, except?: List): void {
  // Also a list that is not readable yet holds its title.
  const all = [...call.world.state.lists.values()].filter(
    (list) => list !== except && list.head.siteId === site.id,
  );
  if (all.some(({ head }) => head.displayName.toLowerCase() === displayName.toLowerCase()))
    refuse(409, "nameAlreadyExists", "The specified name is already in use.");
  if (all.length >= MOST_LISTS) invalid("The site already holds the largest number of lists.");
}

function changeList(call: Call) {
  const { site, list } = listOf(call, "owner");
  const { displayName, description, ...rest } = bodyOf(call);
  const stray = Object.keys(rest)[0];
  if (stray !== undefined) unknown(`changing the property ${stray} of a list`);
  if (typeof displayName === "string") refuseTaken(call, site, displayName, list);
  const head: ListHead = {
    ...list.head,
    ...(typeof displayName === "string" && { displayName }),
    ...(typeof description === "string" && { description }),
    modifiedAt: call.world.now(),
    version: list.head.version + 1,
  };
  call.world.record({ fact: "list-written", head });
  return { status: 200, body: showList(call, site, list) };
}

/** Lists of a site. Views and item-level rights are not part of Graph. */
export const listRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/sites/{site-id}/lists",
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 2,
    query: ["$select", "$filter", "$expand"],
    answer: (call) => {
      const site = siteOf(call);
      const text = call.query.get("$filter");
      const filter = text === undefined ? undefined : parseFilter(text);
      if (filter && comparisonsIn(filter).some(({ property }) => property !== "displayName"))
        invalid("Lists can be filtered by displayName only.");
      const lists = listsOf(call.world, site).filter(
        ({ head }) => !filter || meets(filter, () => head.displayName),
      );
      return {
        status: 200,
        body: {
          "@odata.context": contextOf(site),
          value: lists.map((list) => showList(call, site, list)),
        },
      };
    },
  },
  {
    method: "POST",
    path: "/sites/{site-id}/lists",
    scopes: ["Sites.Manage.All", SELECTED_SCOPE],
    workload: "sharepoint",
    units: 2,
    answer: createList,
  },
  {
    method: "GET",
    path: "/sites/{site-id}/lists/{list-id}",
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$select", "$expand"],
    answer: (call) => {
      const { site, list } = listOf(call);
      const context = { "@odata.context": `${contextOf(site)}/$entity` };
      return { status: 200, body: { ...context, ...showList(call, site, list) } };
    },
  },
  {
    method: "PATCH",
    path: "/sites/{site-id}/lists/{list-id}",
    scopes: MANAGE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: changeList,
  },
  {
    method: "DELETE",
    path: "/sites/{site-id}/lists/{list-id}",
    scopes: MANAGE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: (call) => {
      const { list } = listOf(call, "owner");
      call.world.record({ fact: "list-deleted", listId: list.head.id });
      return { status: 204 };
    },
  },
];
