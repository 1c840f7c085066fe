import { describe, expect, it } from "vitest";
import { type StepSaid, type Terminal, openTerminal } from "./terminal.ts";

const host = ["--site-url", "https://quorate.example.com"];

interface Registered {
  readonly steps: readonly StepSaid[];
  readonly permissions: readonly { readonly scope: string; readonly consentBy: string }[];
  readonly adminConsentUrl?: string;
  readonly config: { readonly clientId: string; readonly tenantId: string };
}

async function register(terminal: Terminal, ...words: readonly string[]) {
  const said = await terminal.ask("Amara", "register", ...words);
  return { ...said, json: said.json as Registered };
}

describe("registering the app in a tenant that does not have it", () => {
  it("makes it, present and with the addresses that Teams and a browser come back to", async () => {
    const terminal = openTerminal();
    const { code, json } = await register(terminal, ...host);
    const kept = await terminal.byHand(
      amara,
      "GET",
      `/applications(appId='${json.config.clientId}')`,
    );

    expect([code, json.steps.map(({ state }) => state)]).toEqual([0, ["made", "made"]]);
    expect(await kept.json()).toMatchObject({
      signInAudience: "AzureADMyOrg",
      spa: {
        redirectUris: [
          "brk-multihub://quorate.example.com",
          "https://quorate.example.com/log.html",
        ],
      },
    });
  });

  it("changes nothing when it is done again", async () => {
    const terminal = openTerminal();
    await terminal.type("Amara", "register", ...host, "--grant");
    terminal.requests.length = 0;
    const again = await register(terminal, ...host, "--grant");

    expect(again.json.steps.map(({ state }) => state)).toEqual([
      "ready",
      "ready",
      "ready",
      "ready",
    ]);
    expect(terminal.requests.filter((one) => /^(POST|PATCH) \/graph/u.test(one))).toEqual([]);
  });

  it("says for each permission why, and who consents", async () => {
    const { json, out } = await register(openTerminal(), ...host);
    const by = new Map(json.permissions.map(({ scope, consentBy }) => [scope, consentBy]));

    expect(by.get("Sites.ReadWrite.All")).toBe("administrator");
    expect(by.get("Chat.ReadBasic")).toBe("the person");
    expect(json.adminConsentUrl).toContain(`client_id=${json.config.clientId}`);
    expect(out).toContain("who is in the meeting's chat");
  });

  it("consents for everybody when told to, so that anybody gets a token", async () => {
    const terminal = openTerminal();
    const { json } = await register(terminal, ...host, "--grant");
    const wish = { person: ines, scopes: ["Sites.ReadWrite.All"], client: json.config.clientId };

    expect((await terminal.post("token", wish)).status).toBe(200);
  });

  it("consents to nothing when not told to", async () => {
    const terminal = openTerminal();
    const { json } = await register(terminal, ...host);
    const wish = { person: ines, scopes: ["Sites.ReadWrite.All"], client: json.config.clientId };

    expect((await terminal.post("token", wish)).status).toBe(403);
  });

  it("only looks when it is a dry run", async () => {
    const terminal = openTerminal();
    const { code, json } = await register(
      terminal,
      ...host,
      "--grant",
      "--dry-run",
      "--config",
      "config.json",
    );

    expect([code, new Set(json.steps.map(({ state }) => state))]).toEqual([
      0,
      new Set(["planned"]),
    ]);
    expect(terminal.requests.filter((one) => /^(?!GET)\w+ \/graph/u.test(one))).toEqual([]);
    expect(terminal.files.size).toBe(0);
  });
});

