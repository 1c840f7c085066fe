import type { Call } from "../call.ts";
import { invalid, refuse, unknown } from "../errors.ts";
import { comparisonsIn, meets, parseFilter } from "../odata/filter.ts";
import type { Column, Row } from "../store/facts.ts";

const THRESHOLD = 5000;
const HONOR = "HonorNonIndexedQueriesWarningMayFailRandomly";

/**
 * The items that meet `$filter`, as far as SharePoint lets one ask.
 *
 * @throws GraphError 400 in SharePoint's words for a column without index; 400 beyond the
 *   threshold of 5,000 items a query may touch.
 */
export function filteredRows(
  call: Call,
  columns: readonly Column["definition"][],
  rows: readonly Row[],
): readonly Row[] {
  const text = call.query.get("$filter");
  if (text === undefined) return rows;
  const filter = parseFilter(text);
  const compared = comparisonsIn(filter);
  if (compared.some(({ operator }) => operator === "contains" || operator === "in"))
    unknown("contains and in when filtering items");
  const indexed = compared.map(({ property }) => isIndexed(columns, property));
  if (indexed.includes(false)) {
    const honoured = call.headers.get("prefer")?.includes(HONOR) ?? false;
    const name = compared[indexed.indexOf(false)]?.property.replace(/^fields\//, "") ?? "";
    if (!honoured) invalid(notIndexed(name));
    if (rows.length > THRESHOLD) beyondThreshold();
  }
  const found = rows.filter((row) => meets(filter, (property) => read(row, property)));
  if (found.length > THRESHOLD) beyondThreshold();
  return found;
}

function isIndexed(columns: readonly Column["definition"][], property: string): boolean {
  const name = /^fields\/(\w+)$/.exec(property)?.[1];
  // Filters on createdDateTime and its like are reported to fail; the fields/ form is the way.
  if (name === undefined) return invalid(`Invalid filter clause: ${property}`);
  const column = columns.find(
    (one) => one.name === name || (one.personOrGroup && `${one.name}LookupId` === name),
  );
  if (!column) return invalid(`Field '${name}' is not recognized`);
  return column.name === "ID" || column.indexed === true;
}

function read(row: Row, property: string): unknown {
  const name = property.replace(/^fields\//, "");
  return name === "ID" ? row.id : row.fields[name];
}

function notIndexed(name: string): string {
  return `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${HONOR}' header to allow this, but be warned that such queries may fail on large lists.`;
}

function beyondThreshold(): never {
  return refuse(
    400,
    "invalidRequest",
    "The attempted operation is prohibited because it exceeds the list view threshold.",
  );
}
