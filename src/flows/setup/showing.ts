import type { ListName, SettingName, Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import {
  type LineState,
  type SettingState,
  type SetupPicture,
  optionalList,
  requiredLists,
  settingNames,
} from "./setup-state.ts";

/** The picture of the configuration page, and the ways it changes. */
export interface Shown {
  readonly picture: () => SetupPicture;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly show: (change: Partial<SetupPicture>) => void;
  readonly setLine: (list: ListName, state: LineState) => void;
  readonly setAll: (state: LineState) => void;
  readonly setSetting: (setting: SettingName, state: SettingState) => void;
  readonly setSettings: (state: SettingState) => void;
  /** Whether an answer about this site still matters: another may have been chosen meanwhile. */
  readonly isChosen: (site: Site) => boolean;
}

/** Keeps the picture and tells whoever watches of every change. */
export function showing(first: Omit<SetupPicture, "lines" | "settings">): Shown {
  const listeners = new Set<() => void>();
  let now: SetupPicture = { ...first, lines: [], settings: [] };
  const show = (change: Partial<SetupPicture>) => {
    now = { ...now, ...change };
    for (const tell of listeners) tell();
  };
  const allLists: readonly ListName[] = [...requiredLists, optionalList];
  return {
    picture: () => now,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    show,
    setLine: (list, state) =>
      show({ lines: now.lines.map((line) => (line.list === list ? { list, state } : line)) }),
    setAll: (state) => show({ lines: allLists.map((list) => ({ list, state })) }),
    setSetting: (setting, state) =>
      show({
        settings: now.settings.map((line) =>
          line.setting === setting ? { setting, state } : line,
        ),
      }),
    setSettings: (state) => show({ settings: settingNames.map((setting) => ({ setting, state })) }),
    isChosen: (site) => now.chosen?.id === site.id,
  };
}

/** The failure of a port; our own mistakes go on to the error boundary. */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
