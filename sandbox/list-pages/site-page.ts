import { html } from "hono/html";
import { shownRows } from "../graph/store/list.ts";
import type { Html } from "./cell.ts";
import { page } from "./page.ts";
import { queryOf } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A site: what it is for and the lists it holds. */
export function sitePage(visit: Visit): Html {
  const { world, site } = visit;
  const lists = [...world.state.lists.values()].filter(({ head }) => head.siteId === site.id);
  const base = `${site.path.split("/").at(-1)}/Lists`;
  const cards = lists.map(
    (list) =>
      html`<li>
        <a href="${base}/${encodeURIComponent(list.head.name)}${queryOf(visit.query)}">
          <strong>${list.head.displayName}</strong>
          <span class="soft">${counted(shownRows(list, world.now()).length)}</span>
        </a>
      </li>`,
  );
  const content =
    lists.length > 0
      ? html`<ul class="cards">
          ${cards}
        </ul>`
      : html`<p>No lists yet. Set up the tab in a meeting, and its lists appear here.</p>`;
  return page(
    visit,
    [{ text: site.displayName }],
    html`<p class="soft">${site.description}</p>
      ${content}`,
  );
}

function counted(items: number): string {
  return items === 1 ? "1 item" : `${items} items`;
}
