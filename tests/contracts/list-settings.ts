import { describe, expect, it } from "vitest";
import type { ListSettings, Place, Site } from "#flows/ports.ts";

/** Settings of two lists that have just been made, by somebody who may change them. */
export interface ListSettingsTrial {
  readonly settings: ListSettings;
  readonly site: Site;
  readonly place: Place;
}

/** What every way of setting what only SharePoint can promises. */
export function describeListSettings(name: string, open: () => Promise<ListSettingsTrial>): void {
  const missing = (setting: string) => ({ setting, state: "missing", differences: [] });

  describe(`${name}: what only SharePoint can set`, () => {
    it("is missing from fresh lists, and looking changes nothing", async () => {
      const { settings, site, place } = await open();
      const fresh = [missing("views"), missing("write-security")];

      expect(await settings.inspect(site, place)).toEqual(fresh);
      expect(await settings.inspect(site, place)).toEqual(fresh);
    });

    it("is applied one by one, and found so", async () => {
      const { settings, site, place } = await open();
      const applied = await settings.apply(site, place, "write-security");

      expect(applied).toEqual({ setting: "write-security", state: "ready", differences: [] });
      expect(await settings.inspect(site, place)).toEqual([missing("views"), applied]);
    });

    it("may be applied again", async () => {
      const { settings, site, place } = await open();
      const first = await settings.apply(site, place, "views");

      expect(first.state).toBe("ready");
      expect(await settings.apply(site, place, "views")).toEqual(first);
    });

    it("comes as a script for a person, too", async () => {
      const { settings } = await open();

      expect(JSON.parse(settings.script)).toHaveProperty("actions");
    });
  });
}
