import { html } from "hono/html";
import type { View } from "../graph/store/facts.ts";
import { defaultView } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import type { Html } from "./cell.ts";
import { queryOf } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** The view an address asks for by name or id; the list's default where it asks for none. */
export function viewAsked(list: List, asked: string | undefined): View {
  const views = [...list.views.values()];
  return views.find(({ id, title }) => asked === title || asked === id) ?? defaultView(list);
}

/** What a link to a view says of it: its name, or its id where two have the same name. */
export function viewQuery(list: List, view: View): string {
  if (view.isDefault) return "";
  const named = [...list.views.values()].filter(({ title }) => title === view.title);
  return `view=${encodeURIComponent(named.length > 1 ? view.id : view.title)}`;
}

/** All views of a list as links, with the one that is shown marked. */
export function viewPicker(visit: Visit, list: List, current: View): Html {
  const views = [...list.views.values()];
  if (views.length < 2) return html``;
  const base = encodeURIComponent(list.head.name);
  const links = views.map((view) => {
    const href = `${base}${queryOf(viewQuery(list, view), visit.query)}`;
    return view.id === current.id
      ? html`<li><a href="${href}" aria-current="page">${view.title}</a></li>`
      : html`<li><a href="${href}">${view.title}</a></li>`;
  });
  return html`<nav class="views" aria-label="Views">
    <ul>
      ${links}
    </ul>
  </nav>`;
}
