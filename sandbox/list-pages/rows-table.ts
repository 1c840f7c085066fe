import { html, raw } from "hono/html";
import type { Fields, Row, View } from "../graph/store/facts.ts";
import type { List } from "../graph/store/list.ts";
import { valueOf } from "../sharepoint-rest/caml/evaluate.ts";
import { cell, plainValue } from "./cell.ts";
import type { Html } from "./cell.ts";
import { classesOf, draw } from "./formatting/element.ts";
import type { Note } from "./formatting/element.ts";
import type { Scope } from "./formatting/evaluate.ts";
import { scopeOf } from "./formatting/scope.ts";
import { Unsupported } from "./formatting/value.ts";
import type { ViewPage } from "./view-rows.ts";
import { queryOf } from "./visit.ts";
import type { Definition, Visit } from "./visit.ts";

interface Table {
  readonly visit: Visit;
  readonly list: List;
  readonly page: ViewPage;
  readonly rowFormat: Readonly<Record<string, unknown>>;
  readonly note: Note;
}

const ROW_FORMAT = [
  "$schema",
  "additionalRowClass",
  "rowFormatter",
  "hideColumnHeader",
  "debugMode",
];

/** The rows of a view as a table, grouped and formatted as the view says. */
export function rowsTable(visit: Visit, list: List, view: View, page: ViewPage, note: Note): Html {
  const rowFormat = readFormat(view.customFormatter);
  for (const key of Object.keys(rowFormat))
    if (!ROW_FORMAT.includes(key)) note(`${key} of the view is left out here.`);
  const table: Table = { visit, list, page, rowFormat, note };
  const heads = page.columns.map(
    (column) => html`<th scope="col">${column.displayName ?? column.name}</th>`,
  );
  const isHeadless = rowFormat["hideColumnHeader"] === true;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${list.head.displayName}">
    <table class="items">
      <thead class="${isHeadless ? "unseen" : ""}">
        <tr>
          ${heads}
        </tr>
      </thead>
      ${bodies(table)}
    </table>
  </div>`;
}

interface Group {
  /** Empty in a view that has no groups. */
  readonly heading: string;
  readonly lines: Html[];
}

/** Rows of one group stand together already: their order has the groups first. */
function bodies(table: Table): Html {
  const { page, visit } = table;
  const sizes = new Map<string, number>();
  for (const row of page.all) {
    const heading = headingOf(visit, page, row);
    sizes.set(heading, (sizes.get(heading) ?? 0) + 1);
  }
  const groups: Group[] = [];
  for (const [index, row] of page.rows.entries()) {
    const heading = headingOf(visit, page, row);
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, lines: [] });
    groups.at(-1)?.lines.push(line(table, row, page.offset + index));
  }
  return html`${groups.map(
    ({ heading, lines }) =>
      html`<tbody>
        ${heading === "" ? "" : groupHead(page, heading, sizes.get(heading) ?? 0)} ${lines}
      </tbody>`,
  )}`;
}

function groupHead({ columns }: ViewPage, heading: string, size: number): Html {
  return html`<tr class="group">
    <th scope="rowgroup" colspan="${columns.length}">
      ${heading} <span class="soft">(${size})</span>
    </th>
  </tr>`;
}

function headingOf(visit: Visit, page: ViewPage, row: Row): string {
  return page.groups
    .map((column) => `${column.displayName ?? column.name}: ${inWords(visit, column, row)}`)
    .join(" · ");
}

function line(table: Table, row: Row, rowIndex: number): Html {
  const { visit, list, page, rowFormat, note } = table;
  const scope = scopeOf(visit, list, page.columns, row, rowIndex);
  const { additionalRowClass, rowFormatter } = rowFormat;
  const rowClass =
    additionalRowClass === undefined
      ? ""
      : (tried("The view's row format", note, () => classesOf(additionalRowClass, scope, note)) ??
        "");
  const whole =
    rowFormatter === undefined
      ? undefined
      : tried("The view's row format", note, () => draw(rowFormatter, scope, note));
  if (whole !== undefined)
    return html`<tr class="${rowClass}">
      <td class="formatted" colspan="${page.columns.length}">${raw(whole)}</td>
    </tr>`;
  return html`<tr class="${rowClass}">
    ${page.columns.map((column) => oneCell(table, column, row, scope))}
  </tr>`;
}

function oneCell(table: Table, column: Definition, row: Row, scope: Scope): Html {
  const { visit, list, page, note } = table;
  if (column.name === "Title")
    return html`<td class="title">
      <a href="${itemLink(visit, list, row)}">${titleOf(row)}</a>
    </td>`;
  // A view without the title still has to lead to its items: SharePoint opens them by their row.
  if (column === page.columns[0] && page.columns.every(({ name }) => name !== "Title"))
    return html`<td>
      <a href="${itemLink(visit, list, row)}">${plain(visit, column, row)}</a>
    </td>`;
  const name = column.displayName ?? column.name;
  const format = readFormat(list.columns.get(column.id)?.customFormatter ?? "");
  const formatted =
    Object.keys(format).length === 0
      ? undefined
      : tried(`The format of ${name}`, note, () =>
          draw(format, { ...scope, currentField: column.name }, (said) => note(`${name}: ${said}`)),
        );
  if (formatted !== undefined) return html`<td class="formatted">${raw(formatted)}</td>`;
  return html`<td class="${column.text?.allowMultipleLines ? "wide" : ""}">
    <div class="clamp">${plain(visit, column, row)}</div>
  </td>`;
}

/** What a format draws, or nothing where the page cannot; then it says so at its foot. */
function tried<Result>(what: string, note: Note, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    note(`${what} is shown plainly: this page does not know ${error.message}.`);
    return undefined;
  }
}

function plain(visit: Visit, column: Definition, row: Row): Html {
  return cell(visit, column, fieldsOf(visit, column, row));
}

function inWords(visit: Visit, column: Definition, row: Row): string {
  const fields = fieldsOf(visit, column, row);
  return Object.keys(fields).length === 0 ? "no value" : plainValue(visit, column, fields);
}

function fieldsOf({ world, site, visitor }: Visit, column: Definition, row: Row): Fields {
  const value = valueOf({ world, site, personId: visitor.id }, column, row);
  const stored = column.personOrGroup ? `${column.name}LookupId` : column.name;
  return value === undefined ? {} : { [stored]: value };
}

function readFormat(text: string): Readonly<Record<string, unknown>> {
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
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
