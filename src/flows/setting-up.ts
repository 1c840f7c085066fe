import type { ListName, Provisioning, Site } from "./ports.ts";
import {
  type LineState,
  type SetupPicture,
  isWorkToDo,
  lineFrom,
  listNames,
} from "./setup-state.ts";
import { StoreError } from "./store-error.ts";

/** The configuration page as one browser lives it. Made by `openSettingUp`. */
export interface SettingUp {
  readonly picture: () => SetupPicture;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Looks for sites by name; an older search that answers late is left out. */
  readonly searchFor: (text: string) => Promise<void>;
  /** Chooses a site and looks at its lists; changes nothing there. */
  readonly choose: (site: Site) => Promise<void>;
  /** Does again what failed: the chosen site's lists, else the recommended site, else the search. */
  readonly lookAgain: () => Promise<void>;
  /** Creates or repairs what the chosen site still needs, or only one list; one after the other. */
  readonly makeReady: (only?: ListName) => Promise<void>;
  readonly startWith: (questionListId: string) => void;
}

/**
 * Opens the configuration page's state over the port that makes lists, and looks for the
 * recommended site at once. Failures of the port become states; anything else is thrown.
 */
export function openSettingUp(
  provisioning: Provisioning,
  start: { readonly questionListId: string; readonly recommendedSiteId?: string },
): SettingUp {
  const { questionListId, recommendedSiteId } = start;
  const shown = showing({
    finding: recommendedSiteId !== undefined,
    search: { kind: "idle" },
    lines: [],
    questionListId,
  });
  const choose = (site: Site) => chooseSite(shown, provisioning, site);
  if (recommendedSiteId !== undefined) {
    void findRecommended(shown, provisioning, recommendedSiteId);
  }
  return {
    picture: shown.picture,
    subscribe: shown.subscribe,
    searchFor: (text) => search(shown, provisioning, text),
    choose,
    async lookAgain() {
      const { chosen, recommended, search: last } = shown.picture();
      if (chosen !== undefined) await choose(chosen);
      else if (last.kind === "failed" && last.text !== "") {
        await search(shown, provisioning, last.text);
      } else if (recommendedSiteId !== undefined && recommended === undefined) {
        await findRecommended(shown, provisioning, recommendedSiteId);
      }
    },
    makeReady: (only) => makeLists(shown, provisioning, only),
    startWith: (id) => shown.show({ questionListId: id }),
  };
}

/** The picture, and the ways it changes. */
interface Shown extends Pick<SettingUp, "picture" | "subscribe"> {
  readonly show: (change: Partial<SetupPicture>) => void;
  readonly setLine: (list: ListName, state: LineState) => void;
  readonly setAll: (state: LineState) => void;
  /** Whether an answer about this site still matters: another may have been chosen meanwhile. */
  readonly isChosen: (site: Site) => boolean;
}

function showing(first: SetupPicture): Shown {
  const listeners = new Set<() => void>();
  let now = first;
  const show = (change: Partial<SetupPicture>) => {
    now = { ...now, ...change };
    for (const tell of listeners) tell();
  };
  return {
    picture: () => now,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    show,
    setLine: (list, state) =>
      show({ lines: now.lines.map((line) => (line.list === list ? { list, state } : line)) }),
    setAll: (state) => show({ lines: listNames.map((list) => ({ list, state })) }),
    isChosen: (site) => now.chosen?.id === site.id,
  };
}

async function findRecommended(shown: Shown, provisioning: Provisioning, id: string) {
  shown.show({ finding: true, search: { kind: "idle" } });
  try {
    const site = await provisioning.site(id);
    shown.show({ recommended: site, finding: false });
    if (shown.picture().chosen === undefined) await chooseSite(shown, provisioning, site);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // A recommendation that this person cannot open is no reason to stop: they search instead. But
    // without permission a search would fail as well, so that is said at once.
    const needsConsent = error.kind === "consent-needed";
    shown.show({
      finding: false,
      ...(needsConsent && { search: { kind: "failed", text: "", why: error } }),
    });
  }
}

async function search(shown: Shown, provisioning: Provisioning, text: string): Promise<void> {
  shown.show({ search: { kind: "searching", text } });
  const isLatest = () => {
    const { search: latest } = shown.picture();
    return latest.kind === "searching" && latest.text === text;
  };
  try {
    const sites = await provisioning.sites(text);
    if (isLatest()) shown.show({ search: { kind: "found", text, sites } });
  } catch (error) {
    const why = storeErrorOf(error);
    if (isLatest()) shown.show({ search: { kind: "failed", text, why } });
  }
}

async function chooseSite(shown: Shown, provisioning: Provisioning, site: Site): Promise<void> {
  shown.show({ chosen: site });
  shown.setAll({ kind: "looking" });
  try {
    const reports = await provisioning.inspect(site.id);
    if (!shown.isChosen(site)) return;
    for (const list of listNames) {
      const report = reports.find((one) => one.list === list);
      shown.setLine(list, report === undefined ? { kind: "will-be-created" } : lineFrom(report));
    }
  } catch (error) {
    const why = storeErrorOf(error);
    if (shown.isChosen(site)) shown.setAll({ kind: "failed", why });
  }
}

async function makeLists(shown: Shown, provisioning: Provisioning, only?: ListName): Promise<void> {
  const { chosen, lines } = shown.picture();
  if (chosen === undefined) return;
  const wanted = lines.filter(
    (line) => isWorkToDo(line) && (only === undefined || line.list === only),
  );
  for (const { list } of wanted) {
    // One after the other: the second list would fail for the same reason as the first.
    if (!(await makeList(shown, provisioning, chosen, list))) return;
  }
}

async function makeList(
  shown: Shown,
  provisioning: Provisioning,
  site: Site,
  list: ListName,
): Promise<boolean> {
  shown.setLine(list, { kind: "being-made" });
  try {
    const report = await provisioning.makeReady(site.id, list);
    if (shown.isChosen(site)) shown.setLine(list, lineFrom(report));
    return shown.isChosen(site);
  } catch (error) {
    const why = storeErrorOf(error);
    if (shown.isChosen(site)) shown.setLine(list, { kind: "failed", why });
    return false;
  }
}

/** The failure of a port; our own mistakes go on to the error boundary. */
function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
