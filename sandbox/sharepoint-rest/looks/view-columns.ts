import type { View } from "../../graph/store/facts.ts";
import type { List } from "../../graph/store/list.ts";
import { columnNamed } from "../caml/evaluate.ts";
import { escapeXml } from "../caml/xml.ts";
import { invalidArgument } from "../errors.ts";

/** The columns a view shows, by internal name; every column as long as nobody chose. */
export function viewFieldsOf(list: List, view: View): readonly string[] {
  if (view.fields) return view.fields;
  const own = [...list.columns.values()].map(({ definition }) => definition);
  return ["LinkTitle", ...own.filter(({ hidden }) => !hidden).map(({ name }) => name)];
}

/** The same as SharePoint's XML has it. */
export function viewFieldsXml(list: List, view: View): string {
  return viewFieldsOf(list, view)
    .map((name) => `<FieldRef Name="${escapeXml(name)}" />`)
    .join("");
}

/**
 * The name under which a view shows a column that is given by name or title.
 *
 * @throws RestError 400 when the list has no such column.
 */
export function viewFieldNamed(list: List, wanted: string): string {
  const titled = [...list.columns.values()].find(
    ({ definition }) => definition.displayName === wanted,
  );
  if (columnNamed(list, wanted)) return wanted === "Title" ? "LinkTitle" : wanted;
  return titled?.definition.name ?? noColumn(wanted);
}

function noColumn(name: string): never {
  return invalidArgument(
    `Column '${name}' does not exist. It may have been deleted by another user.`,
  );
}
