import { html } from "hono/html";
import type { List } from "../graph/store/list.ts";
import { CamlError } from "../sharepoint-rest/caml/query.ts";
import { XmlError } from "../sharepoint-rest/caml/xml.ts";
import type { Html } from "./cell.ts";
import { page } from "./page.ts";
import { rowsTable } from "./rows-table.ts";
import { settingsLink } from "./settings-page.ts";
import { viewAsked, viewPicker, viewQuery } from "./view-choice.ts";
import { viewPage } from "./view-rows.ts";
import type { ViewPage } from "./view-rows.ts";
import { queryOf } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** What the address asks to see of a list. */
export interface ListWish {
  /** A view's name or id; the default view without. */
  readonly view: string | undefined;
  readonly pageNumber: number;
}

/** A list through one of its views, a page at a time. */
export function listPage(visit: Visit, list: List, wish: ListWish): Html {
  const view = viewAsked(list, wish.view);
  const site = `../../${visit.site.path.split("/").at(-1)}${queryOf(visit.query)}`;
  const crumbs = [{ text: visit.site.displayName, href: site }, { text: list.head.displayName }];
  const notes = new Set<string>();
  const note = (sentence: string) => void notes.add(sentence);
  const content = tried(() => {
    const shown = viewPage(visit, list, view, wish.pageNumber);
    if (shown.rows.length === 0) return html`<p>${nothing(list)}</p>`;
    return html`${rowsTable(visit, list, view, shown, note)}
    ${pages(visit, list, shown, viewQuery(list, view))}`;
  });
  return page(
    visit,
    crumbs,
    html`<p class="soft">
        ${list.head.description} ${whoMayWrite(list)} ${settingsLink(visit, list)}
      </p>
      ${viewPicker(visit, list, view)} ${content} ${foot(notes)}`,
  );
}

/** What the list's settings say of who may change which items, where they say anything. */
function whoMayWrite(list: List): string {
  const write = list.head.security?.write ?? 1;
  if (write === 1) return "";
  return write === 2
    ? "People may change only the items they created; owners may change all."
    : "Only owners may add and change items.";
}

/** SharePoint shows an error instead of rows where a view speaks of a column that is gone. */
function tried(work: () => Html): Html {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CamlError || error instanceof XmlError)) throw error;
    return html`<p role="alert">This view cannot be shown. ${error.message}</p>`;
  }
}

function nothing(list: List): string {
  return list.versions.size === list.deleted.size ? "No items yet." : "No items in this view.";
}

function pages(visit: Visit, list: List, shown: ViewPage, view: string): Html {
  const { number, last, leftOut, offset, rows } = shown;
  if (leftOut > 0)
    return html`<p class="soft">
      The view shows its first ${rows.length} items and leaves out ${leftOut}.
    </p>`;
  if (last === 1) return html``;
  const link = (to: number, text: string) =>
    to >= 1 && to <= last
      ? html`<a
          href="${encodeURIComponent(list.head.name)}${queryOf(view, `page=${to}`, visit.query)}"
          >${text}</a
        >`
      : html``;
  return html`<nav class="pages" aria-label="Pages">
    ${link(number - 1, "Back")}
    <span class="soft"
      >Page ${number} of ${last}, items ${offset + 1} to ${offset + rows.length}</span
    >
    ${link(number + 1, "Next")}
  </nav>`;
}

/** What SharePoint would draw and this page does not: said, never made up. */
function foot(notes: ReadonlySet<string>): Html {
  if (notes.size === 0) return html``;
  return html`<footer>
    <p>SharePoint shows this view with more than this page can draw:</p>
    <ul>
      ${[...notes].map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </footer>`;
}
