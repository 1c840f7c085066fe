import type { Call, Route } from "../call.ts";
import { bodyOf, newGuid, param } from "../call.ts";
import { invalid, notFound, refuse, unknown } from "../errors.ts";
import { linkTo, pageSize } from "../odata/query.ts";
import type { Fields, Row } from "../store/facts.ts";
import { currentRow, shownRows } from "../store/list.ts";
import type { List } from "../store/list.ts";
import { refuseGuarded, rowsInDefaultView } from "../../sharepoint-rest/item-rights.ts";
import { listOf, lookupIdOf, READ_SCOPES, WRITE_SCOPES } from "./access.ts";
import { readableColumns } from "./columns.ts";
import { filteredRows } from "./item-filter.ts";
import { etagOf, itemView } from "./item-view.ts";
import { isUserInformationList, listSiteUsers } from "./user-information-list.ts";
import { defaultFields, takeFields } from "./values.ts";

const PAGE = 200;
const LARGEST_PAGE = 5000;

/**
 * The item a request names, as last committed.
 *
 * @throws GraphError 404 when it was never there or is deleted.
 */
export function rowOf(call: Call, list: List): Row {
  const id = Number(param(call, "listItem-id"));
  return currentRow(list, id) ?? notFound("The specified item was not found");
}

function listItems(call: Call) {
  if (isUserInformationList(call)) return listSiteUsers(call);
  const { site, list } = listOf(call);
  const after = readSkipToken(call.query.get("$skiptoken"));
  const size = pageSize(call.query, PAGE, LARGEST_PAGE);
  const rows = filteredRows(
    call,
    readableColumns(call, list),
    rowsInDefaultView(call, site, list, shownRows(list, call.world.now())),
  ).filter((row) => row.id > after);
  const page = rows.slice(0, size);
  const view = itemView(call, site, list);
  const path = `/sites/${site.id}/lists/${list.head.id}/items`;
  const skip = Buffer.from(`Paged=TRUE&p_ID=${page.at(-1)?.id ?? 0}`).toString("base64");
  return {
    status: 200,
    body: {
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.head.id}')/items`,
      value: page.map(view.show),
      ...(rows.length > size && {
        "@odata.nextLink": linkTo(path, call.query, { $skiptoken: skip }),
      }),
    },
  };
}

function readSkipToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const text = Buffer.from(token, "base64").toString("utf8");
  const id = /^Paged=TRUE&p_ID=(\d+)$/.exec(text)?.[1];
  return id === undefined ? invalid("The skip token is malformed.") : Number(id);
}

function createItem(call: Call) {
  const { site, list } = listOf(call, "write");
  const { world, caller } = call;
  refuseGuarded(call, site, list);
  const { fields = {}, ...rest } = bodyOf(call);
  const stray = Object.keys(rest).find((key) => !key.startsWith("@odata."));
  if (stray !== undefined) unknown(`the property ${stray} of a new item`);
  const columns = readableColumns(call, list);
  const taken = takeFields(world, site, columns, defaultFields(columns), fields);
  refuseDuplicate(call, list, taken);
  // The number for a person exists from their first write on, not before.
  lookupIdOf(world, site, caller.id);
  const at = world.now();
  const row: Row = {
    id: list.nextRowId,
    guid: newGuid(world.chance),
    version: 1,
    createdAt: at,
    createdBy: caller.id,
    modifiedAt: at,
    modifiedBy: caller.id,
    fields: taken,
    visibleFrom: visibleFrom(call),
  };
  world.record({ fact: "row-written", listId: list.head.id, row });
  const view = itemView(call, site, list);
  return {
    status: 201,
    body: {
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.head.id}')/items/$entity`,
      ...view.show(row),
      fields: view.fields(row),
    },
    headers: { etag: etagOf(row) },
  };
}

