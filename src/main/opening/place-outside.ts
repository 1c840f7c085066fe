import type { Config } from "#adapters/browser/config.ts";
import type { Place } from "#flows/ports.ts";
import { readSettings } from "./place.ts";

const placeKey = "quorate-place";

/** Where a deployment keeps its decisions, for a page that nobody set up as a tab. */
export function placeOf(config: Pick<Config, "siteId" | "lists">): Place | undefined {
  const { siteId, lists } = config;
  if (siteId === undefined || lists === undefined) return undefined;
  return { siteId, decisionsListId: lists.decisions, eventsListId: lists.events };
}

/**
 * Puts the place an address named back into it when the page returns from signing out, whose
 * address may have no query.
 */
export function keepPlace(
  { search, pathname, hash }: Pick<Location, "search" | "pathname" | "hash">,
  history: Pick<History, "replaceState">,
  storage: Pick<Storage, "getItem" | "setItem">,
): void {
  const kept = storage.getItem(placeKey);
  if (readSettings(search) !== undefined) storage.setItem(placeKey, search);
  else if (search === "" && kept !== null) history.replaceState(null, "", pathname + kept + hash);
}
