import { describe, expect, it } from "vitest";
import { type StepSaid, type Terminal, openTerminal } from "./terminal.ts";

const site = "https://larkfield.sharepoint.com/sites/technology-decisions";
const siteId =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
const sofia = "10000000-0000-4000-8000-000000000001";
const ines = "10000000-0000-4000-8000-000000000003";
const ownApp = "90000000-0000-4000-8000-000000000001";

interface Provisioned {
  readonly steps: readonly StepSaid[];
  readonly config: {
    readonly siteId: string;
    readonly lists?: { readonly decisions: string; readonly events: string };
  };
}

async function provision(terminal: Terminal, as: string, ...words: readonly string[]) {
  const said = await terminal.ask(as, "provision", "--site", site, ...words);
  const json = said.json as Provisioned;
  return { ...said, json, states: json.steps.map(({ state }) => state) };
}

describe("making a site ready as its owner", () => {
  it("makes both lists, their views, and lets only authors edit rows", async () => {
    const { code, json, states } = await provision(openTerminal(), "Sofia");

    expect([code, states]).toEqual([0, ["made", "made", "made", "made"]]);
    expect(json.config.siteId).toBe(siteId);
    expect(json.config.lists?.decisions).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it("changes nothing when it is done again", async () => {
    const terminal = openTerminal();
    await provision(terminal, "Sofia", "--roles");
    terminal.requests.length = 0;
    const { states } = await provision(terminal, "Sofia", "--roles");

    expect(states).toEqual(["ready", "ready", "ready", "ready", "ready"]);
    expect(
      terminal.requests.filter((one) => /^(?!GET).*\/(graph|sharepoint)\//u.test(one)),
    ).toEqual([]);
  });

  it("mends what somebody changed, and says what", async () => {
    const terminal = openTerminal();
    const { json } = await provision(terminal, "Sofia");
    const list = `/sites/${siteId}/lists/${json.config.lists?.events}`;
    await terminal.byHand(sofia, "PATCH", `${list}/columns/Kind`, { required: true });

    const again = await provision(terminal, "Sofia");

    expect(again.json.steps[1]).toEqual({
      state: "repaired",
      what: "List “Decision events”",
      detail: "Column Kind may not be left empty.",
    });
  });

  it("only looks when it is a dry run", async () => {
    const terminal = openTerminal();
    const { code, states } = await provision(terminal, "Sofia", "--dry-run", "--script", "s.json");
    const lists = await terminal.byHand(sofia, "GET", `/sites/${siteId}/lists`);

    expect([code, new Set(states)]).toEqual([0, new Set(["planned"])]);
    expect(await lists.json()).toMatchObject({ value: [] });
    expect(terminal.files.size).toBe(0);
  });

  it("writes the site, its lists and the script down", async () => {
    const terminal = openTerminal();
    const { json } = await provision(terminal, "Sofia", "--config", "c.json", "--script", "s.json");

    expect(JSON.parse(terminal.files.get("c.json") ?? "")).toEqual(json.config);
    expect(terminal.files.get("s.json")).toContain('"verb": "addSPView"');
  });

  it.each([
    `${site}/`,
    `${site}/SitePages/Home.aspx`,
    `${site}/Lists/Decisions/AllItems.aspx?view=7`,
    siteId,
  ])("finds the site by %s", async (named) => {
    const { notes } = await openTerminal().type("Sofia", "provision", "--dry-run", "--site", named);

    expect(notes).toContain(`The site is Technology decisions, ${siteId}.`);
  });
});

describe("making a site ready as somebody who may not", () => {
  it("says that an owner has to, and goes on to what is left", async () => {
    const { code, json } = await provision(openTerminal(), "Inés");

    expect(code).toBe(1);
    expect(json.steps[0]).toMatchObject({
      state: "needs-you",
      todo: "Have an owner of Technology decisions run this command, or make the lists in Setup.",
    });
  });

  it("says what to do by hand where SharePoint itself refuses", async () => {
    const terminal = openTerminal();
    const refusal = { path: "/_api/", action: "status", status: 403, rate: 1 };
    await terminal.put("faults", [refusal]);
    const { code, json, states } = await provision(terminal, "Sofia");

    expect([code, states]).toEqual([1, ["made", "made", "needs-you", "needs-you"]]);
    expect(json.steps[2]?.todo).toContain("Invoke-PnPSiteScript");
    expect(json.steps[3]?.todo).toContain("Item-level permissions");
  });

  it("says so of a site that somebody does not have", async () => {
    const { code, notes } = await openTerminal().type("Priya", "provision", "--site", site);

    expect([code, notes]).toEqual([1, expect.stringContaining("You may not do this.")]);
  });

  it("leaves the grant to an administrator of SharePoint, and says how", async () => {
    const { code, json } = await provision(openTerminal(), "Sofia", "--grant-app", ownApp);

    expect(code).toBe(1);
    expect(json.steps.at(-1)?.todo).toContain(`Grant-PnPAzureADAppSitePermission -AppId ${ownApp}`);
  });
});

describe("granting the app one site", () => {
  it("lets members in who were refused before", async () => {
    const terminal = openTerminal("tight");
    await provision(terminal, "Amara");
    const before = await terminal.byHand(ines, "GET", `/sites/${siteId}/lists`);
    const granted = await provision(terminal, "Amara", "--grant-app", ownApp);
    const after = await terminal.byHand(ines, "GET", `/sites/${siteId}/lists`);

    expect([before.status, after.status]).toEqual([403, 200]);
    expect(granted.json.steps.at(-1)).toMatchObject({ state: "made", detail: "write" });
  });

  it("is done once, and changes the role when another is said", async () => {
    const terminal = openTerminal("tight");
    const grant = ["--grant-app", ownApp];
    await provision(terminal, "Amara", ...grant);
    const again = await provision(terminal, "Amara", ...grant);
    const other = await provision(terminal, "Amara", ...grant, "--role", "owner");

    expect([again.states.at(-1), other.json.steps.at(-1)]).toEqual([
      "ready",
      expect.objectContaining({ state: "repaired", detail: "owner" }),
    ]);
  });

  it.each([
    [["--role", "write"], "--role goes with --grant-app ID."],
    [["--grant-app", "quorate"], "is not a client id"],
    [["--grant-app", ownApp, "--role", "king"], "There is no role king"],
    [["--site", "decisions"], "is neither an address"],
  ])("refuses %j with a sentence", async (words, sentence) => {
    const said = await openTerminal().type("Amara", "provision", "--site", site, ...words);

    expect([said.code, said.notes]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
