import { mailOf, siteUsersOf } from "../../graph/sharepoint/access.ts";
import type { Column, FieldValue, Row } from "../../graph/store/facts.ts";
import type { List } from "../../graph/store/list.ts";
import { columnNamed, valueOf } from "../../sharepoint-rest/caml/evaluate.ts";
import type { Visit } from "../visit.ts";
import type { Scope } from "./evaluate.ts";
import type { Value } from "./value.ts";

type Definition = Column["definition"];

/** A row as the formatting of a view sees it: of its columns only those the view shows. */
export function scopeOf(
  visit: Visit,
  list: List,
  shown: readonly Definition[],
  row: Row,
  rowIndex: number,
): Scope {
  const { world, site, visitor } = visit;
  const asking = { world, site, personId: visitor.id };
  return {
    place: { timeZone: site.timeZone },
    now: world.now(),
    me: mailOf(visitor),
    rowIndex,
    value: (name) => {
      const column = columnNamed(list, name);
      const isShown = column?.name === "ID" || shown.some((one) => one.name === column?.name);
      if (!column || !isShown) return undefined;
      const value = valueOf(asking, column, row);
      return value === undefined ? "" : formatValue(visit, column, value);
    },
  };
}

function formatValue(visit: Visit, column: Definition, value: FieldValue): Value {
  if (column.dateTime) return new Date(String(value));
  if (!column.personOrGroup) return value;
  const ids = typeof value === "object" ? value : [value];
  const people = ids.map((id) => {
    const person = siteUsersOf(visit.world, visit.site).get(Number(id));
    return {
      title: person?.displayName ?? `Person ${id}`,
      email: person ? mailOf(person) : "",
      id: Number(id),
    };
  });
  return column.personOrGroup.allowMultipleSelection ? people : (people[0] ?? "");
}
