import type { IdentitySet, SharePointIdentitySet } from "@microsoft/microsoft-graph-types";
import type { Person, Site, SiteRole } from "../../directory/directory.ts";
import type { Call, World } from "../call.ts";
import { param } from "../call.ts";
import { notFound, refuse, unknown } from "../errors.ts";
import type { List } from "../store/list.ts";
import { grantedRole, SELECTED_SCOPE } from "../selected/site-grants.ts";

/** Scopes that let a token look for sites. */
export const SEARCH_SCOPES = ["Sites.Read.All", "Sites.ReadWrite.All"];
/** Scopes that let a token read lists, as Microsoft's permissions data has them. */
export const READ_SCOPES = [...SEARCH_SCOPES, SELECTED_SCOPE];
/** Scopes for what also a manager of sites may read. */
export const READ_DEFINITION_SCOPES = [
  "Sites.Read.All",
  "Sites.ReadWrite.All",
  "Sites.Manage.All",
  "Sites.FullControl.All",
  SELECTED_SCOPE,
];
/** Scopes that let a token write items. */
export const WRITE_SCOPES = ["Sites.ReadWrite.All", SELECTED_SCOPE];
/** Scopes that let a token make and change lists and columns. */
export const MANAGE_SCOPES = ["Sites.Manage.All", "Sites.FullControl.All", SELECTED_SCOPE];

const RANK: Readonly<Record<SiteRole, number>> = { read: 1, write: 2, owner: 3 };
const ACCESS_DENIED = "Access denied";
const NO_SITE = "Requested site could not be found";

/**
 * The site a request names, if the caller has at least this role in it.
 *
 * @throws GraphError 404 for a site nobody has, 403 for one the caller may not use so.
 */
export function siteOf(call: Call, role: SiteRole = "read"): Site {
  const site = siteNamed(call);
  if (!holds(call, site, role)) refuse(403, "accessDenied", ACCESS_DENIED);
  return site;
}

/** The site a request names, whoever asks; 404 for a site nobody has. */
export function siteNamed(call: Call): Site {
  const id = param(call, "site-id").toLowerCase();
  if (id === "root") unknown("the root site");
  return call.world.directory.sites.find((one) => one.id.toLowerCase() === id) ?? notFound(NO_SITE);
}

/**
 * The list a request names by id or title.
 * To somebody who is no member of the site it does not exist: 404, not 403.
 *
 * @throws GraphError 404 also while a new list is not readable yet; 403 for a role too low.
 */
export function listOf(call: Call, role: SiteRole = "read"): { site: Site; list: List } {
  const site = siteNamed(call);
  if (!call.world.directory.roleIn(site, call.caller)) return notFound();
  if (!holds(call, site, "read")) refuse(403, "accessDenied", ACCESS_DENIED);
  const wanted = param(call, "list-id").toLowerCase();
  const list = listsOf(call.world, site).find(
    ({ head }) => head.id === wanted || head.displayName.toLowerCase() === wanted,
  );
  if (!list) return notFound("The specified list was not found");
  if (!holds(call, site, role)) refuse(403, "accessDenied", ACCESS_DENIED);
  return { site, list };
}

/** The lists of a site that readers get to see by now. */
export function listsOf(world: World, site: Site): List[] {
  return [...world.state.lists.values()].filter(
    ({ head }) => head.siteId === site.id && head.readableFrom <= world.now(),
  );
}

/** Whether the caller has at least this role in a site, and the app too where it needs a grant. */
export function holds(call: Call, site: Site, role: SiteRole): boolean {
  const own = call.world.directory.roleIn(site, call.caller);
  if (own === undefined || RANK[own] < RANK[role]) return false;
  if (!call.selectedOnly) return true;
  const granted = grantedRole(call.world.state, site.id, call.appId);
  return granted !== undefined && RANK[granted] >= RANK[role];
}

/** Where a site's pages are. */
export function siteUrl(call: Call, site: Site): string {
  return `${call.pagesUrl}/${site.path}`;
}

/** Where a list's page is. */
export function listUrl(call: Call, site: Site, list: List): string {
  return `${siteUrl(call, site)}/Lists/${encodeURIComponent(list.head.name)}`;
}

/** Somebody as SharePoint names the author of something. */
export function identityOf(world: World, personId: string): IdentitySet & SharePointIdentitySet {
  const person = world.directory.people.get(personId);
  if (!person) return { user: { displayName: "System Account" } };
  // The e-mail is not in Microsoft's type of identity, which is open; SharePoint sends it.
  const user = { email: mailOf(person), id: person.id, displayName: person.displayName };
  return { user };
}

/** A person's mail address; a guest's is at home. */
export function mailOf(person: Person): string {
  return person.mail ?? person.userPrincipalName;
}

/** SharePoint's number for a person in a site, given at their first write there. */
export function lookupIdOf(world: World, site: Site, personId: string): number {
  const known = world.state.siteUsers.get(site.id);
  const found = known?.get(personId);
  if (found !== undefined) return found;
  // Numbers below belong to SharePoint's own groups.
  const lookupId = (known?.size ?? 0) + 6;
  world.record({ fact: "site-user-registered", siteId: site.id, personId, lookupId });
  return lookupId;
}

/** Who has a number in a site, by that number. */
export function siteUsersOf(world: World, site: Site): Map<number, Person> {
  const entries = [...(world.state.siteUsers.get(site.id) ?? [])].flatMap(
    ([personId, lookupId]) => {
      const person = world.directory.people.get(personId);
      return person ? [[lookupId, person] as const] : [];
    },
  );
  return new Map(entries);
}
