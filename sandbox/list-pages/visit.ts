import type { Person, Site } from "../directory/directory.ts";
import type { World } from "../graph/call.ts";
import { builtInColumns } from "../graph/sharepoint/built-in-columns.ts";
import { siteUsersOf } from "../graph/sharepoint/access.ts";
import type { Column } from "../graph/store/facts.ts";
import type { List } from "../graph/store/list.ts";

/** A column as its list defines it. */
export type Definition = Column["definition"];

/** Somebody looking at the pages of one site. */
export interface Visit {
  readonly world: World;
  readonly site: Site;
  readonly visitor: Person;
  /** What to add to links, so that they keep speaking for the same person. */
  readonly query: string;
  /** What else the address says, which a change of person keeps. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Who looks, at which site: the site's first owner unless `person` names somebody else. */
export function openVisit(
  world: World,
  siteName: string,
  personId: string | undefined,
  kept: Visit["kept"],
) {
  const site = world.directory.sites.find((one) => one.path === `sites/${siteName}`);
  const visitor = site && (world.directory.people.get(personId ?? "") ?? ownersOf(world, site)[0]);
  if (!site || !visitor) return undefined;
  const query = personId === undefined ? "" : `person=${encodeURIComponent(personId)}`;
  return { world, site, visitor, query, kept } satisfies Visit;
}

/** Whether the visitor may read the site at all. */
export function mayRead({ world, site, visitor }: Visit): boolean {
  return world.directory.roleIn(site, visitor) !== undefined;
}

/** Who gives access to a site: its owners, to whom requests go, not those who administer it. */
export function ownersOf(world: World, site: Site): readonly Person[] {
  return [...world.directory.people.values()].filter(
    (person) =>
      world.directory.roleIn(site, person) === "owner" && !site.administrators.includes(person.id),
  );
}

/** People whose eyes one may borrow: those the site names, and the few the directory names first. */
export function possibleVisitors({ world, site, visitor }: Visit): readonly Person[] {
  const first = [...world.directory.people.values()].slice(0, 12);
  const named = Object.keys(site.roles).flatMap((id) => world.directory.people.get(id) ?? []);
  return [...new Set([visitor, ...named, ...first])].toSorted((a, b) =>
    a.displayName.localeCompare(b.displayName),
  );
}

/** A list of the site by the name in its address. */
export function listNamed({ world, site }: Visit, name: string): List | undefined {
  return [...world.state.lists.values()].find(
    ({ head }) => head.siteId === site.id && head.name.toLowerCase() === name.toLowerCase(),
  );
}

/** A list of the site by its id, in braces as SharePoint's pages have it or without. */
export function listWithId({ world, site }: Visit, id: string): List | undefined {
  const found = world.state.lists.get(id.replaceAll(/[{}]/g, "").toLowerCase());
  return found?.head.siteId === site.id ? found : undefined;
}

/** The columns a reader sees: the title, then the list's own in the order they were made. */
export function shownColumns(list: List): readonly Definition[] {
  const title = builtInColumns.filter(({ name }) => name === "Title");
  const own = [...list.columns.values()].map(({ definition }) => definition);
  return [...title, ...own.filter(({ hidden }) => !hidden)];
}

/** A person's name by the number the site has for them. */
export function nameOf({ world, site }: Visit, lookupId: number): string {
  return siteUsersOf(world, site).get(lookupId)?.displayName ?? `Person ${lookupId}`;
}

/** A person's name by their id. */
export function nameOfPerson({ world }: Visit, id: string): string {
  return world.directory.people.get(id)?.displayName ?? "Somebody";
}

/** A query string of those parts that are there. */
export function queryOf(...parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== "");
  return filled.length > 0 ? `?${filled.join("&")}` : "";
}
