import type { ListSettings } from "#flows/ports.ts";
import { type SettingLine, placeOf, settingFrom } from "./setup-state.ts";
import { type Shown, storeErrorOf } from "./showing.ts";

/**
 * Looks how SharePoint's own settings stand, once both lists are ready. Where they cannot be read
 * they are left to a person: nothing waits for them.
 */
export async function lookAtSettings(shown: Shown, settings: ListSettings): Promise<void> {
  const { chosen } = shown.picture();
  const place = placeOf(shown.picture());
  if (chosen === undefined || place === undefined) return;
  shown.setSettings({ kind: "looking" });
  try {
    const reports = await settings.inspect(chosen, place);
    if (!shown.isChosen(chosen)) return;
    for (const report of reports) shown.setSetting(report.setting, settingFrom(report));
  } catch (error) {
    const why = storeErrorOf(error);
    if (shown.isChosen(chosen)) shown.setSettings({ kind: "by-hand", why });
  }
}

/** Applies those settings that are chosen; one after the other. */
export async function applySettings(
  shown: Shown,
  settings: ListSettings,
  isWanted: (line: SettingLine) => boolean,
): Promise<void> {
  const { chosen } = shown.picture();
  const place = placeOf(shown.picture());
  if (chosen === undefined || place === undefined) return;
  const wanted = shown.picture().settings.filter(isWanted);
  for (const { setting } of wanted) {
    shown.setSetting(setting, { kind: "being-applied" });
    try {
      const report = await settings.apply(chosen, place, setting);
      if (!shown.isChosen(chosen)) return;
      shown.setSetting(setting, settingFrom(report));
    } catch (error) {
      const why = storeErrorOf(error);
      if (!shown.isChosen(chosen)) return;
      shown.setSetting(setting, { kind: "by-hand", why });
    }
  }
}
