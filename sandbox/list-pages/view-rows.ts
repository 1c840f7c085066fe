import type { Row, View } from "../graph/store/facts.ts";
import { shownRows } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import { checkQuery } from "../sharepoint-rest/caml/check.ts";
import { CamlError } from "../sharepoint-rest/caml/query.ts";
import { columnNamed, rowsOf } from "../sharepoint-rest/caml/evaluate.ts";
import { refuseBeyondThreshold } from "../sharepoint-rest/caml/threshold.ts";
import { shownColumns } from "./visit.ts";
import type { Definition, Visit } from "./visit.ts";

/** @see https://learn.microsoft.com/office365/servicedescriptions/sharepoint-online-service-description/sharepoint-online-limits */
const MOST_LOOKUPS = 12;

/** What a view shows of a list on one page. */
export interface ViewPage {
  readonly rows: readonly Row[];
  /** All rows of the view, those of other pages too. */
  readonly all: readonly Row[];
  readonly columns: readonly Definition[];
  /** The columns whose values become headings, outermost first. */
  readonly groups: readonly Definition[];
  /** Of how many rows before the first of this page. */
  readonly offset: number;
  readonly number: number;
  readonly last: number;
  /** Rows the view leaves out because it shows only its first ones. */
  readonly leftOut: number;
}

/**
 * The rows and columns of a view, worked out from its query.
 *
 * @throws CamlError or XmlError where the query speaks of a column that is gone.
 */
export function viewPage(visit: Visit, list: List, view: View, pageNumber: number): ViewPage {
  const { world, site, visitor } = visit;
  const query = checkQuery(list, view.query);
  refuseManyLookups(list, view);
  const asking = { world, site, personId: visitor.id };
  const stored = shownRows(list, world.now());
  refuseBeyondThreshold(list, query, stored.length);
  // A list nobody has arranged opens with the newest first, since that is what people look for.
  const isArranged = view.fields !== undefined || view.query !== "";
  const all = rowsOf(asking, list, query, isArranged ? stored : stored.toReversed());
  const found = view.paged ? all : all.slice(0, view.rowLimit);
  const last = Math.max(1, Math.ceil(found.length / view.rowLimit));
  const number = Math.min(Math.max(1, pageNumber), last);
  const offset = (number - 1) * view.rowLimit;
  const rows = found.slice(offset, offset + view.rowLimit);
  return {
    rows,
    all: found,
    columns: view.fields
      ? view.fields.flatMap((name) => columnNamed(list, name) ?? [])
      : columnsWorthShowing(list, rows),
    groups: query.groupBy.flatMap(({ field }) => columnNamed(list, field) ?? []),
    offset,
    number,
    last,
    leftOut: all.length - found.length,
  };
}

/** Each person is looked up in another table, and SharePoint joins only so many. */
function refuseManyLookups(list: List, view: View): void {
  const people = (view.fields ?? []).filter((name) => columnNamed(list, name)?.personOrGroup);
  if (people.length > MOST_LOOKUPS)
    throw new CamlError(
      `The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold (${people.length} of ${MOST_LOOKUPS}).`,
    );
}

/** Columns that hold something on this page: what is chosen first, machine keys last. */
function columnsWorthShowing(list: List, rows: readonly Row[]): readonly Definition[] {
  const rank = ({ name, choice, text, indexed }: Definition) => {
    if (name === "Title") return 0;
    if (choice && choice.displayAs !== "checkBoxes") return 1;
    return text && indexed ? 3 : 2;
  };
  const own = shownColumns(list)
    .filter((column) => column.name === "Title" || rows.some((row) => isFilled(column, row)))
    .toSorted((a, b) => rank(a) - rank(b));
  const stamps = ["Created", "Author", "_UIVersionString"];
  return [...own, ...stamps.flatMap((name) => columnNamed(list, name) ?? [])];
}

function isFilled(column: Definition, row: Row): boolean {
  return row.fields[column.personOrGroup ? `${column.name}LookupId` : column.name] !== undefined;
}
