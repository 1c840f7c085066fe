import type { Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { invalid, notFound } from "../errors.ts";
import { project, selected } from "../odata/query.ts";
import type { Column } from "../store/facts.ts";
import { currentRows } from "../store/list.ts";
import type { List } from "../store/list.ts";
import { listOf, MANAGE_SCOPES, READ_DEFINITION_SCOPES } from "./access.ts";
import { builtInColumns } from "./built-in-columns.ts";
import { changeColumn, defineColumn } from "./column-definition.ts";

/** The columns of a list that readers get to see by now, built-in ones first. */
export function readableColumns(
  call: Pick<Call, "world">,
  list: List,
): readonly Column["definition"][] {
  const now = call.world.now();
  const own = [...list.columns.values()].filter(({ readableFrom }) => readableFrom <= now);
  return [...builtInColumns, ...own.map(({ definition }) => definition)];
}

function columnOf(call: Call, list: List): Column["definition"] {
  const wanted = param(call, "columnDefinition-id").toLowerCase();
  const found = readableColumns(call, list).find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
  );
  return found ?? notFound("The specified column was not found");
}

function ownColumn(call: Call, list: List): Column["definition"] {
  const column = columnOf(call, list);
  if (!list.columns.has(column.id)) invalid(`Column '${column.name}' belongs to SharePoint.`);
  return column;
}

function ownColumns(list: List): Column["definition"][] {
  return [...list.columns.values()].map(({ definition }) => definition);
}

function addColumn(call: Call) {
  const { list } = listOf(call, "owner");
  const { world } = call;
  const definition = defineColumn(world, call.body, ownColumns(list));
  world.record({
    fact: "column-written",
    listId: list.head.id,
    column: { definition, readableFrom: world.now() + world.behaviour.readableAfterMs },
  });
  return { status: 201, body: definition };
}

function patchColumn(call: Call) {
  const { list } = listOf(call, "owner");
  const before = ownColumn(call, list);
  const definition = changeColumn(before, call.body, ownColumns(list));
  if (definition.enforceUniqueValues && !before.enforceUniqueValues)
    refuseDoubled(list, before.name);
  const known = list.columns.get(before.id) ?? { readableFrom: 0 };
  call.world.record({
    fact: "column-written",
    listId: list.head.id,
    column: { ...known, definition },
  });
  return { status: 200, body: definition };
}

function refuseDoubled(list: List, name: string): void {
  const values = currentRows(list).flatMap((row) => row.fields[name] ?? []);
  if (new Set(values).size < values.length)
    invalid(`Column '${name}' holds values twice and cannot enforce unique values.`);
}

/** Columns of a list. Changing them takes an owner of the site and a managing scope. */
export const columnRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/sites/{site-id}/lists/{list-id}/columns",
    scopes: READ_DEFINITION_SCOPES,
    workload: "sharepoint",
    units: 2,
    query: ["$select"],
    answer: (call) => {
      const { list } = listOf(call);
      const select = selected(call.query);
      const value = readableColumns(call, list).map((column) => project(column, select));
      return { status: 200, body: { value } };
    },
  },
  {
    method: "POST",
    path: "/sites/{site-id}/lists/{list-id}/columns",
    scopes: MANAGE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: addColumn,
  },
  {
    method: "GET",
    path: "/sites/{site-id}/lists/{list-id}/columns/{columnDefinition-id}",
    scopes: READ_DEFINITION_SCOPES,
    workload: "sharepoint",
    units: 1,
    query: ["$select"],
    answer: (call) => ({
      status: 200,
      body: project(columnOf(call, listOf(call).list), selected(call.query)),
    }),
  },
  {
    method: "PATCH",
    path: "/sites/{site-id}/lists/{list-id}/columns/{columnDefinition-id}",
    scopes: MANAGE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: patchColumn,
  },
  {
    method: "DELETE",
    path: "/sites/{site-id}/lists/{list-id}/columns/{columnDefinition-id}",
    scopes: MANAGE_SCOPES,
    workload: "sharepoint",
    units: 2,
    answer: (call) => {
      const { list } = listOf(call, "owner");
      const column = ownColumn(call, list);
      call.world.record({ fact: "column-deleted", listId: list.head.id, columnId: column.id });
      return { status: 204 };
    },
  },
];