function changeFields(call: Call) {
  const { site, list } = listOf(call, "write");
  const { world, caller } = call;
  const before = rowOf(call, list);
  refuseGuarded(call, site, list, before);
  refuseStale(call, before);
  const columns = readableColumns(call, list);
  const taken = takeFields(world, site, columns, before.fields, call.body);
  refuseDuplicate(call, list, taken, before.id);
  lookupIdOf(world, site, caller.id);
  const row: Row = {
    ...before,
    version: before.version + 1,
    modifiedAt: world.now(),
    modifiedBy: caller.id,
    fields: taken,
    visibleFrom: visibleFrom(call),
  };
  world.record({ fact: "row-written", listId: list.head.id, row });
  return {
    status: 200,
    body: itemView(call, site, list).fields(row),
    headers: { etag: etagOf(row) },
  };
}

function deleteItem(call: Call) {
  const { site, list } = listOf(call, "write");
  const row = rowOf(call, list);
  refuseGuarded(call, site, list, row);
  refuseStale(call, row);
  call.world.record({
    fact: "row-deleted",
    listId: list.head.id,
    rowId: row.id,
    visibleFrom: visibleFrom(call),
  });
  return { status: 204 };
}

function visibleFrom({ world }: Call): number {
  const late = world.behaviour.rowsVisibleAfterMs;
  return world.now() + (late > 0 ? Math.round(world.chance() * late) : 0);
}

function refuseStale(call: Call, row: Row): void {
  const wanted = call.headers.get("if-match");
  if (wanted === null || wanted === "*") return;
  if (!/^(W\/)?"[^"]*,\d+"$/.test(wanted))
    refuse(400, "malformedEntityTag", "The If-Match header is not a well-formed eTag.");
  if (wanted.replace(/^W\//, "") !== etagOf(row))
    refuse(412, "resourceModified", "ETag does not match current item's value");
}

function refuseDuplicate(call: Call, list: List, fields: Fields, except?: number): void {
  for (const [name, holders] of list.unique) {
    const value = fields[name];
    const holder = value === undefined ? undefined : holders.get(value);
    if (holder !== undefined && holder !== except) answerDuplicate(call);
  }
}

function answerDuplicate({ world }: Call): never {
  const message = "One or more fields with unique constraints already has the provided value.";
  switch (world.behaviour.duplicateAnswer) {
    case "invalidRequest":
      return invalid(message);
    case "conflict":
      return refuse(409, "conflict", message);
    case "generalException":
      return refuse(500, "generalException", "General exception while processing");
  }
}

const ITEMS = "/sites/{site-id}/lists/{list-id}/items";

/** Items of a list: typed, versioned, unique where a column says so. */
export const itemRoutes: readonly Route[] = [
  {
    method: "GET",
    path: ITEMS,
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 2,
    // $orderby is taken and has no effect, as in production: sort in the client.
    query: ["$expand", "$filter", "$top", "$skiptoken", "$orderby", "$select"],
    answer: listItems,
  },
  {
    method: "POST",
    path: ITEMS,
    scopes: WRITE_SCOPES,
    workload: "sharepoint",
    units: 2,
    query: ["$expand"],
    answer: createItem,
  },
  {
    method: "GET",
    path: `${ITEMS}/{listItem-id}`,
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$expand", "$select"],
    answer: (call) => {
      const { site, list } = listOf(call);
      const row = rowOf(call, list);
      return {
        status: 200,
        body: itemView(call, site, list).show(row),
        headers: { etag: etagOf(row) },
      };
    },
  },
  {
    method: "DELETE",
    path: `${ITEMS}/{listItem-id}`,
    scopes: WRITE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: deleteItem,
  },
  {
    method: "GET",
    path: `${ITEMS}/{listItem-id}/fields`,
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$select"],
    answer: (call) => {
      const { site, list } = listOf(call);
      const row = rowOf(call, list);
      const select = call.query.get("$select")?.split(",");
      return { status: 200, body: itemView(call, site, list).fields(row, select) };
    },
  },
  {
    method: "PATCH",
    path: `${ITEMS}/{listItem-id}/fields`,
    scopes: WRITE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: changeFields,
  },
];
