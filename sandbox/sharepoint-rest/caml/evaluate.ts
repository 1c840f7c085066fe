import type { Site } from "../../directory/directory.ts";
import type { World } from "../../graph/call.ts";
import { siteUsersOf } from "../../graph/sharepoint/access.ts";
import { builtInColumns } from "../../graph/sharepoint/built-in-columns.ts";
import { toSiteDay } from "../../graph/sharepoint/site-day.ts";
import type { Column, FieldValue, Row } from "../../graph/store/facts.ts";
import type { List } from "../../graph/store/list.ts";
import type { Comparison, Condition, Operand, Query } from "./query.ts";

type Definition = Column["definition"];

/** Who asks, where and when: `[Me]` and `[Today]` depend on it. */
export interface Asking {
  readonly world: World;
  readonly site: Site;
  readonly personId: string;
}

const DAY = 86_400_000;
/** Other names SharePoint has for the title, as views use them. */
const TITLES = new Set(["LinkTitle", "LinkTitleNoMenu"]);

/** A column of a list by the name a view calls it. */
export function columnNamed(list: List, name: string): Definition | undefined {
  const wanted = TITLES.has(name) ? "Title" : name;
  const own = [...list.columns.values()].map(({ definition }) => definition);
  return [...builtInColumns, ...own].find((column) => column.name === wanted);
}

/** What a row holds in a column, the built-in ones too; a person by number. */
export function valueOf(asking: Asking, column: Definition, row: Row): FieldValue | undefined {
  const number = (personId: string) =>
    asking.world.state.siteUsers.get(asking.site.id)?.get(personId) ?? 0;
  switch (column.name) {
    case "ID":
      return row.id;
    case "Created":
      return new Date(row.createdAt).toISOString();
    case "Modified":
      return new Date(row.modifiedAt).toISOString();
    case "Author":
      return String(number(row.createdBy));
    case "Editor":
      return String(number(row.modifiedBy));
    case "_UIVersionString":
      return `${row.version}.0`;
    default:
      return row.fields[column.personOrGroup ? `${column.name}LookupId` : column.name];
  }
}

/** The rows a query shows, in its order. Rows that are equal in it stay in the order given. */
export function rowsOf(asking: Asking, list: List, query: Query, rows: readonly Row[]): Row[] {
  const { where } = query;
  const shown = rows.filter((row) => !where || meets(asking, list, where, row));
  const order = [...query.groupBy, ...query.orderBy];
  return shown.toSorted((a, b) => {
    for (const { field, ascending } of order) {
      const column = columnNamed(list, field);
      if (!column) continue;
      const by = compare(sortKey(asking, column, a), sortKey(asking, column, b));
      if (by !== 0) return ascending ? by : -by;
    }
    return 0;
  });
}

/** Whether a row meets a condition. A field that is empty meets none but "empty" and "is not". */
export function meets(asking: Asking, list: List, condition: Condition, row: Row): boolean {
  switch (condition.kind) {
    case "and":
      return condition.both.every((one) => meets(asking, list, one, row));
    case "or":
      return condition.both.some((one) => meets(asking, list, one, row));
    case "empty":
      return (keysOf(asking, list, condition.field, row).length === 0) === condition.isEmpty;
    case "in":
      return condition.values.some((value) =>
        holds(asking, list, { by: "Eq", field: condition.field, value }, row),
      );
    case "compare":
      return holds(asking, list, condition, row);
  }
}

function holds(
  asking: Asking,
  list: List,
  { by, field, value }: { by: Comparison; field: string; value: Operand },
  row: Row,
): boolean {
  const column = columnNamed(list, field);
  if (!column) return false;
  const wanted = operandKey(asking, column, value);
  const keys = keysOf(asking, list, field, row).map((key) =>
    typeof key === "number" && column.dateTime && !hasTime(value)
      ? toSiteDay(key, asking.site.timeZone)
      : key,
  );
  if (by === "Neq") return keys.every((key) => compare(key, wanted) !== 0);
  return keys.some((key) => test(by, key, wanted));
}

function test(by: Exclude<Comparison, "Neq">, key: Key, wanted: Key): boolean {
  switch (by) {
    case "Eq":
      return compare(key, wanted) === 0;
    case "Lt":
      return compare(key, wanted) < 0;
    case "Leq":
      return compare(key, wanted) <= 0;
    case "Gt":
      return compare(key, wanted) > 0;
    case "Geq":
      return compare(key, wanted) >= 0;
    case "Contains":
      return String(key).includes(String(wanted));
    case "BeginsWith":
      return String(key).startsWith(String(wanted));
  }
}

type Key = string | number;

/** A row's values in a field, in a form that can be compared; text without regard to case. */
function keysOf(asking: Asking, list: List, field: string, row: Row): readonly Key[] {
  const column = columnNamed(list, field);
  const value = column && valueOf(asking, column, row);
  if (!column || value === undefined || value === "") return [];
  const all = typeof value === "object" ? value : [value];
  return all.map((one) => keyOf(column, one));
}

function keyOf(column: Definition, value: string | number | boolean): Key {
  if (column.dateTime) return Date.parse(String(value));
  if (column.boolean) return value === true ? 1 : 0;
  if (column.personOrGroup) return Number(value);
  return typeof value === "number" ? value : String(value).toLowerCase();
}

function operandKey(asking: Asking, column: Definition, value: Operand): Key {
  const { world, site, personId } = asking;
  switch (value.kind) {
    case "me":
      return world.state.siteUsers.get(site.id)?.get(personId) ?? -1;
    case "now":
      return world.now();
    case "today":
      return toSiteDay(
        toSiteDay(world.now(), site.timeZone) + value.offsetDays * DAY + DAY / 2,
        site.timeZone,
      );
    case "text":
      return textKey(asking, column, value);
  }
}

function textKey(
  { world, site }: Asking,
  column: Definition,
  { text, withTime }: Extract<Operand, { kind: "text" }>,
): Key {
  if (column.dateTime)
    return withTime ? Date.parse(text) : toSiteDay(Date.parse(text), site.timeZone);
  if (column.boolean) return /^(1|true)$/i.test(text.trim()) ? 1 : 0;
  if (column.personOrGroup) {
    if (/^\d+$/.test(text.trim())) return Number(text);
    const named = [...siteUsersOf(world, site)].find(
      ([, person]) => person.displayName.toLowerCase() === text.trim().toLowerCase(),
    );
    return named?.[0] ?? -1;
  }
  return column.number || column.currency || column.name === "ID"
    ? Number(text)
    : text.toLowerCase();
}

function hasTime(value: Operand): boolean {
  return value.kind === "now" || (value.kind === "text" && value.withTime);
}

function sortKey(asking: Asking, column: Definition, row: Row): Key | undefined {
  const value = valueOf(asking, column, row);
  const first = typeof value === "object" ? value[0] : value;
  if (first === undefined || first === "") return undefined;
  if (!column.personOrGroup) return keyOf(column, first);
  const person = siteUsersOf(asking.world, asking.site).get(Number(first));
  return person?.displayName.toLowerCase();
}

/** What is empty comes first, as in SharePoint. */
function compare(a: Key | undefined, b: Key | undefined): number {
  if (a === undefined || b === undefined)
    return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en");
}
