import { html } from "hono/html";
import type { Row } from "../graph/store/facts.ts";
import { currentRow } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import { cell, moment, plainValue } from "./cell.ts";
import type { Html } from "./cell.ts";
import { titleOf } from "./rows-table.ts";
import { missingPage, page } from "./page.ts";
import { nameOfPerson, queryOf, shownColumns } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** One item: every column, and what it was before each change. */
export function itemPage(visit: Visit, list: List, id: number): Html {
  const row = currentRow(list, id);
  if (!row) return missingPage(visit, "There is no such item.");
  const listName = encodeURIComponent(list.head.name);
  const siteName = visit.site.path.split("/").at(-1);
  const crumbs = [
    { text: visit.site.displayName, href: `../../../${siteName}${queryOf(visit.query)}` },
    { text: list.head.displayName, href: `../${listName}${queryOf(visit.query)}` },
    { text: titleOf(row) },
  ];
  const columns = shownColumns(list).map(
    (column) =>
      html`<dt>${column.displayName ?? column.name}</dt>
        <dd>${cell(visit, column, row.fields)}</dd>`,
  );
  return page(
    visit,
    crumbs,
    html`<dl>
        ${columns}
        <dt>Created</dt>
        <dd>${moment(visit, row.createdAt)}, ${nameOfPerson(visit, row.createdBy)}</dd>
        <dt>Modified</dt>
        <dd>${moment(visit, row.modifiedAt)}, ${nameOfPerson(visit, row.modifiedBy)}</dd>
        <dt>ID</dt>
        <dd>${row.id}</dd>
      </dl>
      ${history(visit, list, id)}`,
  );
}

function history(visit: Visit, list: List, id: number): Html {
  const versions = (list.versions.get(id) ?? []).toReversed();
  const lines = versions.map(
    (row, index) =>
      html`<tr>
        <td>${row.version}.0</td>
        <td>${moment(visit, row.modifiedAt)}</td>
        <td>${nameOfPerson(visit, row.modifiedBy)}</td>
        <td>${changes(visit, list, versions[index + 1], row)}</td>
      </tr>`,
  );
  return html`<h2 id="history">Version history</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="history">
      <table>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What changed</th>
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>`;
}

function changes(visit: Visit, list: List, before: Row | undefined, after: Row): Html {
  if (!before) return html`Created`;
  const changed = shownColumns(list).flatMap((column) => {
    const [old, now] = [before, after].map((row) => plainValue(visit, column, row.fields));
    return old === now
      ? []
      : [html`<li>${column.displayName ?? column.name}: ${old} → ${now}</li>`];
  });
  return changed.length > 0
    ? html`<ul class="changes">
        ${changed}
      </ul>`
    : html`Nothing`;
}
