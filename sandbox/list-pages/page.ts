import { html, raw } from "hono/html";
import type { Html } from "./cell.ts";
import { formatStyle } from "./formatting/classes.ts";
import { style } from "./style.ts";
import { ownersOf, possibleVisitors } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A step on the way to a page. */
export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

/** A whole page of the site: who looks, where they are, and what there is to read. */
export function page(visit: Visit, crumbs: readonly Crumb[], content: Html): Html {
  const title = crumbs.at(-1)?.text ?? visit.site.displayName;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${visit.site.displayName}</title>
        <style>
          ${raw(style + formatStyle)}
        </style>
      </head>
      <body>
        <header>
          <span class="mark" aria-hidden="true">${visit.site.displayName.slice(0, 1)}</span>
          <span class="site">${visit.site.displayName}</span>
          ${visitorForm(visit)}
        </header>
        <main>
          ${way(crumbs)}
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** What a person sees who is no member of the site. */
export function closedPage(visit: Visit): Html {
  const owners = ownersOf(visit.world, visit.site)
    .map(({ displayName }) => displayName)
    .join(" or ");
  return page(
    visit,
    [{ text: "You need access" }],
    html`<p>${visit.visitor.displayName} is no member of this site. Ask ${owners} for access.</p>`,
  );
}

/** What a person sees where there is nothing. */
export function missingPage(visit: Visit, what: string): Html {
  return page(visit, [{ text: "Not found" }], html`<p>${what} It may have been deleted.</p>`);
}

function way(crumbs: readonly Crumb[]): Html {
  const steps = crumbs.slice(0, -1);
  if (steps.length === 0) return html``;
  return html`<nav aria-label="Where you are">
    <ol>
      ${steps.map(({ text, href }) => html`<li><a href="${href ?? ""}">${text}</a></li>`)}
    </ol>
  </nav>`;
}

function visitorForm(visit: Visit): Html {
  const options = possibleVisitors(visit).map(
    ({ id, displayName }) =>
      html`<option value="${id}" ${id === visit.visitor.id ? "selected" : ""}>
        ${displayName}
      </option>`,
  );
  const kept = Object.entries(visit.kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form>
    ${kept}
    <label
      >Reading as
      <select name="person">
        ${options}
      </select></label
    >
    <button>Switch</button>
  </form>`;
}
