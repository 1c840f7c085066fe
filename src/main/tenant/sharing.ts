import type { Config } from "#adapters/browser/config.ts";
import type { Graph } from "#adapters/graph/client.ts";
import { openMeetingChat } from "#adapters/graph/sharing/meeting-chat.ts";
import { openPlanner } from "#adapters/graph/sharing/planner.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";

/** The ways out of the record, as far as this deployment has them. */
export function openSharing(
  graph: Graph,
  { features }: Pick<Config, "features">,
  askConsent: Sharing["askConsent"],
): Sharing {
  return {
    ...(features.card && { chat: openMeetingChat(graph) }),
    ...(features.planner && { plans: openPlanner(graph) }),
    askConsent,
  };
}
