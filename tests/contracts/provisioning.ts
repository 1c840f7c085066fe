import { describe, expect, it } from "vitest";
import type { Provisioning, Site } from "#flows/ports.ts";

/** Making lists, in a site that has none yet. */
export interface ProvisioningTrial {
  readonly provisioning: Provisioning;
  readonly site: Site;
  /** A word of the site's name, written otherwise. */
  readonly word: string;
}

/** What every way of making the lists promises. */
export function describeProvisioning(name: string, open: () => Promise<ProvisioningTrial>): void {
  describe(`${name}: making the lists`, () => {
    it("finds a site by a word of its name, in any case, and by its id", async () => {
      const { provisioning, site, word } = await open();

      expect(await provisioning.sites(word)).toContainEqual(site);
      expect(await provisioning.sites("no such site")).toEqual([]);
      expect(await provisioning.site(site.id)).toEqual(site);
    });

    it("reports both lists as missing, without making any", async () => {
      const { provisioning, site } = await open();
      const missing = ["Decisions", "Decision events"].map((list) => ({
        list,
        state: "missing",
        differences: [],
      }));

      expect(await provisioning.inspect(site.id)).toEqual(missing);
      expect(await provisioning.inspect(site.id)).toEqual(missing);
    });

    it("makes one list, ready and with its id, and leaves the other", async () => {
      const { provisioning, site } = await open();
      const made = await provisioning.makeReady(site.id, "Decision events");

      expect(made).toMatchObject({ list: "Decision events", state: "ready", differences: [] });
      expect(made.listId).toMatch(/./u);
      expect((await provisioning.inspect(site.id)).map(({ state }) => state)).toEqual([
        "missing",
        "ready",
      ]);
    });

    it("makes nothing anew of a list that is ready", async () => {
      const { provisioning, site } = await open();
      const first = await provisioning.makeReady(site.id, "Decisions");

      expect(await provisioning.makeReady(site.id, "Decisions")).toEqual(first);
    });
  });
}
