import { browserWorld } from "#adapters/browser/world.ts";
import type { Graph } from "#adapters/graph/client.ts";
import type { TokenSource } from "#adapters/graph/token-source.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openListSettings } from "#adapters/sharepoint/rest/list-settings.ts";
import type { ListSettings, Provisioning } from "#flows/ports.ts";

/** What the configuration page works with. */
export interface SetupTools {
  readonly provisioning: Provisioning;
  readonly listSettings: ListSettings;
}

/** Opens what makes lists, and what sets on them what only SharePoint can. */
export function openSetupTools(graph: Graph, tokens: TokenSource): SetupTools {
  return {
    provisioning: openProvisioning(graph),
    listSettings: openListSettings({ tokens, clock: browserWorld }),
  };
}
