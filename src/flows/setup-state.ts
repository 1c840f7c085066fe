import type { ListName, ListReport, Place, Site } from "./ports.ts";
import { StoreError } from "./store-error.ts";

/** The lists a site needs, in the order they are made and shown. */
export const listNames: readonly ListName[] = ["Decisions", "Decision events"];

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
  /** Empty until a site is chosen. */
  readonly lines: readonly SetupLine[];
  readonly questionListId: string;
}

/** Where the decisions would be kept; undefined until every list is ready. */
export function placeOf({ chosen, lines }: SetupPicture): Place | undefined {
  const decisions = readyId(lines, "Decisions");
  const events = readyId(lines, "Decision events");
  if (chosen === undefined || decisions === undefined || events === undefined) return undefined;
  return { siteId: chosen.id, decisionsListId: decisions, eventsListId: events };
}

/** Whether pressing *Create* or *Repair* would do anything, and nothing is under way. */
export function canMakeReady({ lines }: SetupPicture): boolean {
  const busy = lines.some(({ state }) => state.kind === "looking" || state.kind === "being-made");
  return !busy && lines.some((line) => isWorkToDo(line));
}

/** Whether a line waits for somebody to create or repair it. */
export function isWorkToDo({ state }: SetupLine): boolean {
  if (state.kind === "differs") return state.differences.some((one) => one.repairable);
  return state.kind === "will-be-created";
}

/** The failure that only somebody else can mend: this person may not make lists here. */
export function barredBy({ lines }: SetupPicture): StoreError | undefined {
  for (const { state } of lines) {
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

function readyId(lines: readonly SetupLine[], list: ListName): string | undefined {
  const state = lines.find((line) => line.list === list)?.state;
  return state?.kind === "ready" ? state.listId : undefined;
}
