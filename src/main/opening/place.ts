import type { HostContext, Place } from "#flows/ports.ts";

/** What the tab's address says: where decisions are kept, and the question list to begin with. */
export interface TabSettings {
  readonly place: Place;
  readonly questionListId: string;
}

/** Reads the settings from a tab's address; undefined where the tab was never set up. */
export function readSettings(search: string): TabSettings | undefined {
  const query = new URLSearchParams(search);
  const siteId = query.get("site");
  const decisionsListId = query.get("decisions");
  const eventsListId = query.get("events");
  if (!siteId || !decisionsListId || !eventsListId) return undefined;
  const questionListId = query.get("list") ?? "technology-decision";
  return { place: { siteId, decisionsListId, eventsListId }, questionListId };
}

/** The query that `readSettings` reads. */
export function writeSettings({ place, questionListId }: TabSettings): string {
  return new URLSearchParams({
    site: place.siteId,
    decisions: place.decisionsListId,
    events: place.eventsListId,
    list: questionListId,
  }).toString();
}

/**
 * The page Teams should be showing. It opens one address everywhere in a meeting, so each page sends
 * people on to the one their frame is for; undefined when they are there. The log is wherever it is
 * opened.
 */
export function rightPage(
  here: HostContext["surface"],
  { surface: frame, chatId }: Pick<HostContext, "surface" | "chatId">,
  search: string,
): string | undefined {
  if (here === "log") return undefined;
  // A channel has a tab and no meeting: there is nothing to prepare, and decisions to read.
  const isAside = frame === "prepare" && chatId === undefined;
  if (isAside && readSettings(search) !== undefined) return `log.html${search}`;
  if (here === frame) return undefined;
  return `${frame}.html${search}`;
}