describe("registering what is there already", () => {
  it("takes out the permissions of the other way to consent, and leaves what is not Quorate's", async () => {
    const terminal = openTerminal();
    const first = await register(terminal, ...host);
    const { clientId } = first.json.config;
    const path = `/applications(appId='${clientId}')`;
    const before = await accessOf(terminal, path);
    const foreign = { id: "f501c180-9344-439a-bca0-6cbf209fd270", type: "Scope" };
    const withForeign = before.map((one, index) =>
      index === 0 ? { ...one, resourceAccess: [...one.resourceAccess, foreign] } : one,
    );
    await terminal.byHand(amara, "PATCH", path, { requiredResourceAccess: withForeign });

    await terminal.type("Amara", "register", ...host, "--consent", "tight");

    const ids = (await accessOf(terminal, path)).flatMap((one) => one.resourceAccess);
    expect(ids).toContainEqual(foreign);
    expect(ids.map(({ id }) => id)).toContain("f89c84ef-20d0-4b54-87e9-02e856d66d53");
    expect(ids.map(({ id }) => id)).not.toContain("89fe6a52-be36-487e-b7d8-d061c450a026");
  });

  it("adds a second host's addresses to the first's", async () => {
    const terminal = openTerminal();
    await terminal.type("Amara", "register", ...host);
    const other = ["--site-url", "https://other.example.com/quorate/"];
    const { json } = await register(terminal, ...other);

    expect(json.steps[0]).toMatchObject({
      state: "repaired",
      detail:
        "redirect address brk-multihub://other.example.com, redirect address https://other.example.com/quorate/log.html",
    });
  });

  it("writes the values where they are needed, and keeps what else is there", async () => {
    const terminal = openTerminal();
    terminal.files.set("q.env", "# ours\nHOST_URL=https://quorate.example.com\nCLIENT_ID=");
    terminal.files.set("config.json", '{"features":{"planner":false}}');
    const files = ["--env", "q.env", "--save-env", "--config", "config.json"];
    const { json } = await register(terminal, ...files);
    const { clientId, tenantId } = json.config;

    expect(terminal.files.get("q.env")).toContain(
      `# ours\nHOST_URL=https://quorate.example.com\nCLIENT_ID=${clientId}\n`,
    );
    expect(JSON.parse(terminal.files.get("config.json") ?? "")).toEqual({
      features: { planner: false },
      clientId,
      tenantId,
      cloud: "global",
      consent: "simple",
    });
  });
});

describe("settings in a file of JSON", () => {
  it("are read, and kept as JSON", async () => {
    const terminal = openTerminal();
    terminal.files.set("q.json", '{"HOST_URL":"https://quorate.example.com","VERSION":"1.0.0"}');
    const { json } = await register(terminal, "--env", "q.json", "--save-env");

    expect(JSON.parse(terminal.files.get("q.json") ?? "")).toMatchObject({
      VERSION: "1.0.0",
      CLIENT_ID: json.config.clientId,
    });
  });
});

describe("registering without the rights to", () => {
  it("says which permission is missing", async () => {
    const { code, notes } = await openTerminal().type("Sofia", "register", ...host);

    expect(code).toBe(1);
    expect(notes).toContain("Permission: Application.ReadWrite.All");
  });

  it.each([
    [["register"], "Say where the pages are: --site-url URL."],
    [["register", "--site-url", "http://quorate.example.com"], "must begin with https://"],
    [["register", ...host, "--consent", "loose"], "There is no consent loose"],
    [["register", ...host, "--client-id", "7"], "is not a GUID"],
    [["register", ...host, "--colour"], "Unknown option '--colour'"],
    [["regster"], "There is no command regster."],
  ])("refuses %j with a sentence", async (words, sentence) => {
    const { code, notes } = await openTerminal().type("Amara", ...words);

    expect([code, notes]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

const ines = "10000000-0000-4000-8000-000000000003";
const amara = "10000000-0000-4000-8000-000000000012";

interface Access {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
}

async function accessOf(terminal: Terminal, path: string) {
  const kept = await terminal.byHand(amara, "GET", path);
  return ((await kept.json()) as { readonly requiredResourceAccess: readonly Access[] })
    .requiredResourceAccess;
}
