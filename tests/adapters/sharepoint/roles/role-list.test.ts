import { describe, expect, it } from "vitest";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openRoleList } from "#adapters/sharepoint/roles/role-list.ts";
import { ids, startTenant, technologySite } from "../../tenant.ts";

/** A site with the list of standing roles, and these rows made by hand. */
async function withRoles(rows: readonly object[], options: Parameters<typeof startTenant>[0] = {}) {
  const tenant = startTenant(options);
  const provisioning = openProvisioning(tenant.graphOf(ids.sofia));
  const made = tenant.world.until(provisioning.makeReady(technologySite, "Decision roles"));
  const { listId = "" } = await made;
  const path = `${listPath({ siteId: technologySite, listId })}/items`;
  const write = (fields: object) => tenant.byHand(ids.sofia, "POST", path, { fields });
  for (const fields of rows) await write(fields);
  const readAs = (person: string) =>
    tenant.world.until(openRoleList(tenant.graphOf(person), technologySite).read());
  return { ...tenant, readAs, write, report: await made };
}

const finance = {
  Title: "Finance",
  "SeatFunction@odata.type": "Collection(Edm.String)",
  SeatFunction: ["Finance"],
  SeatDuty: "decider",
  SeatPersonName: "Inés",
  SeatRequired: true,
};

describe("the list of standing roles", () => {
  it("is made like the others, and read", async () => {
    const { readAs, report } = await withRoles([finance]);

    expect(report).toMatchObject({ list: "Decision roles", state: "ready" });
    expect(await readAs(ids.kwame)).toEqual({
      roles: [
        {
          function: "Finance",
          role: "driver",
          duty: "decider",
          required: true,
          person: { name: "Inés" },
        },
      ],
      unreadable: [],
    });
  });

  it("names rows that make no sense and keeps the others", async () => {
    const { readAs } = await withRoles([{ Title: "Half a thought" }, finance]);

    const { roles, unreadable } = await readAs(ids.kwame);

    expect(roles).toHaveLength(1);
    expect(unreadable).toEqual([{ row: "Half a thought", why: "It names no function." }]);
  });

  it("has no roles where there is no list", async () => {
    const { graphOf } = startTenant();

    expect(await openRoleList(graphOf(ids.kwame), technologySite).read()).toEqual({
      roles: [],
      unreadable: [],
    });
  });

  it("is closed to whom the site is closed to, which is said", async () => {
    const { graphOf } = startTenant();
    const roles = openRoleList(graphOf(ids.priya), technologySite);

    await expect(roles.read()).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a person chosen in SharePoint", () => {
  /** The owner's own row has told SharePoint's number for her. */
  async function withChosen(options: Parameters<typeof startTenant>[0] = {}) {
    const tenant = await withRoles([], options);
    const { body } = await tenant.write(finance);
    const { AuthorLookupId } = body["fields"] as Readonly<Record<string, string>>;
    await tenant.write({ ...finance, SeatPersonName: "", SeatPersonLookupId: AuthorLookupId });
    return tenant;
  }

  it("is found by number in the list of the site's people", async () => {
    const { readAs, requests } = await withChosen();
    requests.length = 0;

    const [, role] = (await readAs(ids.kwame)).roles;

    expect(role?.person?.mail).toMatch(/@larkfield\.example$/u);
    expect(requests).toHaveLength(2);
  });

  it("is unknown where only owners may read that list, and the row says what to do", async () => {
    const { readAs } = await withChosen({ userInformationList: "owners" });

    const { roles, unreadable } = await readAs(ids.ines);

    expect(roles[1]).not.toHaveProperty("person");
    expect(unreadable).toEqual([
      { row: "Finance", why: "The person cannot be read: type their name beside it." },
    ]);
    expect((await readAs(ids.sofia)).unreadable).toEqual([]);
  });
});
