import { scopes } from "#adapters/graph/token-source.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import type { DecisionRegister, EventLog, KeptDecision } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Call, type Option, UsageError } from "../command.ts";
import { findSite } from "../provision/find-site.ts";

/** The lists of one site. */
export interface Records {
  readonly register: DecisionRegister;
  readonly log: EventLog;
}

/** What every command about decisions takes. */
export const siteOption: Readonly<Record<string, Option>> = {
  site: {
    type: "string",
    value: "SITE",
    about: "Where the decisions are: address or id; SITE in --env.",
  },
};

/**
 * Opens the lists of the site that was said.
 *
 * @throws UsageError where none was said; StoreError `not-found` for a site without the lists.
 */
export async function openRecords(call: Call): Promise<Records> {
  if (call.settings.site === undefined) throw new UsageError("Say which site: --site URL.");
  const { graph } = await call.connect(scopes.lists);
  const site = await findSite(graph, call.settings.site);
  const [decisions, events] = await openProvisioning(graph).inspect(site.id);
  if (decisions?.listId === undefined || events?.listId === undefined) {
    throw new StoreError("not-found", `${site.name} does not have Quorate's lists`);
  }
  return {
    register: openDecisionList(graph, { siteId: site.id, listId: decisions.listId }),
    log: openEventList(graph, { siteId: site.id, listId: events.listId }),
  };
}

/**
 * The decision somebody means: by its number in the list, its own id, or its title in any case.
 *
 * @throws UsageError where there is none, or several have the title.
 */
export async function findDecision(
  { register }: Records,
  named: string | undefined,
): Promise<KeptDecision> {
  if (named === undefined) throw new UsageError("Say which decision: its number, id or title.");
  const { decisions } = await register.list();
  const word = named.toLowerCase();
  const byId = decisions.find(({ item, row }) => item === named || row.decision === named);
  const byTitle = decisions.filter(({ row }) => row.title.toLowerCase() === word);
  if (byTitle.length > 1 && byId === undefined) {
    const numbers = byTitle.map(({ item }) => item).join(", ");
    throw new UsageError(`Several decisions are called ${named}: say the number. ${numbers}.`);
  }
  const found = byId ?? byTitle[0];
  if (found !== undefined) return found;
  throw new UsageError(`There is no decision ${named} among the ${decisions.length} of this site.`);
}
