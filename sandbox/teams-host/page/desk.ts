import type { HostEffects } from "../protocol/effects.ts";
import type { Frame } from "../protocol/frames.ts";
import { type Host, openHost } from "../protocol/host.ts";
import type { SandboxService } from "../service/sandbox-service.ts";
import type { MeetingTab } from "../service/tab-address.ts";
import { type AppFrame, type AppFrameOptions, placeAppFrame } from "./app-frame.ts";
import { openFramedDialog } from "./dialogs.ts";
import { openMeetingTabs } from "./meeting-tabs.ts";
import { pageEffects } from "./page-effects.ts";

/** All frames of one page, the host that answers them, and the tabs that the server keeps. */
export interface Desk {
  readonly host: Host;
  readonly place: (where: Element, options: AppFrameOptions) => AppFrame;
  readonly remove: (appFrame: AppFrame | undefined) => void;
  readonly frames: () => readonly AppFrame[];
  /** The last known tab of a meeting, without asking. */
  readonly tabOf: (key: string) => MeetingTab | undefined;
  /** Asks the server; tells the page when something changed. */
  readonly refreshTab: (key: string) => Promise<void>;
}

/** What the desk tells the page. */
export interface DeskListener {
  readonly tabChanged: (key: string) => void;
  readonly unknownCall: (who: string, func: string, args: readonly unknown[]) => void;
}

/** Sets up the host of this page with everything it may be asked for. */
export function openDesk(service: SandboxService, listener: DeskListener): Desk {
  const placed = new Map<Frame, AppFrame>();
  const submissions = new Map<Frame, (result: unknown) => void>();
  const tabs = openMeetingTabs(service, listener.tabChanged);

  const openDialog: HostEffects["openDialog"] = async (frame, { url, title, width, height }) => {
    const opener = placed.get(frame)?.options;
    if (!opener) return undefined;
    const dialog = openFramedDialog(title, width, height);
    const label = `${title || "Dialog"}, opened by ${opener.label}`;
    const { viewer, network } = opener;
    const child = place(dialog.place, { context: "task", label, url, viewer, network });
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
  };

  const host = openHost(window, {
    ...pageEffects({ service, tabs, placed: (frame) => placed.get(frame) }),
    openDialog,
    submitDialog: (frame, result) => submissions.get(frame)?.(result),
    unknownCall: (frame, func, args) =>
      listener.unknownCall(frame.viewer().person.displayName, func, args),
  });

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

  const frames = () => [...placed.values()];
  return { host, place, remove, frames, tabOf: tabs.known, refreshTab: tabs.refresh };
}
