import { describe, expect, it } from "vitest";
import type { Config } from "#adapters/browser/config.ts";
import { openRoster } from "#adapters/graph/roster.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { asDeployed } from "#main/tenant/as-deployed.ts";
import { toMeetingKey } from "#domain/ids.ts";
import { ids, startTenant } from "../adapters/tenant.ts";

const everything: Config["features"] = {
  chat: true,
  people: true,
  calendar: true,
  departments: true,
  push: true,
  card: true,
  planner: true,
};

/** A sign-in that gives whatever is asked for and remembers it. */
function signIn({ consent = "simple", ...off }: Partial<Config["features"] & Config> = {}) {
  const asked: (readonly string[])[] = [];
  const given = {
    token: (wanted: readonly string[]) => Promise.resolve(`token ${asked.push(wanted)}`),
    askConsent: (wanted: readonly string[]) => Promise.resolve(void asked.push(wanted)),
  };
  const features = { ...everything, ...(off as Partial<Config["features"]>) };
  return { asked, deployed: asDeployed(given, { consent, features }) };
}

describe("a deployment with simple consent", () => {
  it("asks for what each act needs", async () => {
    const { asked, deployed } = signIn();
    await deployed.token(scopes.lists);
    await deployed.askConsent(scopes.makeLists);

    expect(asked).toEqual([["Sites.ReadWrite.All"], ["Sites.Manage.All"]]);
  });
});

describe("a deployment with tight consent", () => {
  it("asks for the granted site only, whatever is to be done there", async () => {
    const { asked, deployed } = signIn({ consent: "tight" });
    await deployed.token([...scopes.lists, ...scopes.makeLists]);
    await deployed.askConsent(scopes.makeLists);
    await deployed.token(scopes.profile);

    expect(asked).toEqual([["Sites.Selected"], ["Sites.Selected"], ["User.Read"]]);
  });

  it("asks SharePoint's own address for nothing, since that would reach every site", async () => {
    const { asked, deployed } = signIn({ consent: "tight" });
    const wanted = deployed.token(["https://larkfield.sharepoint.com/AllSites.Manage"]);

    await expect(wanted).rejects.toMatchObject({ kind: "forbidden" });
    expect(asked).toEqual([]);
  });
});

describe("a feature that is switched off", () => {
  it.each([
    ["chat", scopes.chat],
    ["people", scopes.people],
    ["calendar", scopes.calendar],
    ["departments", scopes.departments],
    ["card", scopes.card],
    ["planner", scopes.planner],
  ] as const)("asks nobody for the permission of %s", async (name, wanted) => {
    const { asked, deployed } = signIn({ [name]: false });

    await expect(deployed.token(wanted)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(deployed.askConsent(wanted)).rejects.toThrow("switched off in config.json");
    expect(asked).toEqual([]);
  });

  it("leaves a roster of those in the chat, with what is missing named", async () => {
    const tenant = startTenant();
    const tokens = tenant.tokensOf(ids.kwame);
    const features = { ...everything, calendar: false, departments: false };
    const config = { consent: "simple", features } as const;
    const deployed = asDeployed({ ...tokens, askConsent: () => Promise.resolve() }, config);
    const roster = openRoster(tenant.graphOf(ids.kwame, { tokens: deployed }), { id: ids.kwame });
    const key = toMeetingKey(tenant.directory.meetings.get("forecasting")!.chatId);
    const { attendees, missing } = await roster.attendees({ key, subject: "Forecasting" });

    expect(missing).toEqual(["departments", "responses"]);
    expect(attendees.map(({ name }) => name)).toContain("Sofia Brandt");
    expect(attendees.flatMap(({ department }) => department ?? [])).toEqual([]);
    expect(tenant.requests.filter((one) => one.includes("calendarView"))).toEqual([]);
  });
});
