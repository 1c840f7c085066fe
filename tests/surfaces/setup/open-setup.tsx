import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { SetupHost } from "#flows/ports.ts";
import { SetupSurface } from "#surfaces/setup/setup-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { settingsOf } from "../../flows/list-settings-double.ts";
import { provisioningOf } from "../../flows/provisioning-double.ts";

/** Teams' Save button, as far as the page sees it. */
function saveButton() {
  const button = {
    enabled: false,
    settings: undefined as Parameters<SetupHost["onSave"]>[0] | undefined,
  };
  const host: SetupHost = {
    setSaveEnabled: (enabled) => {
      button.enabled = enabled;
    },
    onSave: (settings) => {
      button.settings = settings;
    },
  };
  return { button, host };
}

/** Renders the configuration page over lists and settings in memory. */
export function openSetup(
  behaviour: Parameters<typeof provisioningOf>[0] = {},
  recommendedSiteId?: string,
  settings: Parameters<typeof settingsOf>[0] = {},
  isGrantedOnly = false,
) {
  const { button, host } = saveButton();
  const links: string[] = [];
  const asked: string[] = [];
  const provisioning = provisioningOf(behaviour);
  const listSettings = settingsOf(settings);
  const { container } = render(
    <LiveRegion>
      <SetupSurface
        provisioning={provisioning}
        listSettings={listSettings}
        host={host}
        recommendedSiteId={recommendedSiteId}
        isGrantedOnly={isGrantedOnly}
        openLink={(url) => links.push(url)}
        askConsent={async (scopes) => {
          await Promise.resolve();
          asked.push(...scopes);
          provisioning.heal();
          listSettings.heal();
        }}
      />
    </LiveRegion>,
  );
  return { button, links, asked, provisioning, listSettings, container, user: userEvent.setup() };
}
