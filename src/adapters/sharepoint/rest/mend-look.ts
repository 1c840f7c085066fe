import * as v from "valibot";
import { toCaml } from "#adapters/sharepoint/views/caml.ts";
import { type View, rowsAPage } from "#adapters/sharepoint/views/view.ts";
import type { LookDrift } from "./look-drift.ts";
import { type SiteRest, inQuotes, listAt } from "./site-rest.ts";

const Made = v.object({ Id: v.string() });

/** Mends one view or column of a list. Safe to repeat; a new view costs a request per column. */
export async function mendLook(rest: SiteRest, listId: string, drift: LookDrift): Promise<void> {
  const list = listAt(listId);
  switch (drift.kind) {
    case "column-differs": {
      const { column, format } = drift.look;
      const path = `${list}/fields/getbyinternalnameortitle('${inQuotes(column)}')`;
      await rest.merge(path, { CustomFormatter: JSON.stringify(format) });
      return;
    }
    case "view-missing": {
      const { view } = drift;
      const body = { Title: view.name, PersonalView: false, ...settingsOf(view) };
      const { Id } = await rest.post(Made, `${list}/views`, body);
      await showColumns(rest, viewAt(list, Id), view);
      await dress(rest, viewAt(list, Id), view, view.isDefault === true);
      return;
    }
    case "view-differs": {
      const { view, id, columnsDiffer, becomesFirst } = drift;
      if (columnsDiffer) await showColumns(rest, viewAt(list, id), view);
      await dress(rest, viewAt(list, id), view, becomesFirst);
    }
  }
}

function viewAt(list: string, id: string): string {
  return `${list}/views(guid'${inQuotes(id)}')`;
}

function settingsOf(view: View): object {
  return { ViewQuery: toCaml(view.query), RowLimit: rowsAPage, Paged: true };
}

async function dress(rest: SiteRest, at: string, view: View, becomesFirst: boolean) {
  await rest.merge(at, {
    ...settingsOf(view),
    CustomFormatter: view.rows === undefined ? "" : JSON.stringify(view.rows),
    ...(becomesFirst && { DefaultView: true }),
  });
}

/** One after the other: a view shows its columns in the order they were added. */
async function showColumns(rest: SiteRest, at: string, { columns }: View): Promise<void> {
  await rest.post(v.unknown(), `${at}/viewfields/removeallviewfields`);
  for (const column of columns) {
    await rest.post(v.unknown(), `${at}/viewfields/addviewfield('${inQuotes(column)}')`);
  }
}
