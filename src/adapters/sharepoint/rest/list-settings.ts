import * as v from "valibot";
import { looksScript } from "#adapters/sharepoint/script/site-script.ts";
import { type ListLook, listLooks } from "#adapters/sharepoint/views/list-looks.ts";
import type { ListSettings, Place, SettingReport, Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { KeptField, KeptView, type LookDrift, lookDrift } from "./look-drift.ts";
import { mendLook } from "./mend-look.ts";
import { RowSecurity, rowSecurity, rowSecurityQuery, securityReport } from "./row-security.ts";
import { type RestOptions, type SiteRest, listAt, openSiteRest } from "./site-rest.ts";

const viewsQuery =
  "$select=Id,Title,DefaultView,PersonalView,ViewQuery,Paged,CustomFormatter&$expand=ViewFields";
const fieldsQuery = "$select=InternalName,CustomFormatter";
const runScript =
  "Microsoft.Sharepoint.Utilities.WebTemplateExtensions.SiteScriptUtility.ExecuteTemplateScript";

const Views = v.object({ value: v.array(KeptView) });
const Fields = v.object({ value: v.array(KeptField) });

/**
 * Views, looks and item-level rights through SharePoint's own REST. Needs a token for SharePoint
 * itself and the right to manage lists.
 *
 * @throws StoreError `no-answer` also where a browser may not ask SharePoint at all.
 */
export function openListSettings(options: RestOptions): ListSettings {
  return {
    script: JSON.stringify(looksScript(), null, 2),
    async inspect(site, place) {
      const rest = openSiteRest(options, site);
      return [await inspectViews(rest, place), await inspectSecurity(rest, place)];
    },
    async apply(site, place, setting) {
      const rest = openSiteRest(options, site);
      if (setting === "views") return await applyViews(rest, site, place);
      await rest.merge(listAt(place.eventsListId), rowSecurity);
      return await inspectSecurity(rest, place);
    },
  };
}

interface Look {
  readonly look: ListLook;
  readonly listId: string;
  readonly drift: readonly LookDrift[];
}

async function lookAt(rest: SiteRest, place: Place): Promise<readonly Look[]> {
  const looks = [];
  for (const look of listLooks) {
    const listId = look.list === "Decisions" ? place.decisionsListId : place.eventsListId;
    const list = listAt(listId);
    const views = await rest.get(Views, `${list}/views?${viewsQuery}`);
    const fields =
      look.formats.length === 0
        ? { value: [] }
        : await rest.get(Fields, `${list}/fields?${fieldsQuery}`);
    looks.push({ look, listId, drift: lookDrift(look, views.value, fields.value) });
  }
  return looks;
}

async function inspectViews(rest: SiteRest, place: Place): Promise<SettingReport> {
  return reportOf(await lookAt(rest, place));
}

function reportOf(looks: readonly Look[]): SettingReport {
  const drift = looks.flatMap((one) => one.drift);
  const wanted = looks.flatMap(({ look }) => look.views).length;
  const missing = drift.filter(({ kind }) => kind === "view-missing").length;
  const state = drift.length === 0 ? "ready" : missing === wanted ? "missing" : "differs";
  const differences = state === "missing" ? [] : drift.map(({ sentence }) => sentence);
  return { setting: "views", state, differences };
}

async function applyViews(rest: SiteRest, site: Site, place: Place): Promise<SettingReport> {
  let looks = await lookAt(rest, place);
  if (reportOf(looks).state === "missing") {
    await tryScript(rest);
    looks = await lookAt(rest, place);
  }
  if (reportOf(looks).state === "ready") return reportOf(looks);
  for (const { listId, drift } of looks) {
    for (const one of drift) await mendLook(rest, listId, one);
  }
  const report = await inspectViews(rest, place);
  if (report.state === "missing") {
    throw new StoreError("unavailable", `The views of ${site.name} cannot be read yet`);
  }
  return report;
}

/** One request instead of a hundred, where SharePoint takes it; what it leaves undone is mended. */
async function tryScript(rest: SiteRest): Promise<void> {
  try {
    await rest.post(v.unknown(), runScript, { script: JSON.stringify(looksScript()) });
  } catch (failure) {
    const isRefused =
      failure instanceof StoreError &&
      ["rejected", "not-found", "unavailable"].includes(failure.kind);
    if (!isRefused) throw failure;
  }
}

async function inspectSecurity(rest: SiteRest, place: Place): Promise<SettingReport> {
  return securityReport(
    await rest.get(RowSecurity, `${listAt(place.eventsListId)}?${rowSecurityQuery}`),
  );
}
