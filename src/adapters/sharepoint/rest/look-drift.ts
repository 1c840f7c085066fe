import { toCaml } from "#adapters/sharepoint/views/caml.ts";
import type { ColumnLook, ListLook } from "#adapters/sharepoint/views/list-looks.ts";
import type { View } from "#adapters/sharepoint/views/view.ts";
import * as v from "valibot";

/** A view as a list reports it. */
export const KeptView = v.object({
  Id: v.string(),
  Title: v.string(),
  DefaultView: v.nullish(v.boolean()),
  PersonalView: v.nullish(v.boolean()),
  ViewQuery: v.nullish(v.string()),
  Paged: v.nullish(v.boolean()),
  CustomFormatter: v.nullish(v.string()),
  ViewFields: v.nullish(v.object({ Items: v.nullish(v.array(v.string())) })),
});
export type KeptView = v.InferOutput<typeof KeptView>;

/** A column's look as a list reports it. */
export const KeptField = v.object({
  InternalName: v.string(),
  CustomFormatter: v.nullish(v.string()),
});
export type KeptField = v.InferOutput<typeof KeptField>;

/** What one view or column needs to look as it should. */
export type LookDrift =
  | { readonly kind: "view-missing"; readonly view: View; readonly sentence: string }
  | {
      readonly kind: "view-differs";
      readonly view: View;
      readonly id: string;
      readonly columnsDiffer: boolean;
      /** People's own choice of what they see first is left to them unless it hides rows. */
      readonly becomesFirst: boolean;
      readonly sentence: string;
    }
  | { readonly kind: "column-differs"; readonly look: ColumnLook; readonly sentence: string };

/** How a list shows itself, against how it should. Views of people's own are left alone. */
export function lookDrift(
  look: ListLook,
  views: readonly KeptView[],
  fields: readonly KeptField[],
): readonly LookDrift[] {
  const shared = views.filter(({ PersonalView }) => PersonalView !== true);
  const ofViews = look.views.flatMap((view) => viewDrift(view, shared));
  const ofColumns = look.formats.flatMap((column) => columnDrift(column, fields));
  return [...ofViews, ...ofColumns];
}

function viewDrift(view: View, shared: readonly KeptView[]): readonly LookDrift[] {
  const kept = shared.find(({ Title }) => Title === view.name);
  if (kept === undefined) {
    return [{ kind: "view-missing", view, sentence: `The view “${view.name}” is missing.` }];
  }
  const columnsDiffer = (kept.ViewFields?.Items ?? []).join() !== view.columns.join();
  const becomesFirst = view.isDefault === true && isHidden(shared);
  const differences = [
    canonicalXml(kept.ViewQuery ?? "") !== canonicalXml(toCaml(view.query)) && "finds other rows",
    columnsDiffer && "shows other columns",
    kept.Paged === false && "ends after one page",
    !isSameJson(kept.CustomFormatter, view.rows) && "looks otherwise",
    becomesFirst && "is not what people see first, and what they see leaves rows out",
  ].filter((one) => one !== false);
  if (differences.length === 0) return [];
  const sentence = `The view “${view.name}” ${inARow(differences)}.`;
  return [{ kind: "view-differs", view, id: kept.Id, columnsDiffer, becomesFirst, sentence }];
}

/** Whether the list opens with rows left out: whoever reads through Graph would miss them too. */
function isHidden(shared: readonly KeptView[]): boolean {
  const first = shared.find(({ DefaultView }) => DefaultView === true);
  return /<Where\b/iu.test(first?.ViewQuery ?? "");
}

function columnDrift(look: ColumnLook, fields: readonly KeptField[]): readonly LookDrift[] {
  const kept = fields.find(({ InternalName }) => InternalName === look.column);
  if (isSameJson(kept?.CustomFormatter, look.format)) return [];
  const sentence = `The column ${look.title} looks otherwise.`;
  return [{ kind: "column-differs", look, sentence }];
}

/** SharePoint gives a query back with spaces and quotes of its own. */
function canonicalXml(xml: string): string {
  return xml
    .replaceAll("'", '"')
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\s*(\/?>)\s*/gu, "$1")
    .replaceAll(/\s*</gu, "<")
    .replaceAll(/<(\w+)([^<>]*)><\/\1>/gu, "<$1$2/>");
}

function isSameJson(kept: string | null | undefined, wanted: object | undefined): boolean {
  if (kept === undefined || kept === null || kept.trim() === "") return wanted === undefined;
  if (wanted === undefined) return false;
  try {
    return canonicalJson(JSON.parse(kept)) === canonicalJson(wanted);
  } catch {
    return false;
  }
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function inARow(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
