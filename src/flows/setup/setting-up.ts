import type { ListName, ListSettings, Provisioning, SettingName, Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { applySettings, lookAtSettings } from "./settings.ts";
import {
  type SetupPicture,
  isToApply,
  isWorkToDo,
  lineFrom,
  optionalList,
  placeOf,
  requiredLists,
  shownLines,
} from "./setup-state.ts";
import { type Shown, showing, storeErrorOf } from "./showing.ts";

/** The configuration page as one browser lives it. Made by `openSettingUp`. */
export interface SettingUp {
  readonly picture: () => SetupPicture;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Looks for sites by name; an older search that answers late is left out. */
  readonly searchFor: (text: string) => Promise<void>;
  /** Chooses a site and looks at its lists and their settings; changes nothing there. */
  readonly choose: (site: Site) => Promise<void>;
  /** Does again what failed: the chosen site's lists, else the recommended site, else the search. */
  readonly lookAgain: () => Promise<void>;
  /**
   * Creates or repairs what the chosen site still needs, or only one list; one after the other.
   * Settings of lists that have just been made are applied as well.
   */
  readonly makeReady: (only?: ListName) => Promise<void>;
  /** Whether the optional list of standing roles shall be made. */
  readonly wantRoles: (wants: boolean) => void;
  /** Applies what only SharePoint can set, or one of it; looks first where it could not before. */
  readonly applySettings: (only?: SettingName) => Promise<void>;
  readonly startWith: (questionListId: string) => void;
}

/** What setting up works with. */
export interface SettingUpNeeds {
  readonly provisioning: Provisioning;
  readonly listSettings: ListSettings;
  readonly questionListId: string;
  readonly recommendedSiteId?: string;
}

/**
 * Opens the configuration page's state over the ports that make lists, and looks for the
 * recommended site at once. Failures of a port become states; anything else is thrown.
 */
export function openSettingUp(needs: SettingUpNeeds): SettingUp {
  const { listSettings, questionListId, recommendedSiteId } = needs;
  const shown = showing({
    finding: recommendedSiteId !== undefined,
    search: { kind: "idle" },
    wantsRoles: false,
    questionListId,
  });
  const choose = (site: Site) => chooseSite(shown, needs, site);
  if (recommendedSiteId !== undefined) void findRecommended(shown, needs, recommendedSiteId);
  return {
    picture: shown.picture,
    subscribe: shown.subscribe,
    searchFor: (text) => search(shown, needs.provisioning, text),
    choose,
    async lookAgain() {
      const { chosen, recommended, search: last } = shown.picture();
      if (chosen !== undefined) await choose(chosen);
      else if (last.kind === "failed" && last.text !== "") {
        await search(shown, needs.provisioning, last.text);
      } else if (recommendedSiteId !== undefined && recommended === undefined) {
        await findRecommended(shown, needs, recommendedSiteId);
      }
    },
    async makeReady(only) {
      const wasReady = placeOf(shown.picture()) !== undefined;
      await makeLists(shown, needs.provisioning, only);
      if (wasReady || placeOf(shown.picture()) === undefined) return;
      await lookAtSettings(shown, listSettings);
      // What people changed by hand is not overwritten unasked.
      await applySettings(shown, listSettings, ({ state }) => state.kind === "will-be-applied");
    },
    wantRoles: (wantsRoles) => shown.show({ wantsRoles }),
    async applySettings(only) {
      const unread = shown.picture().settings.some(({ state }) => state.kind === "by-hand");
      if (unread) await lookAtSettings(shown, listSettings);
      const isOne = (setting: SettingName) => only === undefined || only === setting;
      await applySettings(shown, listSettings, (line) => isToApply(line) && isOne(line.setting));
    },
    startWith: (id) => shown.show({ questionListId: id }),
  };
}

async function findRecommended(shown: Shown, needs: SettingUpNeeds, id: string) {
  shown.show({ finding: true, search: { kind: "idle" } });
  try {
    const site = await needs.provisioning.site(id);
    shown.show({ recommended: site, finding: false });
    if (shown.picture().chosen === undefined) await chooseSite(shown, needs, site);
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

async function chooseSite(
  shown: Shown,
  { provisioning, listSettings }: SettingUpNeeds,
  site: Site,
): Promise<void> {
  shown.show({ chosen: site });
  shown.setAll({ kind: "looking" });
  shown.setSettings({ kind: "waiting" });
  const lists: readonly ListName[] = [...requiredLists, optionalList];
  try {
    const reports = await provisioning.inspect(site.id, lists);
    if (!shown.isChosen(site)) return;
    for (const list of lists) {
      const report = reports.find((one) => one.list === list);
      shown.setLine(list, report === undefined ? { kind: "will-be-created" } : lineFrom(report));
    }
  } catch (error) {
    const why = storeErrorOf(error);
    if (shown.isChosen(site)) shown.setAll({ kind: "failed", why });
    return;
  }
  await lookAtSettings(shown, listSettings);
}

async function makeLists(shown: Shown, provisioning: Provisioning, only?: ListName): Promise<void> {
  const picture = shown.picture();
  if (picture.chosen === undefined) return;
  const wanted = shownLines(picture).filter(
    (line) => isWorkToDo(line) && (only === undefined || line.list === only),
  );
  for (const { list } of wanted) {
    // One after the other: the second list would fail for the same reason as the first.
    if (!(await makeList(shown, provisioning, picture.chosen, list))) return;
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
