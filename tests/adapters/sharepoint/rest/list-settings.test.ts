import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { inQuotes } from "#adapters/sharepoint/rest/site-rest.ts";
import { decisionViews } from "#adapters/sharepoint/views/decision-views.ts";
import { newRow } from "../../../contracts/event-log.ts";
import { ids } from "../../tenant.ts";
import { startWithLists } from "./rest-tenant.ts";

const sofia = ids.sofia;
const View = v.looseObject({ Id: v.string(), Title: v.string(), DefaultView: v.boolean() });
const Views = v.object({ value: v.array(View) });

/** Lists whose settings have been applied by the owner of the site. */
async function applied() {
  const tenant = await startWithLists();
  const { site, place, world } = tenant;
  const settings = tenant.settingsOf(sofia);
  await world.until(settings.apply(site, place, "views"));
  await world.until(settings.apply(site, place, "write-security"));
  tenant.asked.length = 0;
  const look = async () => await world.until(settings.inspect(site, place));
  const mend = async () => await world.until(settings.apply(site, place, "views"));
  const view = (name: string) => `${tenant.decisionsAt}/views/getbytitle('${inQuotes(name)}')`;
  const rest = tenant.byHandAt(sofia);
  const views = async () => (await rest.get(Views, `${tenant.decisionsAt}/views`)).value;
  return { ...tenant, settings, look, mend, view, rest, views };
}

describe("the settings of lists that Graph made", () => {
  it("are missing, and looking at them changes nothing", async () => {
    const { settingsOf, site, place, asked } = await startWithLists();

    expect(await settingsOf(sofia).inspect(site, place)).toEqual([
      { setting: "views", state: "missing", differences: [] },
      { setting: "write-security", state: "missing", differences: [] },
    ]);
    expect(asked.every((request) => request.startsWith("GET"))).toBe(true);
  });

  it("are ready once applied, with a default view that shows every row", async () => {
    const { look, views } = await applied();

    expect((await look()).map(({ state }) => state)).toEqual(["ready", "ready"]);
    const titles = (await views()).map(({ Title }) => Title);
    expect(titles).toEqual(expect.arrayContaining(decisionViews.map(({ name }) => name)));
    expect((await views()).filter(({ DefaultView }) => DefaultView)).toMatchObject([
      { Title: "All decisions", ViewQuery: "" },
    ]);
  });

  it("stay as they are when applied again, and nothing is written", async () => {
    const { mend, asked } = await applied();

    expect((await mend()).state).toBe("ready");
    expect(asked.filter((request) => !request.startsWith("GET"))).toEqual([]);
  });

  it("are applied view by view where SharePoint takes no script", async () => {
    const { settingsOf, site, place, world, sharePoint } = await startWithLists();
    const settings = settingsOf(sofia, async (request) =>
      request.url.endsWith("ExecuteTemplateScript")
        ? Response.json({ error: { code: "x", message: "No." } }, { status: 400 })
        : await sharePoint.handle(request),
    );

    const report = await world.until(settings.apply(site, place, "views"));

    expect(report).toEqual({ setting: "views", state: "ready", differences: [] });
  });
});

describe("settings changed by hand", () => {
  it("are named and mended: another query, other columns, another look, a view renamed", async () => {
    const { look, mend, rest, view, decisionsAt } = await applied();
    await rest.merge(view("Deferred"), { ViewQuery: "" });
    await rest.post(v.unknown(), `${view("Reviews due")}/viewfields/removeviewfield('Goals')`);
    await rest.merge(`${decisionsAt}/fields/getbyinternalnameortitle('Status')`, {
      CustomFormatter: "",
    });
    await rest.merge(view("Slow (> 30 days)"), { Title: "Long ones" });

    expect((await look())[0]).toEqual({
      setting: "views",
      state: "differs",
      differences: [
        "The view “Reviews due” shows other columns.",
        "The view “Deferred” finds other rows.",
        "The view “Slow (> 30 days)” is missing.",
        "The column Status looks otherwise.",
      ],
    });
    expect(await mend()).toMatchObject({ state: "ready", differences: [] });
  });

  it("of the first view are mended when it leaves rows out, which Graph would miss", async () => {
    const { look, mend, rest, decisionsAt, views } = await applied();
    const ViewQuery = '<Where><IsNull><FieldRef Name="DecidedOn"/></IsNull></Where>';
    const made = { Title: "Ours", ViewQuery, RowLimit: 30, Paged: true, DefaultView: true };
    await rest.post(v.unknown(), `${decisionsAt}/views`, made);

    expect((await look())[0]?.differences).toEqual([
      "The view “All decisions” is not what people see first, and what they see leaves rows out.",
    ]);
    expect((await mend()).state).toBe("ready");
    expect((await views()).map(({ Title }) => Title)).toContain("Ours");
  });

  it("of a view people made themselves are theirs", async () => {
    const { look, rest, decisionsAt } = await applied();
    const made = { Title: "Ours", ViewQuery: "", RowLimit: 30, Paged: true, DefaultView: true };
    await rest.post(v.unknown(), `${decisionsAt}/views`, made);

    expect((await look())[0]?.state).toBe("ready");
  });

  it("to the way SharePoint itself writes a query are no change", async () => {
    const { look, rest, view } = await applied();
    const ViewQuery =
      "<OrderBy>\n  <FieldRef Name='DecidedOn' />\n</OrderBy>\n<Where><In><FieldRef Name='Status' />" +
      "<Values><Value Type='Choice'>deferred</Value></Values></In></Where>";
    await rest.merge(view("Deferred"), { ViewQuery });

    expect((await look())[0]?.state).toBe("ready");
  });

  it("so that nobody may add rows are named, and put right", async () => {
    const { settings, look, rest, eventsAt, site, place } = await applied();
    await rest.merge(eventsAt, { WriteSecurity: 4 });

    expect((await look())[1]).toMatchObject({
      state: "differs",
      differences: ["Nobody may add rows."],
    });
    expect((await settings.apply(site, place, "write-security")).state).toBe("ready");
  });
});

describe("rows that only their authors may change", () => {
  it("are refused to everybody else, and still added by everybody", async () => {
    const { graphOf, byHand, place } = await applied();
    const list = { siteId: place.siteId, listId: place.eventsListId };
    const { position } = await openEventList(graphOf(ids.kwame), list).append(newRow("e-1"));
    const path = `/sites/${place.siteId}/lists/${place.eventsListId}/items/${position}`;

    const change = await byHand(ids.ines, "PATCH", `${path}/fields`, { Kind: "forged" });
    const removal = await byHand(ids.ines, "DELETE", path);

    expect([change.status, removal.status]).toEqual([403, 403]);
  });
});
