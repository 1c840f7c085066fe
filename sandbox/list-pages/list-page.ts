import { html } from "hono/html";
import type { Row } from "../graph/store/facts.ts";
import { shownRows } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import { cell, moment } from "./cell.ts";
import type { Html } from "./cell.ts";
import { page } from "./page.ts";
import { nameOfPerson, queryOf, shownColumns } from "./visit.ts";
import type { Visit } from "./visit.ts";

const PER_PAGE = 30;

/** A list: its items newest first, a page at a time. */
export function listPage(visit: Visit, list: List, pageNumber: number): Html {
  const rows = shownRows(list, visit.world.now()).toReversed();
  const last = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const number = Math.min(Math.max(1, pageNumber), last);
  const shown = rows.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  const site = `../../${visit.site.path.split("/").at(-1)}${queryOf(visit.query)}`;
  const content =
    rows.length > 0
      ? html`${table(visit, list, shown)}${pages(visit, list, number, last)}`
      : html`<p>No items yet.</p>`;
  return page(
    visit,
    [{ text: visit.site.displayName, href: site }, { text: list.head.displayName }],
    html`<p class="soft">${list.head.description}</p>
      ${content}`,
  );
}

function table(visit: Visit, list: List, rows: readonly Row[]): Html {
  const columns = columnsWorthShowing(list, rows);
  const heads = columns.map(
    (column) => html`<th scope="col">${column.displayName ?? column.name}</th>`,
  );
  const lines = rows.map(
    (row) =>
      html`<tr>
        ${columns.map((column) =>
          column.name === "Title"
            ? html`<td>
                <a href="${itemLink(visit, list, row)}">${titleOf(row)}</a>
              </td>`
            : html`<td class="${column.text?.allowMultipleLines ? "wide" : ""}">
                <div class="clamp">${cell(visit, column, row.fields)}</div>
              </td>`,
        )}
        <td>${moment(visit, row.createdAt)}</td>
        <td>${nameOfPerson(visit, row.createdBy)}</td>
        <td><span class="number">${row.version}.0</span></td>
      </tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${list.head.displayName}">
    <table class="items">
      <thead>
        <tr>
          ${heads}
          <th scope="col">Created</th>
          <th scope="col">Created by</th>
          <th scope="col">Version</th>
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`;
}

/** Columns that hold something on this page: what is chosen first, machine keys last. */
function columnsWorthShowing(list: List, rows: readonly Row[]) {
  const rank = ({ name, choice, text, indexed }: ReturnType<typeof shownColumns>[number]) => {
    if (name === "Title") return 0;
    if (choice && choice.displayAs !== "checkBoxes") return 1;
    return text && indexed ? 3 : 2;
  };
  return shownColumns(list)
    .filter((column) => column.name === "Title" || rows.some((row) => isFilled(column, row)))
    .toSorted((a, b) => rank(a) - rank(b));
}

function isFilled(column: ReturnType<typeof shownColumns>[number], row: Row): boolean {
  return row.fields[column.personOrGroup ? `${column.name}LookupId` : column.name] !== undefined;
}

/** What an item is called; one without a title goes by its number. */
export function titleOf(row: Row): string {
  const title = row.fields["Title"];
  return typeof title === "string" && title.trim() !== "" ? title : `Item ${row.id}`;
}

function itemLink(visit: Visit, list: List, row: Row): string {
  const base = encodeURIComponent(list.head.name);
  return `${base}/DispForm.aspx${queryOf(`ID=${row.id}`, visit.query)}`;
}

function pages(visit: Visit, list: List, number: number, last: number): Html {
  if (last === 1) return html``;
  const link = (to: number, text: string) =>
    to >= 1 && to <= last
      ? html`<a href="${encodeURIComponent(list.head.name)}${queryOf(`page=${to}`, visit.query)}"
          >${text}</a
        >`
      : html``;
  return html`<nav class="pages" aria-label="Pages">
    ${link(number - 1, "Newer")}
    <span class="soft">Page ${number} of ${last}</span>
    ${link(number + 1, "Older")}
  </nav>`;
}
