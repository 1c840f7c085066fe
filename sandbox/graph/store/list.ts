import type { Column, FieldValue, ListHead, Row, View } from "./facts.ts";

/** One step in what a list shows: an item's new version, or its end. */
export interface Change {
  readonly rowId: number;
  readonly visibleFrom: number;
  /** Absent when the item was deleted. */
  readonly row?: Row;
}

/** A SharePoint list: head, columns, every version of every item, and the order they show in. */
export interface List {
  head: ListHead;
  readonly columns: Map<string, Column>;
  /** By id, in the order they were made; one of them is the default. */
  readonly views: Map<string, View>;
  readonly versions: Map<number, Row[]>;
  readonly deleted: Set<number>;
  /** Changes that readers see, in the order they came to see them: what delta walks along. */
  readonly shown: Change[];
  /** Changes committed but not yet shown. */
  readonly pending: Change[];
  /** Per unique column, which item holds a value: rows nobody sees yet count as well. */
  readonly unique: Map<string, Map<FieldValue, number>>;
  nextRowId: number;
}

/** A list that has just been made: no columns of its own, no items, the view all lists have. */
export function emptyList(head: ListHead): List {
  const view = firstView(head);
  return {
    head,
    columns: new Map(),
    views: new Map([[view.id, view]]),
    versions: new Map(),
    deleted: new Set(),
    shown: [],
    pending: [],
    unique: new Map(),
    nextRowId: 1,
  };
}

/**
 * Takes in an item's new version. One with the number of the last takes its place, as a system
 * update by an owner's tools does: Graph has no request for that.
 */
export function writeRow(list: List, row: Row): void {
  const versions = list.versions.get(row.id);
  const last = versions?.at(-1);
  forgetUnique(list, last);
  if (versions && last?.version === row.version) versions.splice(-1, 1, row);
  else if (versions) versions.push(row);
  else list.versions.set(row.id, [row]);
  rememberUnique(list, row);
  list.pending.push({ rowId: row.id, visibleFrom: row.visibleFrom, row });
  list.nextRowId = Math.max(list.nextRowId, row.id + 1);
}

/** Ends an item. Its id is never given out again. */
export function deleteRow(list: List, rowId: number, visibleFrom: number): void {
  forgetUnique(list, list.versions.get(rowId)?.at(-1));
  list.deleted.add(rowId);
  list.pending.push({ rowId, visibleFrom });
}

/** Takes in a column, and indexes what it must keep unique. */
export function writeColumn(list: List, column: Column): void {
  const { id, name, enforceUniqueValues } = column.definition;
  list.columns.set(id, column);
  list.unique.delete(name);
  if (!enforceUniqueValues) return;
  list.unique.set(name, new Map());
  for (const row of currentRows(list)) rememberUnique(list, row);
}

/** Takes in a view; a new default takes the place of the old. */
export function writeView(list: List, view: View): void {
  if (view.isDefault)
    for (const other of list.views.values())
      list.views.set(other.id, { ...other, isDefault: false });
  list.views.set(view.id, view);
}

/** The view a list opens with. */
export function defaultView(list: List): View {
  const found = [...list.views.values()].find(({ isDefault }) => isDefault);
  return found ?? firstView(list.head);
}

/** What SharePoint makes with every list; its id follows from the list's. */
function firstView(head: ListHead): View {
  return {
    id: `${head.id.slice(0, 8).split("").toReversed().join("")}${head.id.slice(8)}`,
    title: "All Items",
    query: "",
    rowLimit: 30,
    paged: true,
    isDefault: true,
    customFormatter: "",
  };
}

/** The item as last committed, whether listings show it yet or not. */
export function currentRow(list: List, rowId: number): Row | undefined {
  return list.deleted.has(rowId) ? undefined : list.versions.get(rowId)?.at(-1);
}

/** Everything committed and not deleted, by id. */
export function currentRows(list: List): Row[] {
  // Ids only rise, so the map is in their order.
  return [...list.versions.keys()].flatMap((rowId) => currentRow(list, rowId) ?? []);
}

/** The changes that readers see at this moment, oldest first. */
export function shownChanges(list: List, now: number): readonly Change[] {
  const due = list.pending
    .filter((change) => change.visibleFrom <= now)
    .sort((a, b) => a.visibleFrom - b.visibleFrom);
  if (due.length > 0) {
    list.shown.push(...due);
    const waiting = list.pending.filter((change) => change.visibleFrom > now);
    list.pending.splice(0, list.pending.length, ...waiting);
  }
  return list.shown;
}

/** The items that a listing shows at this moment, by id. */
export function shownRows(list: List, now: number): Row[] {
  shownChanges(list, now);
  // With nothing in waiting the committed state is what everybody sees.
  if (list.pending.length === 0) return currentRows(list);
  const latest = new Map<number, Row>();
  for (const { rowId, row } of list.shown) {
    if (row) latest.set(rowId, row);
    else latest.delete(rowId);
  }
  return [...latest.values()].sort((a, b) => a.id - b.id);
}

function rememberUnique(list: List, row: Row): void {
  for (const [name, holders] of list.unique) {
    const value = row.fields[name];
    if (value !== undefined) holders.set(value, row.id);
  }
}

function forgetUnique(list: List, row: Row | undefined): void {
  if (!row) return;
  for (const [name, holders] of list.unique) {
    const value = row.fields[name];
    if (value !== undefined && holders.get(value) === row.id) holders.delete(value);
  }
}
