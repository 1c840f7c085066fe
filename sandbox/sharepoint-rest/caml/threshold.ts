import type { List } from "../../graph/store/list.ts";
import { columnNamed } from "./evaluate.ts";
import { CamlError } from "./query.ts";
import type { Condition, Query } from "./query.ts";

/** Of more rows than these SharePoint finds or sorts only through an index. */
const THRESHOLD = 5000;

/**
 * Ends a query that would have to look at too many rows of a long list.
 * With an index that narrows it, or without a condition in the order of ids, any length will do.
 *
 * @throws CamlError in SharePoint's words.
 * @see https://learn.microsoft.com/microsoft-365/community/large-lists-large-libraries-in-sharepoint
 */
export function refuseBeyondThreshold(list: List, query: Query, rows: number): void {
  if (rows <= THRESHOLD) return;
  const order = [...query.groupBy, ...query.orderBy].slice(0, 1);
  const isLed = query.where
    ? narrows(list, query.where)
    : order.every(({ field }) => isIndexed(list, field));
  if (!isLed)
    throw new CamlError(
      "The attempted operation is prohibited because it exceeds the list view threshold.",
    );
}

/** Of two conditions that both have to hold one is enough to find rows by; of two ways, both. */
function narrows(list: List, condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
      return condition.both.some((one) => narrows(list, one));
    case "or":
      return condition.both.every((one) => narrows(list, one));
    default:
      return isIndexed(list, condition.field);
  }
}

function isIndexed(list: List, field: string): boolean {
  return field === "ID" || columnNamed(list, field)?.indexed === true;
}
