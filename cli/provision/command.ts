import { scopes } from "#adapters/graph/token-source.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openListSettings } from "#adapters/sharepoint/rest/list-settings.ts";
import type { Place, Site } from "#flows/ports.ts";
import { type Call, type Command, type Outcome, UsageError } from "../command.ts";
import { keepInConfig } from "../files.ts";
import { type Step, isDone, stepLines } from "../steps.ts";
import { findSite } from "./find-site.ts";
import { keepLists } from "./lists.ts";
import { keepSettings } from "./settings.ts";
import { type GrantRole, grantRoles, grantScopes, keepSiteGrant } from "./site-grant.ts";

/** Makes a site ready to keep decisions. */
export const provision: Command = {
  name: "provision",
  summary: "Makes a site ready: lists, views, who may edit rows, the app's grant.",
  teaches: `Makes the lists “Decisions” and “Decision events” on a site of yours, or mends what differs; sets their
views, their looks, and that rows of the log are edited by their authors only. With --grant-app it
gives the app its role on this site, which is all that the consent “tight” (Sites.Selected) reaches.
It prints a line for each: made, was ready, repaired, or needs you, with what to do by hand.

Needs: an owner of the site (Sites.ReadWrite.All, Sites.Manage.All, and AllSites.Manage of
SharePoint). With --grant-app: a SharePoint administrator (Sites.FullControl.All). Different people
may run it one after the other: each does what they may.`,
  options: {
    site: {
      type: "string",
      value: "SITE",
      about: "Its address, or its id as host,collection-id,web-id; SITE in --env.",
    },
    roles: {
      type: "boolean",
      about: "Make the list “Decision roles” as well: who usually sits where.",
    },
    "grant-app": { type: "string", value: "ID", about: "The client id of the app to grant." },
    role: {
      type: "string",
      value: "ROLE",
      about: "What it is granted: write, unless you say otherwise.",
    },
    script: {
      type: "string",
      value: "FILE",
      about: "Write views and looks as a site script, for somebody else to run.",
    },
    config: {
      type: "string",
      value: "FILE",
      about: "Write the site and its lists into this config.json.",
    },
  },
  examples: [
    "provision --site https://contoso.sharepoint.com/sites/decisions",
    "provision --site https://contoso.sharepoint.com/sites/decisions --grant-app 90000000-0000-4000-8000-000000000001",
    "provision --env quorate.env --roles --config dist/config.json --dry-run",
    "provision --site https://larkfield.sharepoint.com/sites/technology-decisions --sandbox http://localhost:4280 --as Sofia",
  ],
  run: runProvision,
};

async function runProvision(call: Call): Promise<Outcome> {
  const { settings, isDry, typed } = call;
  if (settings.site === undefined) throw new UsageError("Say which site: --site URL.");
  const grant = grantIn(call);
  const { graph, account, fetch } = await call.connect([
    ...scopes.lists,
    ...scopes.makeLists,
    ...(grant === undefined ? [] : grantScopes),
  ]);
  const site = await findSite(graph, settings.site);
  call.note(`The site is ${site.name}, ${site.id}.`);
  const wanted = ["Decisions", "Decision events"] as const;
  const all = typed.isOn("roles") ? ([...wanted, "Decision roles"] as const) : wanted;
  const { steps: listSteps, place } = await keepLists(openProvisioning(graph), site, all, call);
  const steps: Step[] = [...listSteps];
  const listSettings = openListSettings({ tokens: account, clock: call.world, fetch });
  if (place !== undefined) steps.push(...(await keepSettings(listSettings, site, place, call)));
  else if (isDry) {
    steps.push({ state: "planned", what: "Views, looks, and only authors edit their rows" });
  }
  if (grant !== undefined) steps.push(await keepSiteGrant(graph, site, grant, isDry));
  steps.push(...keepFiles(call, site, place, listSettings.script));
  return outcome(site, place, steps);
}

function grantIn({
  typed,
}: Call): { readonly appId: string; readonly role: GrantRole } | undefined {
  const [appId, role = "write"] = [typed.text("grant-app"), typed.text("role")];
  if (appId === undefined) {
    if (typed.text("role") !== undefined) throw new UsageError("--role goes with --grant-app ID.");
    return undefined;
  }
  if (!/^[0-9a-f-]{36}$/iu.test(appId)) {
    throw new UsageError(
      `--grant-app ${appId} is not a client id: npx quorate register prints it.`,
    );
  }
  const known = grantRoles.find((one) => one === role);
  if (known === undefined) {
    throw new UsageError(`There is no role ${role}: say ${grantRoles.join(", ")}.`);
  }
  return { appId: appId.toLowerCase(), role: known };
}

function keepFiles(
  call: Call,
  site: Site,
  place: Place | undefined,
  script: string,
): readonly Step[] {
  const [scriptFile, config] = [call.typed.text("script"), call.typed.text("config")];
  const steps: Step[] = [];
  if (scriptFile !== undefined) {
    const what = `Site script in ${scriptFile}`;
    if (!call.isDry) call.write(scriptFile, `${script}\n`);
    steps.push({ state: call.isDry ? "planned" : "made", what });
  }
  if (config !== undefined) {
    steps.push(keepInConfig(call, config, valuesOf(site, place), call.isDry));
  }
  return steps;
}

function valuesOf(site: Site, place: Place | undefined) {
  const lists = place && { decisions: place.decisionsListId, events: place.eventsListId };
  return { siteId: site.id, ...(lists && { lists }) };
}

function outcome(site: Site, place: Place | undefined, steps: readonly Step[]): Outcome {
  const values = valuesOf(site, place);
  const text = [
    ...stepLines(steps),
    "",
    "For config.json:",
    `  ${JSON.stringify(values)}`,
    ...(isDone(steps)
      ? []
      : ["", "What needs you is above. Run this again afterwards: it looks anew."]),
  ];
  return { isGood: isDone(steps), text: text.join("\n"), json: { site, steps, config: values } };
}
