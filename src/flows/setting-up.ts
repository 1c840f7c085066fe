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
  picture(): SetupPicture;
  subscribe(onChange: () => void): () => void;
  /** Looks for sites by name; an older search that answers late is left out. */
  searchFor(text: string): Promise<void>;
  /** Chooses a site and looks at its lists; changes nothing there. */
  choose(site: Site): Promise<void>;
  /** Looks again at the lists of the chosen site. */
  lookAgain(): Promise<void>;
  /** Creates or repairs what the chosen site still needs, or only one list; one after the other. */
  makeReady(only?: ListName): Promise<void>;
  startWith(questionListId: string): void;
}

/**
 * Opens the configuration page's state over the port that makes lists, and looks for the
 * recommended site at once. Failures of the port become states; anything else is thrown.
 */
export function openSettingUp(
  provisioning: Provisioning,
  start: { readonly questionListId: string; readonly recommendedSiteId?: string },
): SettingUp {
  const listeners = new Set<() => void>();
  let now: SetupPicture = {
    finding: start.recommendedSiteId !== undefined,
    search: { kind: "idle" },
    lines: [],
    questionListId: start.questionListId,
  };

  function show(change: Partial<SetupPicture>): void {
    now = { ...now, ...change };
    for (const tell of listeners) tell();
  }

  function setLine(list: ListName, state: LineState): void {
    show({ lines: now.lines.map((line) => (line.list === list ? { list, state } : line)) });
  }

  function setAll(state: LineState): void {
    show({ lines: listNames.map((list) => ({ list, state })) });
  }

  /** Whether an answer for this site still matters: another may have been chosen meanwhile. */
  function isChosen(site: Site): boolean {
    return now.chosen?.id === site.id;
  }

  async function searchFor(text: string): Promise<void> {
    show({ search: { kind: "searching", text } });
    const isLatest = () => now.search.kind === "searching" && now.search.text === text;
    try {
      const sites = await provisioning.sites(text);
      if (isLatest()) show({ search: { kind: "found", text, sites } });
    } catch (error) {
      const why = storeErrorOf(error);
      if (isLatest()) show({ search: { kind: "failed", text, why } });
    }
  }

  async function choose(site: Site): Promise<void> {
    show({ chosen: site });
    setAll({ kind: "looking" });
    try {
      const reports = await provisioning.inspect(site.id);
      if (!isChosen(site)) return;
      for (const report of reports)
        setLine(report.list, lineFrom(report) ?? idMissing(report.list));
      for (const { list, state } of now.lines) {
        if (state.kind === "looking") setLine(list, { kind: "will-be-created" });
      }
    } catch (error) {
      const why = storeErrorOf(error);
      if (isChosen(site)) setAll({ kind: "failed", why });
    }
  }

  async function makeOne(site: Site, list: ListName): Promise<boolean> {
    setLine(list, { kind: "being-made" });
    try {
      const report = await provisioning.makeReady(site.id, list);
      if (!isChosen(site)) return false;
      setLine(list, lineFrom(report) ?? idMissing(list));
      return true;
    } catch (error) {
      const why = storeErrorOf(error);
      if (isChosen(site)) setLine(list, { kind: "failed", why });
      return false;
    }
  }

  async function makeReady(only?: ListName): Promise<void> {
    const site = now.chosen;
    if (site === undefined) return;
    const wanted = now.lines.filter(
      (line) => isWorkToDo(line) && (only === undefined || line.list === only),
    );
    for (const { list } of wanted) {
      // One after the other: the second list would fail for the same reason as the first.
      if (!(await makeOne(site, list))) return;
    }
  }

  async function findRecommended(id: string): Promise<void> {
    try {
      const site = await provisioning.site(id);
      show({ recommended: site, finding: false });
      if (now.chosen === undefined) await choose(site);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // A recommendation that this person cannot open is no reason to stop: they search instead.
      show({ finding: false });
    }
  }

  if (start.recommendedSiteId !== undefined) void findRecommended(start.recommendedSiteId);

  return {
    picture: () => now,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    searchFor,
    choose,
    lookAgain: async () => (now.chosen === undefined ? undefined : choose(now.chosen)),
    makeReady,
    startWith: (questionListId) => show({ questionListId }),
  };
}

function idMissing(list: ListName): LineState {
  const message = `The list ${list} was reported as ready, but without an id.`;
  return { kind: "failed", why: new StoreError("rejected", message) };
}

/** The failure of a port; our own mistakes go on to the error boundary. */
function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
