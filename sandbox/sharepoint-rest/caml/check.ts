import type { List } from "../../graph/store/list.ts";
import { columnNamed } from "./evaluate.ts";
import { CamlError, fieldsIn, readQuery } from "./query.ts";
import type { Condition, Query } from "./query.ts";

/**
 * A view's query, checked against the list it is for.
 *
 * @throws XmlError, or CamlError also for a field the list has not or cannot be asked so.
 */
export function checkQuery(list: List, text: string): Query {
  const query = readQuery(text);
  for (const field of fieldsIn(query))
    if (!columnNamed(list, field))
      throw new CamlError(
        `Column '${field}' does not exist. It may have been deleted by another user.`,
      );
  for (const { field } of [...query.orderBy, ...query.groupBy])
    if (isNote(list, field)) throw new CamlError(`Column '${field}' cannot order or group items.`);
  if (query.where) checkNotes(list, query.where);
  return query;
}

/** Text of several lines can be looked through or be empty, but not be compared. */
function checkNotes(list: List, condition: Condition): void {
  if (condition.kind === "and" || condition.kind === "or") {
    for (const one of condition.both) checkNotes(list, one);
    return;
  }
  if (!isNote(list, condition.field) || condition.kind === "empty") return;
  if (condition.kind === "compare" && /^(Contains|BeginsWith)$/.test(condition.by)) return;
  throw new CamlError(`Column '${condition.field}' cannot be compared: it holds several lines.`);
}

function isNote(list: List, field: string): boolean {
  return columnNamed(list, field)?.text?.allowMultipleLines === true;
}
