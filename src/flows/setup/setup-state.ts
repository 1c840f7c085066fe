import type {
  ListName,
  ListReport,
  Place,
  RequiredList,
  SettingName,
  SettingReport,
  Site,
} from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** The lists a site needs, in the order they are made and shown. */
export const requiredLists: readonly RequiredList[] = ["Decisions", "Decision events"];

/** The list that is made only where somebody wants it. */
export const optionalList = "Decision roles" satisfies ListName;

/** What SharePoint alone can set, in the order it is shown. */
export const settingNames: readonly SettingName[] = ["views", "write-security"];

/** Where one list stands on its way to ready. */
export type LineState =
  | { readonly kind: "looking" }
  | { readonly kind: "will-be-created" }
  | { readonly kind: "differs"; readonly differences: ListReport["differences"] }
  /** Created or repaired right now; SharePoint takes up to a minute. */
  | { readonly kind: "being-made" }
  | { readonly kind: "ready"; readonly listId: string }
  | { readonly kind: "failed"; readonly why: StoreError };

/** One list of the chosen site. */
export interface SetupLine {
  readonly list: ListName;
  readonly state: LineState;
}

/** Where one of SharePoint's own settings stands. None of them holds Save back. */
export type SettingState =
  /** Until the lists are ready. */
  | { readonly kind: "waiting" }
  | { readonly kind: "looking" }
  | { readonly kind: "will-be-applied" }
  | { readonly kind: "differs"; readonly differences: readonly string[] }
  | { readonly kind: "being-applied" }
  | { readonly kind: "ready" }
  /** Quorate may not: a person can, in SharePoint. */
  | { readonly kind: "by-hand"; readonly why: StoreError };

/** One setting of the lists. */
export interface SettingLine {
  readonly setting: SettingName;
  readonly state: SettingState;
}

/** What the search for a site has come to. */
type SiteSearch =
  | { readonly kind: "idle" }
  | { readonly kind: "searching"; readonly text: string }
  | { readonly kind: "found"; readonly text: string; readonly sites: readonly Site[] }
  | { readonly kind: "failed"; readonly text: string; readonly why: StoreError };

/** Everything the configuration page shows; a new object whenever any of it changed. */
export interface SetupPicture {
  /** The site that was recommended, once found. */
  readonly recommended?: Site;
  readonly chosen?: Site;
  /** True while the recommended site is looked up. */
  readonly finding: boolean;
  readonly search: SiteSearch;
  /** Empty until a site is chosen; the optional list is always the last. */
  readonly lines: readonly SetupLine[];
  /** Whether the optional list shall be made where it is missing. */
  readonly wantsRoles: boolean;
  readonly settings: readonly SettingLine[];
  readonly questionListId: string;
}

/** Where the decisions would be kept; undefined until every required list is ready. */
export function placeOf({ chosen, lines }: SetupPicture): Place | undefined {
  const decisions = readyId(lines, "Decisions");
  const events = readyId(lines, "Decision events");
  if (chosen === undefined || decisions === undefined || events === undefined) return undefined;
  return { siteId: chosen.id, decisionsListId: decisions, eventsListId: events };
}

/** The lists to show: the optional one where it is there or wanted. */
export function shownLines({ lines, wantsRoles }: SetupPicture): readonly SetupLine[] {
  return lines.filter(({ list, state }) => {
    if (list !== optionalList || wantsRoles) return true;
    return state.kind !== "will-be-created" && state.kind !== "looking";
  });
}

/** Whether somebody can still say that they want the optional list, or do not. */
export function mayWantRoles({ lines }: SetupPicture): boolean {
  const state = lines.find(({ list }) => list === optionalList)?.state;
  return state?.kind === "will-be-created";
}

/** Whether pressing *Create* or *Repair* would do anything, and nothing is under way. */
export function canMakeReady(picture: SetupPicture): boolean {
  const lines = shownLines(picture);
  const busy = lines.some(({ state }) => state.kind === "looking" || state.kind === "being-made");
  return !busy && lines.some((line) => isWorkToDo(line));
}

/** Whether a line waits for somebody to create or repair it. */
export function isWorkToDo({ state }: SetupLine): boolean {
  if (state.kind === "differs") return state.differences.some((one) => one.repairable);
  return state.kind === "will-be-created";
}

/** Whether a setting waits for somebody to apply it. */
export function isToApply({ state }: SettingLine): boolean {
  return state.kind === "will-be-applied" || state.kind === "differs";
}

/** Whether a setting is looked at or applied right now. */
export function isBusySetting({ state }: SettingLine): boolean {
  return state.kind === "looking" || state.kind === "being-applied";
}

/** The failure that only somebody else can mend: this person may not make lists here. */
export function barredBy({ lines }: SetupPicture): StoreError | undefined {
  for (const { list, state } of lines) {
    // Without the optional list everything goes on.
    if (list === optionalList) continue;
    if (state.kind === "failed" && state.why.kind === "forbidden") return state.why;
  }
  return undefined;
}

/** The line that a report tells. */
export function lineFrom({ list, listId, state, differences }: ListReport): LineState {
  if (state === "missing") return { kind: "will-be-created" };
  if (state === "differs") return { kind: "differs", differences };
  if (listId !== undefined) return { kind: "ready", listId };
  const message = `The list ${list} was reported as ready, but without an id.`;
  return { kind: "failed", why: new StoreError("rejected", message) };
}

/** The setting that a report tells. */
export function settingFrom({ state, differences }: SettingReport): SettingState {
  if (state === "missing") return { kind: "will-be-applied" };
  return state === "ready" ? { kind: "ready" } : { kind: "differs", differences };
}

function readyId(lines: readonly SetupLine[], list: RequiredList): string | undefined {
  const state = lines.find((line) => line.list === list)?.state;
  return state?.kind === "ready" ? state.listId : undefined;
}
