import type { ColumnFormat } from "#adapters/sharepoint/formatting/expression.ts";
import { decisionFormats } from "#adapters/sharepoint/formatting/formats.ts";
import { schemas, titleOf } from "#adapters/sharepoint/schema.ts";
import type { RequiredList } from "#flows/ports.ts";
import { decisionViews } from "./decision-views.ts";
import { eventViews } from "./event-views.ts";
import type { View } from "./view.ts";

/** How a list shows itself to people in SharePoint. */
export interface ListLook {
  readonly list: RequiredList;
  readonly views: readonly View[];
  readonly formats: readonly ColumnLook[];
}

/** How one column looks, by both of its names. */
export interface ColumnLook {
  readonly column: string;
  readonly title: string;
  readonly format: ColumnFormat;
}

/** The looks of the required lists. */
export const listLooks: readonly ListLook[] = [
  {
    list: "Decisions",
    views: decisionViews,
    formats: schemas.Decisions.columns.flatMap((column) => {
      const format = decisionFormats.get(column.name);
      return format ? [{ column: column.name, title: titleOf(column), format }] : [];
    }),
  },
  { list: "Decision events", views: eventViews, formats: [] },
];
