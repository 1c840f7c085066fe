import type { HostEffects, TabSettings } from "../protocol/effects.ts";
import type { Frame } from "../protocol/frames.ts";
import { type Host, openHost } from "../protocol/host.ts";
import type { SandboxService } from "../service/sandbox-service.ts";
import { isAppAddress, type MeetingTab } from "../service/tab-address.ts";
import { type AppFrame, type AppFrameOptions, placeAppFrame } from "./app-frame.ts";
import { announce, askPerson, openFramedDialog } from "./dialogs.ts";

/** All frames of one page, the host that answers them, and the tabs that the server keeps. */
export interface Desk {
  readonly host: Host;
  place(where: Element, options: AppFrameOptions): AppFrame;
  remove(appFrame: AppFrame | undefined): void;
  frames(): readonly AppFrame[];
  /** The last known tab of a meeting, without asking. */
  tabOf(meetingId: string): MeetingTab | undefined;
  /** Asks the server; tells the page when something changed. */
  refreshTab(meetingId: string): Promise<void>;
}

/** What the desk tells the page. */
export interface DeskListener {
  tabChanged(meetingId: string): void;
  unknownCall(who: string, func: string, args: readonly unknown[]): void;
}

/** Meetings' tabs are kept by this name; a personal tab belongs to no meeting. */
export function tabKeyOf(meetingId: string | undefined): string {
  return meetingId ?? "personal";
}

function openWindow(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return false;
  if (host === "teams.microsoft.com") {
    // There is no Teams behind this page: say what would open instead of leaving the sandbox.
    announce(`Teams would open ${url}`);
    return true;
  }
  window.open(url, "_blank", "noopener");
  return true;
}

/** Sets up the host of this page with everything it may be asked for. */
export function openDesk(service: SandboxService, listener: DeskListener): Desk {
  const placed = new Map<Frame, AppFrame>();
  const tabs = new Map<string, MeetingTab | undefined>();
  const submissions = new Map<Frame, (result: unknown) => void>();
  const keyOf = (frame: Frame) => tabKeyOf(frame.viewer().meeting?.id);

  async function refreshTab(key: string): Promise<void> {
    const found = await service.readTab(key).catch(() => tabs.get(key));
    const isSame = JSON.stringify(found) === JSON.stringify(tabs.get(key));
    tabs.set(key, found);
    if (!isSame) listener.tabChanged(key);
  }

  async function writeTab(frame: Frame, change: (tab: MeetingTab) => MeetingTab): Promise<void> {
    const key = keyOf(frame);
    const before = (await service.readTab(key)) ?? {};
    await service.writeTab(key, change(before));
    await refreshTab(key);
  }

  async function runDialog(frame: Frame, wish: Parameters<HostEffects["openDialog"]>[1]) {
    const options = placed.get(frame)?.options;
    if (!options) return undefined;
    const dialog = openFramedDialog(wish.title, wish.width, wish.height);
    const label = `${wish.title || "Dialog"}, opened by ${options.label}`;
    const { viewer, network } = options;
    const child = place(dialog.place, { context: "task", label, url: wish.url, viewer, network });
    host.linkDialog(child.frame, frame);
    let submitted: { readonly result: unknown } | undefined;
    submissions.set(child.frame, (result) => {
      submitted = { result };
      dialog.close();
    });
    await dialog.closed;
    submissions.delete(child.frame);
    remove(child);
    return submitted;
  }

  const effects: HostEffects = {
    started: async (frame) => placed.get(frame)?.applyNetwork(),
    readSettings: async (frame) => {
      await refreshTab(keyOf(frame));
      return settingsIn(tabs.get(keyOf(frame)));
    },
    keepSettings: (frame, settings) => writeTab(frame, (tab) => ({ ...tab, ...settings })),
    validityChanged: (frame, isValid) => placed.get(frame)?.options.onValidity?.(isValid),
    saveEnded: (frame, problem) => placed.get(frame)?.options.onSaved?.(problem),
    readStage: async (frame) => {
      await refreshTab(keyOf(frame));
      return tabs.get(keyOf(frame))?.stage?.url;
    },
    keepStage: (frame, url) =>
      writeTab(frame, ({ stage: _before, ...tab }) =>
        url === undefined ? tab : { ...tab, stage: { url, by: frame.viewer().person.id } },
      ),
    openLink: openWindow,
    showLink: (_frame, label, link) => announce(`Link to “${label}”: ${link}`),
    navigate: (frame, url) => {
      if (!isAppAddress(url, document.baseURI)) return false;
      placed.get(frame)?.load(url);
      return true;
    },
    openDialog: runDialog,
    submitDialog: (frame, result) => submissions.get(frame)?.(result),
    token: (frame, scopes) => service.requestToken(frame.viewer().person.id, scopes),
    ask: async (frame, question, scopes) => {
      const { person } = frame.viewer();
      if (!(await askPerson(person.displayName, question, scopes))) return false;
      return question !== "consent" || service.consent(person.id, scopes);
    },
    appReported: (frame, state, detail) => {
      placed.get(frame)?.options.onReport?.(state, detail);
      if (state === "failed") announce(`The page reports a failure: ${detail}`);
    },
    unknownCall: (frame, func, args) =>
      listener.unknownCall(frame.viewer().person.displayName, func, args),
  };

  const host = openHost(window, effects);

  function place(where: Element, options: AppFrameOptions): AppFrame {
    const appFrame = placeAppFrame(host, where, options);
    placed.set(appFrame.frame, appFrame);
    return appFrame;
  }

  function remove(appFrame: AppFrame | undefined): void {
    if (!appFrame) return;
    placed.delete(appFrame.frame);
    appFrame.remove();
  }

  return {
    host,
    place,
    remove,
    refreshTab,
    frames: () => [...placed.values()],
    tabOf: (key) => tabs.get(key),
  };
}

/** The settings without what the host keeps beside them. */
function settingsIn(tab: MeetingTab | undefined): TabSettings | undefined {
  if (tab?.contentUrl === undefined) return undefined;
  const { stage: _stage, ...settings } = tab;
  return settings;
}
