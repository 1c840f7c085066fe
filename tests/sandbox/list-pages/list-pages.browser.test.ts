import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemas } from "#adapters/sharepoint/schema.ts";
import { decisionViews } from "#adapters/sharepoint/views/decision-views.ts";
import { listPageRoutes } from "../../../sandbox/list-pages/routes.ts";
import { startWithLists } from "../../adapters/sharepoint/rest/rest-tenant.ts";
import { ids, technologySite } from "../../adapters/tenant.ts";
import { barriersIn } from "../../e2e/axe.ts";
import { openBrowser } from "../../e2e/browser.ts";

/** The list that the product makes, dressed by the product, with a decision of every status. */
async function startDressed() {
  const tenant = await startWithLists();
  const path = `/sites/${technologySite}/lists/Decisions/items`;
  const { choices = [] } = schemas.Decisions.columns.find(({ name }) => name === "Status") ?? {};
  for (const [index, Status] of choices.entries())
    await tenant.byHand(ids.sofia, "POST", path, {
      fields: {
        Title: `A decision that is ${Status}`,
        DecisionKey: `d${index}`,
        Status,
        LeadFunction: index % 2 === 0 ? "Sales" : "IT",
        ReviewOn: "2020-01-15T12:00:00Z",
        InFavour: 4,
        Dissent: 2,
        Abstained: 1,
        OpenConditions: 1,
      },
    });
  const { service, world, place, site } = tenant;
  await world.until(tenant.settingsOf(ids.sofia).apply(site, place, "views"));
  return listPageRoutes(service.world);
}

let browser: Browser;
let pages: ReturnType<typeof listPageRoutes>;
beforeAll(async () => {
  [browser, pages] = await Promise.all([openBrowser(), startDressed()]);
});
afterAll(() => browser.close());

async function open(view: string, colorScheme: "light" | "dark", width = 1200) {
  const address = `/technology-decisions/Lists/Decisions?view=${encodeURIComponent(view)}`;
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  await page.setContent(await (await pages.request(address)).text());
  return page;
}

describe("the page of a list as the product dresses it", () => {
  it.each([
    ["All decisions", "light"],
    ["All decisions", "dark"],
    ["Reviews due", "light"],
    ["Reviews due", "dark"],
    ["By function", "light"],
  ] as const)("has nothing that axe objects to: %s, %s", async (name, scheme) => {
    const page = await open(name, scheme);

    expect(await barriersIn(page.mainFrame())).toEqual([]);
    await page.close();
  });

  it.each(decisionViews.map(({ name }) => name))("draws all of it: %s", async (name) => {
    const page = await open(name, "light");

    expect(await page.locator("[role=alert], main footer").allInnerTexts()).toEqual([]);
    await page.close();
  });

  it("is no wider than a window of 280 pixels; the table scrolls by itself", async () => {
    const page = await open("All decisions", "light", 280);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(280);
    await page.close();
  });
});
