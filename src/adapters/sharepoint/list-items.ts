import * as v from "valibot";
import { batch } from "#adapters/graph/batch.ts";
import { type Graph, parseAnswer } from "#adapters/graph/client.ts";
import { type PagesOptions, pages } from "#adapters/graph/pages.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";

/** Which list. */
export interface ListRef {
  readonly siteId: string;
  readonly listId: string;
}

/** Who did something, as Graph reports it. */
export const Stamped = v.nullish(
  v.object({
    user: v.nullish(v.object({ id: v.nullish(v.string()), displayName: v.nullish(v.string()) })),
  }),
);

/** A row as Graph reports it. Only the id is certain: everything else may be missing. */
export const ListItem = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{1,12}$/u)),
  eTag: v.nullish(v.string()),
  webUrl: v.nullish(v.string()),
  createdDateTime: v.nullish(v.string()),
  lastModifiedDateTime: v.nullish(v.string()),
  createdBy: Stamped,
  lastModifiedBy: Stamped,
  fields: v.nullish(v.record(v.string(), v.unknown())),
  deleted: v.nullish(v.unknown()),
});
export type ListItem = v.InferOutput<typeof ListItem>;

/** A list, seen through the columns somebody is interested in. */
export interface ListView {
  readonly graph: Graph;
  readonly list: ListRef;
  readonly columns: readonly string[];
}

const pageSize = 1000;

/** The address of a list below Graph's version. Ids come from the tab's address, so are encoded. */
export function listPath({ siteId, listId }: ListRef): string {
  return `${sitePath(siteId)}/lists/${encodeURIComponent(listId)}`;
}

/** The address of a site below Graph's version. */
export function sitePath(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId).replaceAll("%2C", ",")}`;
}

/** What to ask for so that rows come with their columns. */
export function expanding(columns: readonly string[]): string {
  return `$expand=fields($select=${columns.join(",")})`;
}

/** Every row of the list. Two resource units a page of up to 1,000. */
export async function allItems(
  view: ListView,
  options: PagesOptions = {},
): Promise<readonly ListItem[]> {
  return await read(view, expanding(view.columns), options);
}

/**
 * The rows whose column has a value, exactly. SharePoint's filter only makes it quick: it ignores
 * case, needs an index that somebody may have removed, and has been seen to find everything or
 * nothing. So every row is checked here, and a search that finds nothing is put to the test.
 */
export async function itemsWhere(
  view: ListView,
  column: string,
  value: string,
  options: PagesOptions = {},
): Promise<readonly ListItem[]> {
  const found = await filtered(view, column, value, options);
  const isSound = found !== undefined && (found.length > 0 || (await filterWorks(view, column)));
  const items = isSound ? found : await allItems(view, options);
  return items.filter((item) => item.fields?.[column] === value);
}

/** Rows that came without their columns, with them; rows gone in between are left out. */
export async function withColumns(
  view: ListView,
  items: readonly ListItem[],
): Promise<readonly ListItem[]> {
  const bare = items.filter((item) => item.fields === undefined || item.fields === null);
  if (bare.length === 0) return items;
  const calls = bare.map(({ id }) => ({
    path: `${listPath(view.list)}/items/${id}?${expanding(view.columns)}`,
    scopes: scopes.lists,
  }));
  const answers = await batch(view.graph, calls);
  const whole = answers.flatMap((answer) => {
    if (answer.ok) return [parseAnswer(ListItem, answer.body, "items")];
    if (answer.failure.kind === "not-found") return [];
    throw answer.failure;
  });
  return [...items.filter((item) => !bare.includes(item)), ...whole];
}

/** Rows as parsed; one that even lacks an id is our own mistake and says so. */
export function parseItems(values: readonly unknown[], path: string): readonly ListItem[] {
  return parseAnswer(v.array(ListItem), values, path);
}

/** What the filter finds; undefined where the list refuses it. */
async function filtered(view: ListView, column: string, value: string, options: PagesOptions) {
  try {
    return await read(view, `${where(column, value)}&${expanding(view.columns)}`, options);
  } catch (failure) {
    // 400: the column has lost its index. Reading everything is slow, but right.
    if (failure instanceof StoreError && failure.kind === "rejected") return undefined;
    throw failure;
  }
}

/** Whether the filter finds a row that is certainly there; true for a list without rows. */
async function filterWorks(view: ListView, column: string): Promise<boolean> {
  const [any] = await read(view, `${expanding([column])}&$top=1`, { most: 1 });
  const known = any?.fields?.[column];
  if (typeof known !== "string" || known === "") return any === undefined;
  const again = await read(view, `${where(column, known)}&$top=1`, { most: 1 });
  return again.length > 0;
}

async function read(view: ListView, query: string, options: PagesOptions) {
  const top = query.includes("$top=") ? "" : `&$top=${pageSize}`;
  const path = `${listPath(view.list)}/items?${query}${top}`;
  const { values } = await pages(view.graph, { path, scopes: scopes.lists }, options);
  return parseItems(values, path);
}

function where(column: string, value: string): string {
  const literal = value.replaceAll("'", "''");
  return `$filter=${encodeURIComponent(`fields/${column} eq '${literal}'`)}`;
}
