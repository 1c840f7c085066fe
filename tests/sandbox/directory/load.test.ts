import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import consent from "../../../sandbox/directory/consent.json" with { type: "json" };
import { generatePeople } from "../../../sandbox/directory/generate.ts";
import groups from "../../../sandbox/directory/groups.json" with { type: "json" };
import { loadDirectory, readDirectory, seedDirectory } from "../../../sandbox/directory/load.ts";
import meetings from "../../../sandbox/directory/meetings.json" with { type: "json" };
import people from "../../../sandbox/directory/people.json" with { type: "json" };
import sites from "../../../sandbox/directory/sites.json" with { type: "json" };
import tenant from "../../../sandbox/directory/tenant.json" with { type: "json" };

const SEED = { tenant, people, groups, sites, meetings, consent };

describe("the directory the sandbox ships with", () => {
  const directory = seedDirectory();
  const forecasting = directory.meetings.get("forecasting");
  const [tech] = directory.sites;
  const mayWrite = (id: string) => {
    const person = directory.people.get(id);
    const role = tech && person && directory.roleIn(tech, person);
    return role === "write" || role === "owner";
  };

  it("invites seven to the forecasting meeting: a guest, one who declined, one not in the site", () => {
    const invited = forecasting?.invitations ?? [];

    expect(invited.length + 1).toBe(7);
    expect(invited.filter(({ person }) => person.userType === "Guest")).toHaveLength(1);
    expect(invited.filter(({ response }) => response === "declined")).toHaveLength(1);
    expect(invited.filter(({ person }) => tech && !directory.roleIn(tech, person))).toHaveLength(1);
  });

  it("has five in the meeting's chat who can do all of it, from the five functions", () => {
    const able = (forecasting?.roster ?? []).filter(
      ({ id }) =>
        mayWrite(id) &&
        !forecasting?.invitations.some(
          ({ person, response }) => person.id === id && response === "declined",
        ),
    );

    expect(new Set(able.map(({ department }) => department))).toEqual(
      new Set(["Sales", "IT", "HR", "Finance", "Sales Operations"]),
    );
  });

  it("loses its only invited driver of Finance, and has another in the chat", () => {
    const finance = (forecasting?.roster ?? []).filter(
      ({ department }) => department === "Finance",
    );
    const invited = forecasting?.invitations.filter(({ person }) => finance.includes(person));

    expect(invited?.map(({ response }) => response)).toEqual(["declined"]);
    expect(finance).toHaveLength(2);
  });

  it("has three hundred members, all in the all-hands meeting and free to write on its site", () => {
    const allHands = directory.meetings.get("all-hands");
    const site = directory.sites.find(({ id }) => id === allHands?.siteId);

    expect(allHands?.roster).toHaveLength(300);
    expect(allHands?.roster.every((person) => site && directory.roleIn(site, person))).toBe(true);
  });
});

describe("generated people", () => {
  it("are the same every time, and each has an address of their own", () => {
    const [first, again] = [
      generatePeople(300, 7, "a.example"),
      generatePeople(300, 7, "a.example"),
    ];

    expect(first).toEqual(again);
    expect(new Set(first.map((one) => one.userPrincipalName)).size).toBe(300);
  });
});

describe("a directory with a mistake in it", () => {
  it.each([
    [
      "a misspelt role",
      { sites: [{ ...sites[0], roles: { [people[0]?.id ?? ""]: "writer" } }] },
      "sites.json, at 0.roles.",
    ],
    [
      "a person without name",
      { people: [{ ...people[0], displayName: "" }] },
      "people.json, at 0.displayName",
    ],
    ["a person twice", { people: [people[0], people[0]] }, "two people have the id"],
    [
      "a meeting with a stranger",
      { meetings: [{ ...meetings[0], organizerId: "99999999-0000-4000-8000-000000000001" }] },
      'meetings.json, "forecasting": nobody has the id',
    ],
    [
      "a meeting on no site",
      { meetings: [{ ...meetings[0], siteId: "nowhere" }] },
      "no site has the id nowhere",
    ],
    ["a word nobody knows", { tenant: { ...tenant, colour: "red" } }, "tenant.json, at colour"],
  ])("says where: %s", (_what, change, message) => {
    expect(() => loadDirectory({ ...SEED, ...change })).toThrow(message);
  });

  it("names the file that is no JSON", () => {
    const folder = mkdtempSync(join(tmpdir(), "quorate-directory-"));
    for (const [name, content] of Object.entries(SEED))
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
    expect(readDirectory(folder).people.size).toBe(301);

    writeFileSync(join(folder, "sites.json"), "[");

    expect(() => readDirectory(folder)).toThrow("sites.json cannot be read as JSON");
  });
});
