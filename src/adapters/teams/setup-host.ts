import type { Place, SetupHost, World } from "#flows/ports.ts";
import { type TeamsCalls, teamsCalls } from "./teams-calls.ts";
import { within } from "./within.ts";

/** What the configuration page's half of the client is given. */
export interface SetupHostNeeds {
  readonly world: Pick<World, "after">;
  /** The address the tab is to open with: where decisions are kept travels in it. */
  readonly tabUrl: (settings: { place: Place; questionListId: string }) => string;
  readonly calls?: TeamsCalls;
}

const saveMs = 10_000;

/**
 * The configuration page in Teams. Only to be opened in the frame context `settings`.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-tab-pages/configuration-page
 */
export function openSetupHost({ world, tabUrl, calls = teamsCalls }: SetupHostNeeds): SetupHost {
  return {
    setSaveEnabled: (enabled) => calls.setValidityState(enabled),
    onSave(settings) {
      calls.onSave((save) => {
        const contentUrl = tabUrl(settings());
        const config = {
          entityId: "quorate",
          contentUrl,
          websiteUrl: contentUrl,
          suggestedDisplayName: "Quorate",
        };
        within(world, saveMs, "setConfig", calls.setConfig(config)).then(
          () => save.notifySuccess(),
          (failure: unknown) => save.notifyFailure(String(failure)),
        );
      });
    },
  };
}
