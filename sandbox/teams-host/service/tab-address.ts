import type { TabSettings } from "../protocol/effects.ts";
import type { FrameContext } from "../protocol/frames.ts";

/** The app's pages a person may look at, in the order of a decision's life. */
export const surfaces = ["setup", "prepare", "walk", "stage", "log"] as const;

/** One page of the app. */
export type Surface = (typeof surfaces)[number];

/** Where Teams would show each page, and what it is called in the host page. */
export const surfaceFacts: Readonly<
  Record<Surface, { readonly context: FrameContext; readonly label: string }>
> = {
  setup: { context: "settings", label: "Set up" },
  prepare: { context: "content", label: "Prepare" },
  walk: { context: "sidePanel", label: "Walk" },
  stage: { context: "meetingStage", label: "Stage" },
  log: { context: "content", label: "Log" },
};

/** The saved state of a meeting's tab: the settings, and what is on the stage if anything is. */
export interface MeetingTab extends TabSettings {
  readonly stage?: { readonly url: string; readonly by: string };
}

/**
 * The address of a page in this sandbox. The saved address gives only its query: it may have
 * been saved through another host name.
 */
export function pageAddress(surface: Surface, tab: MeetingTab | undefined, base: string): string {
  const page = new URL(`app/${surface}.html`, base);
  const shared = surface === "stage" ? tab?.stage?.url : undefined;
  const saved = shared ?? tab?.contentUrl;
  // Teams opens the configuration page bare; it asks for the settings itself.
  if (surface !== "setup" && saved && URL.canParse(saved)) {
    page.search = new URL(saved).search;
  }
  return page.href;
}

/** Whether an address is a page of the app in this sandbox. */
export function isAppAddress(url: string, base: string): boolean {
  return URL.canParse(url) && url.startsWith(new URL("app/", base).href);
}
