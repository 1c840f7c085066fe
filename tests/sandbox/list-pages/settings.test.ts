import { describe, expect, it } from "vitest";
import { listPageRoutes } from "../../../sandbox/list-pages/routes.ts";
import { startSharePoint } from "../sharepoint-rest/rest-fixtures.ts";

async function startSettings() {
  const bench = await startSharePoint();
  const pages = listPageRoutes(bench.graph.world);
  const address = (name: string) =>
    `/technology-decisions/_layouts/15/advsetng.aspx?List=%7B${bench.listId}%7D&person=${bench.person(name).id}`;
  const choose = (name: string, write: string) =>
    pages.request(address(name), { method: "POST", body: new URLSearchParams({ write }) });
  const security = async () =>
    (await bench.as("Sofia")("GET", `${bench.list}?$select=WriteSecurity`)).body["WriteSecurity"];
  return { ...bench, pages, address, choose, security };
}

describe("the advanced settings of a list", () => {
  it("let an owner choose by hand who may change which items", async () => {
    const { choose, security } = await startSettings();
    const response = await choose("Kwame", "2");

    expect(await response.text()).toMatch(/value="2"\s+checked[\s\S]*Saved\./);
    expect(await security()).toBe(2);
  });

  it("are closed to members, whose choice changes nothing", async () => {
    const { pages, address, choose, security } = await startSettings();

    expect((await pages.request(address("Inés"))).status).toBe(403);
    expect((await choose("Inés", "2")).status).toBe(403);
    expect(await security()).toBe(1);
  });

  it("keep what was, where nothing of what they offer is chosen", async () => {
    const { choose, security } = await startSettings();

    expect(await (await choose("Kwame", "7")).text()).toContain("Choose one of the three.");
    expect(await security()).toBe(1);
  });

  it("are led to from the list's page, for owners only", async () => {
    const { pages, person } = await startSettings();
    const list = "/technology-decisions/Lists/Decisions?person=";
    const read = async (name: string) => (await pages.request(list + person(name).id)).text();

    expect(await read("Kwame")).toContain("advsetng.aspx?List=");
    expect(await read("Inés")).not.toContain("advsetng.aspx");
  });
});

describe("a change of who reads a page", () => {
  it("keeps what the address says besides", async () => {
    const { pages } = await startSettings();
    const response = await pages.request("/technology-decisions/Lists/Decisions?view=Mine&page=2");

    expect(await response.text()).toContain('<input type="hidden" name="view" value="Mine" />');
  });
});
