import type { TokenSource } from "#adapters/graph/token-source.ts";
import type { Graph } from "#adapters/graph/client.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openListSettings } from "#adapters/sharepoint/rest/list-settings.ts";
import { schemaVersion } from "#adapters/sharepoint/version.ts";
import type { ListReport, Place, SettingName, Site, World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import type { Account, Connection } from "../connect/connection.ts";
import { findSite } from "../provision/find-site.ts";
import { byHand } from "../provision/settings.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Check } from "./check.ts";

/** The site and its lists, as far as they are there. */
export interface Found {
  readonly checks: readonly Check[];
  readonly site?: Site;
  readonly place?: Place;
}

const provision = (named: string) => `npx quorate provision --site ${named}`;

/** Whether the site can be reached, and its lists are as this version needs them. */
export async function checkLists({ graph }: Connection, named: string): Promise<Found> {
  let site: Site;
  try {
    site = await findSite(graph, named);
  } catch (failure) {
    return {
      checks: [
        {
          state: "missing",
          what: "Site",
          detail: sentenceAbout(failure),
          isRequired: true,
          costs: "there is nowhere to keep decisions.",
          mend: "be a member of the site; with tight consent, have the app granted it (provision --grant-app).",
        },
      ],
    };
  }
  const seen: Check = { state: "fine", what: "Site", detail: site.name, isRequired: true };
  const reports = await openProvisioning(graph)
    .inspect(site.id)
    .catch((failure: unknown) => failure);
  if (!Array.isArray(reports)) {
    const detail = sentenceAbout(reports);
    return { site, checks: [seen, { state: "missing", what: "Lists", detail, isRequired: true }] };
  }
  const lists = reports as readonly ListReport[];
  const roles = await checkRoles(graph, site, named);
  const [decisions, events] = lists.map(({ listId }) => listId);
  return {
    site,
    ...(decisions !== undefined &&
      events !== undefined && {
        place: { siteId: site.id, decisionsListId: decisions, eventsListId: events },
      }),
    checks: [seen, ...lists.map((report) => checkList(report, named)), ...roles],
  };
}

function checkList({ list, state, differences }: ListReport, named: string): Check {
  const what = `List “${list}”`;
  if (state === "ready") {
    const detail = `has every column of version ${schemaVersion}`;
    return { state: "fine", what, detail, isRequired: true };
  }
  if (state === "missing") {
    const costs = "there is nothing to write to.";
    return { state: "missing", what, isRequired: true, costs, mend: provision(named) };
  }
  return {
    state: "missing",
    what,
    detail: differences.map(({ sentence }) => sentence).join(" "),
    isRequired: true,
    costs: "what is written there may be refused or not be found.",
    mend: differences.some(({ repairable }) => repairable)
      ? provision(named)
      : "what is said above, in the list's settings.",
  };
}

/** The list of standing roles, where there is one: most sites go without. */
async function checkRoles(graph: Graph, { id }: Site, named: string): Promise<readonly Check[]> {
  const [report] = await openProvisioning(graph).inspect(id, ["Decision roles"]);
  if (report === undefined || report.state === "missing") return [];
  const { isRequired: _, ...check } = checkList(report, named);
  const mend = `${provision(named)} --roles`;
  return [{ ...check, costs: "seats may not be filled from it.", mend }];
}

const settingCosts: Readonly<Record<SettingName, string>> = {
  views: "people find decisions only in the order they were opened.",
  "write-security": "members may edit rows of others in the list; Quorate notices and says so.",
};

/** Whether SharePoint's own settings are as they should be: views, looks, who may edit a row. */
export async function checkSettings(
  { account, fetch, isQuorate }: Connection,
  world: World,
  site: Site,
  place: Place,
): Promise<readonly Check[]> {
  const whats: Readonly<Record<SettingName, string>> = {
    views: "Views and looks",
    "write-security": "Only authors edit their rows",
  };
  try {
    // To look is no reason to have Quorate's own app consented to more than it has.
    const tokens = isQuorate ? silent(account) : account;
    const settings = openListSettings({ tokens, clock: world, fetch });
    const reports = await settings.inspect(site, place);
    return reports.map(({ setting, state, differences }) => {
      const what = whats[setting];
      if (state === "ready") return { state: "fine", what };
      const detail = state === "missing" ? "not set" : differences.join(" ");
      const mend = `${provision(site.webUrl)}. ${byHand[setting].replaceAll("\n", " ")}`;
      return { state: "missing", what, detail, costs: settingCosts[setting], mend };
    });
  } catch (failure) {
    const detail = sentenceAbout(failure);
    return [{ state: "unknown", what: "Views, looks and who may edit rows", detail }];
  }
}

function silent(account: Account): TokenSource {
  return {
    async token(scopes) {
      const token = await account.silently(scopes);
      if (token !== undefined) return token;
      throw new StoreError("consent-needed", "not asked for", { scopes });
    },
  };
}
