import { app, meeting, nestedAppAuth, pages } from "@microsoft/teams-js";
import type { SdkError } from "@microsoft/teams-js";

/**
 * The few calls of teams-js that Quorate makes. Picked one by one: a namespace that escapes whole
 * into a variable would bring all of it along.
 */
export const teamsCalls = {
  // Of all the clouds only the one in China is unknown to teams-js as a host.
  initialize: () => app.initialize(["https://teams.microsoftonline.cn"]),
  getContext: () => app.getContext(),
  notifySuccess: async () => void (await app.notifySuccess()),
  onThemeChange: (act: (theme: string) => void) => app.registerOnThemeChangeHandler(act),
  openLink: (url: string) => app.openLink(url),
  getMeetingDetails: () => called(meeting.getMeetingDetails),
  getStageCapabilities: () => called(meeting.getAppContentStageSharingCapabilities),
  shareToStage: (url: string) =>
    called((back: Back<boolean>) => meeting.shareAppContentToStage(back, url)),
  setValidityState: (isValid: boolean) => pages.config.setValidityState(isValid),
  onSave: (act: (save: Pick<pages.config.SaveEvent, "notifySuccess" | "notifyFailure">) => void) =>
    pages.config.registerOnSaveHandler(act),
  setConfig: (config: pages.InstanceConfig) => pages.config.setConfig(config),
  hasNestedAuth: () => nestedAppAuth.isNAAChannelRecommended(),
};

/** What the adapters ask of the Teams client. */
export type TeamsCalls = typeof teamsCalls;

type Back<T> = (error: SdkError | null, value: T | null) => void;

/** A call with a callback as a promise; errors come back as the client gave them. */
function called<T>(call: (back: Back<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, value) => {
      if (error !== null || value === null) reject(error);
      else resolve(value);
    });
  });
}
