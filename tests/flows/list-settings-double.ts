import type { ListSettings, SettingName, SettingReport } from "#flows/ports.ts";

interface Behaviour {
  readonly inspect?: Error;
  readonly apply?: Error;
  /** What the views differ in, changed by hand. */
  readonly viewsDiffer?: readonly string[];
}

/** SharePoint's own settings in memory: missing until applied, and applied ones stay. */
export function settingsOf(behaviour: Behaviour = {}): ListSettings & {
  readonly applied: readonly SettingName[];
  /** From now on nothing fails. */
  heal(): void;
} {
  const applied: SettingName[] = [];
  let isHealed = false;
  const fail = (error: Error | undefined) => {
    if (error !== undefined && !isHealed) throw error;
  };
  const report = (setting: SettingName): SettingReport => {
    if (applied.includes(setting)) return { setting, state: "ready", differences: [] };
    const { viewsDiffer = [] } = behaviour;
    if (setting === "views" && viewsDiffer.length > 0) {
      return { setting, state: "differs", differences: viewsDiffer };
    }
    return { setting, state: "missing", differences: [] };
  };
  return {
    applied,
    script: '{"actions":[]}',
    heal() {
      isHealed = true;
    },
    async inspect() {
      await Promise.resolve();
      fail(behaviour.inspect);
      return [report("views"), report("write-security")];
    },
    async apply(_site, _place, setting) {
      await Promise.resolve();
      fail(behaviour.apply);
      applied.push(setting);
      return report(setting);
    },
  };
}
