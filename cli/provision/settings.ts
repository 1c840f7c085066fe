import type { ListSettings, Place, SettingName, SettingReport, Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Step } from "../steps.ts";

const named: Readonly<Record<SettingName, string>> = {
  views: "Views and how they look",
  "write-security": "Only authors edit their rows",
};

/** What somebody does where this tool may not. */
export const byHand: Readonly<Record<SettingName, string>> = {
  views: `By hand: write the site script with --script views.json, and have an owner of the site run
Invoke-PnPSiteScript -Script (Get-Content views.json -Raw), of PnP PowerShell.`,
  "write-security": `By hand: open “Decision events”, List settings, Advanced settings, Item-level permissions, and
choose “Create items and edit items that were created by the user”.`,
};

/** Sets views, looks and item-level rights where SharePoint lets us, else says how to by hand. */
export async function keepSettings(
  settings: ListSettings,
  site: Site,
  place: Place,
  { isDry, note }: { readonly isDry: boolean; readonly note: (line: string) => void },
): Promise<readonly Step[]> {
  let reports: readonly SettingReport[];
  try {
    reports = await settings.inspect(site, place);
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return [refused("views", failure), refused("write-security", failure)];
  }
  const steps: Step[] = [];
  for (const { setting, state, differences } of reports) {
    const what = named[setting];
    const detail = differences.join(" ");
    if (state === "ready") steps.push({ state: "ready", what });
    else if (isDry) steps.push({ state: "planned", what, ...(detail && { detail }) });
    else {
      note(`Setting: ${what.toLowerCase()}…`);
      steps.push(await apply(settings, site, place, setting, state));
    }
  }
  return steps;
}

async function apply(
  settings: ListSettings,
  site: Site,
  place: Place,
  setting: SettingName,
  before: SettingReport["state"],
): Promise<Step> {
  try {
    const now = await settings.apply(site, place, setting);
    const what = named[setting];
    if (now.state === "ready") return { state: before === "missing" ? "made" : "repaired", what };
    const detail = now.differences.join(" ");
    return { state: "needs-you", what, ...(detail && { detail }), todo: byHand[setting] };
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return refused(setting, failure);
  }
}

function refused(setting: SettingName, failure: StoreError): Step {
  return {
    state: "needs-you",
    what: named[setting],
    detail: sentenceAbout(failure),
    todo: byHand[setting],
  };
}
