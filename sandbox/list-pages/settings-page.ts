import { html } from "hono/html";
import type { ListSecurity } from "../graph/store/facts.ts";
import type { List } from "../graph/store/list.ts";
import type { Html } from "./cell.ts";
import { page } from "./page.ts";
import { ownersOf, queryOf } from "./visit.ts";
import type { Visit } from "./visit.ts";

type Write = ListSecurity["write"];

/** Who may create and edit items, in the words of SharePoint's own page. */
const CHOICES: readonly (readonly [Write, string])[] = [
  [1, "Create and edit all items"],
  [2, "Create items and edit items that were created by the user"],
  [4, "None"],
];

/** Where a list's advanced settings are, from its own page. */
export function settingsLink(visit: Visit, list: List): Html {
  if (!isOwner(visit)) return html``;
  const href = `../_layouts/15/advsetng.aspx${queryOf(`List=%7B${list.head.id}%7D`, visit.query)}`;
  return html`<a href="${href}">List settings</a>`;
}

/** Whether the visitor may manage the lists of the site. */
export function isOwner({ world, site, visitor }: Visit): boolean {
  return world.directory.roleIn(site, visitor) === "owner";
}

/** The advanced settings of a list, as far as the sandbox has them: item-level permissions. */
export function settingsPage(visit: Visit, list: List, said = ""): Html {
  const name = encodeURIComponent(list.head.name);
  const siteName = visit.site.path.split("/").at(-1);
  const crumbs = [
    { text: visit.site.displayName, href: `../../../${siteName}${queryOf(visit.query)}` },
    { text: list.head.displayName, href: `../../Lists/${name}${queryOf(visit.query)}` },
    { text: "Advanced settings" },
  ];
  const choices = CHOICES.map(
    ([value, words]) =>
      html`<label class="choice">
        <input
          type="radio"
          name="write"
          value="${value}"
          ${(list.head.security?.write ?? 1) === value ? "checked" : ""}
        />
        ${words}
      </label>`,
  );
  return page(
    visit,
    crumbs,
    html`<form class="settings" method="post">
      <fieldset>
        <legend>Item-level permissions: Create and Edit access</legend>
        ${choices}
      </fieldset>
      <button>OK</button>
      <output>${said}</output>
    </form>`,
  );
}

/** What people see whose rights do not reach to settings. */
export function ownersOnlyPage(visit: Visit): Html {
  const owners = ownersOf(visit.world, visit.site).map(({ displayName }) => displayName);
  return page(
    visit,
    [{ text: "Only for owners" }],
    html`<p>${owners.join(" or ")} can change the settings of this list.</p>`,
  );
}

/** Keeps what an owner chose; false for what is none of the choices. */
export function keepWriting({ world }: Visit, { head }: List, chosen: string): boolean {
  const write = CHOICES.find(([value]) => String(value) === chosen)?.[0];
  if (write === undefined) return false;
  const security = { read: head.security?.read ?? 1, write } as const;
  const changed = { modifiedAt: world.now(), version: head.version + 1 };
  world.record({ fact: "list-written", head: { ...head, ...changed, security } });
  return true;
}
