import type { HostEffects, TabSettings } from "../protocol/effects.ts";
import type { Frame } from "../protocol/frames.ts";
import type { SandboxService } from "../service/sandbox-service.ts";
import { isAppAddress, type MeetingTab } from "../service/tab-address.ts";
import type { AppFrame } from "./app-frame.ts";
import { announce, askPerson } from "./dialogs.ts";
import { type MeetingTabs, tabKeyOf } from "./meeting-tabs.ts";

/** What the effects act on. */
export interface PageParts {
  readonly service: SandboxService;
  readonly tabs: MeetingTabs;
  readonly placed: (frame: Frame) => AppFrame | undefined;
}

/** The settings without what the host keeps beside them. */
function settingsIn(tab: MeetingTab | undefined): TabSettings | undefined {
  if (tab?.contentUrl === undefined) return undefined;
  const { stage: _stage, ...settings } = tab;
  return settings;
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

/** What a page of the sandbox does when its host is asked; dialogs and unknown calls apart. */
export function pageEffects({
  service,
  tabs,
  placed,
}: PageParts): Omit<HostEffects, "openDialog" | "submitDialog" | "unknownCall"> {
  const keyOf = (frame: Frame) => tabKeyOf(frame.viewer().meeting?.id);

  async function freshTab(frame: Frame): Promise<MeetingTab | undefined> {
    await tabs.refresh(keyOf(frame));
    return tabs.known(keyOf(frame));
  }

  return {
    started: async (frame) => placed(frame)?.applyNetwork(),
    readSettings: async (frame) => settingsIn(await freshTab(frame)),
    keepSettings: (frame, settings) =>
      tabs.change(keyOf(frame), (tab) => ({ ...tab, ...settings })),
    validityChanged: (frame, isValid) => placed(frame)?.options.onValidity?.(isValid),
    saveEnded: (frame, problem) => placed(frame)?.options.onSaved?.(problem),
    readStage: async (frame) => (await freshTab(frame))?.stage?.url,
    keepStage: (frame, url) =>
      tabs.change(keyOf(frame), ({ stage: _before, ...tab }) =>
        url === undefined ? tab : { ...tab, stage: { url, by: frame.viewer().person.id } },
      ),
    openLink: openWindow,
    showLink: (_frame, label, link) => announce(`Link to “${label}”: ${link}`),
    navigate: (frame, url) => {
      if (!isAppAddress(url, document.baseURI)) return false;
      placed(frame)?.load(url);
      return true;
    },
    token: (frame, scopes) => service.requestToken(frame.viewer().person.id, scopes),
    ask: async (frame, question, scopes) => {
      const { person } = frame.viewer();
      if (!(await askPerson(person.displayName, question, scopes))) return false;
      return question !== "consent" || service.consent(person.id, scopes);
    },
    callFailed: (_frame, func, problem) => announce(`${func} failed: ${problem}`),
    appFailed: (_frame, detail) => announce(`The page reports a failure: ${detail}`),
  };
}
