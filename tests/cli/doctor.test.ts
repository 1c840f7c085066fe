import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { headerRules } from "../../hosting/headers.ts";
import { type Terminal, openTerminal, serveTerminal } from "./terminal.ts";

const site = ["--site", "https://larkfield.sharepoint.com/sites/technology-decisions"];
const siteId =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
const ownApp = "90000000-0000-4000-8000-000000000001";
const asQuorate = ["--client-id", ownApp, "--sign-in-as", ownApp];
const sofia = "10000000-0000-4000-8000-000000000001";

interface CheckSaid {
  readonly state: string;
  readonly what: string;
  readonly detail?: string;
  readonly mend?: string;
}

async function look(terminal: Terminal, as: string, ...words: readonly string[]) {
  const said = await terminal.ask(as, "doctor", ...words);
  const { checks } = said.json as { readonly checks: readonly CheckSaid[] };
  const of = (what: string) => checks.find((one) => one.what === what);
  return { ...said, checks, of };
}

describe("looking at a tenant that has everything", () => {
  let terminal: Awaited<ReturnType<typeof serveTerminal>>;
  beforeAll(async () => {
    terminal = await serveTerminal();
    await terminal.type("Sofia", "provision", ...site);
  });
  afterEach(() => terminal.put("faults", []));
  afterAll(() => terminal.close());

  it("finds everything required, connects to push, and leaves no row behind", async () => {
    const { code, checks } = await look(terminal, "Sofia", ...site, ...asQuorate);
    const rows = await terminal.byHand(
      sofia,
      "GET",
      `/sites/${siteId}/lists/Decision events/items`,
    );

    expect(code).toBe(0);
    expect(checks.filter(({ state }) => state === "fine").map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        "Sign-in",
        "Clock",
        "Permission Sites.ReadWrite.All",
        "Site",
        "List “Decisions”",
        "List “Decision events”",
        "Write, read back, delete",
        "Push",
        "Views and looks",
        "Only authors edit their rows",
      ]),
    );
    expect(await rows.json()).toMatchObject({ value: [] });
  });

  it("tells which permissions nobody consented to, what that costs and how to mend it", async () => {
    const { out } = await terminal.type("Sofia", "doctor", ...site, ...asQuorate);

    expect(out).toContain(
      [
        "! Permission Tasks.ReadWrite: not consented",
        "    Without it: milestones stay in the record. It is for: milestones as tasks in Planner, when asked for.",
        "    Mend: npx quorate register --grant",
      ].join("\n"),
    );
    expect(out).toMatch(/Everything required is there; \d+ more could be mended\.$/u);
  });

  it("reads an administrator's consent for everybody", async () => {
    const { of } = await look(terminal, "Amara", "--client-id", ownApp);

    expect(of("Permission Sites.ReadWrite.All")?.detail).toBe("consented for everybody");
    expect(of("Permission ChatMessage.Send")?.detail).toBe("not consented for everybody");
  });

  it("says that it could not look where only an administrator may", async () => {
    const { of } = await look(terminal, "Kwame", "--client-id", ownApp);

    expect(of("Permissions")).toMatchObject({ state: "unknown" });
  });

  it("goes on without push, and says what that costs", async () => {
    await terminal.put("faults", [{ path: "socketIo", action: "status", status: 400 }]);
    const { code, of } = await look(terminal, "Sofia", ...site);

    expect([code, of("Push")?.state]).toEqual([0, "missing"]);
  });

  it("fails where a row cannot be written", async () => {
    await terminal.put("faults", [
      { method: "POST", path: "/items", action: "status", status: 507 },
    ]);
    const { code, of } = await look(terminal, "Sofia", ...site);

    expect([code, of("Write, read back, delete")?.detail]).toEqual([
      1,
      expect.stringContaining("locked, archived or full"),
    ]);
  });

  it("says which row it could not take back", async () => {
    await terminal.put("faults", [
      { method: "DELETE", path: "/items", action: "status", status: 403 },
    ]);
    const { code, checks } = await look(terminal, "Sofia", ...site);

    expect(code).toBe(0);
    expect(checks.some(({ what }) => /^Row \d+ of “Decision events”$/u.test(what))).toBe(true);
  });

  it("looks at the list of standing roles where there is one", async () => {
    const before = await look(terminal, "Sofia", ...site, "--dry-run");
    await terminal.type("Sofia", "provision", ...site, "--roles");
    const after = await look(terminal, "Sofia", ...site, "--dry-run");

    expect(before.of("List “Decision roles”")).toBeUndefined();
    expect(after.of("List “Decision roles”")?.state).toBe("fine");
  });

  it("writes nothing in a dry run", async () => {
    terminal.requests.length = 0;
    const { code } = await look(terminal, "Sofia", ...site, "--dry-run");

    expect(code).toBe(0);
    expect(terminal.requests.filter((one) => /^(?!GET).* \/(graph|sharepoint)/u.test(one))).toEqual(
      [],
    );
  });
});

describe("looking at a tenant that lacks something", () => {
  it("names the lists that are not there, and the command that makes them", async () => {
    const { code, of } = await look(openTerminal(), "Sofia", ...site);

    expect(code).toBe(1);
    expect(of("List “Decisions”")?.mend).toMatch(/^npx quorate provision --site https:/u);
  });

  it("says so of a site that somebody does not have", async () => {
    const { code, of } = await look(openTerminal(), "Priya", ...site);

    expect([code, of("Site")?.state]).toEqual([1, "missing"]);
  });

  it("sees that the app has no grant on the site yet, and then that it has", async () => {
    const terminal = openTerminal("tight");
    // Nothing of this sandbox is served, so nobody can connect to it.
    await terminal.put("faults", [{ path: "socketIo", action: "status", status: 400 }]);
    const tight = [...site, ...asQuorate, "--consent", "tight", "--dry-run"];
    await terminal.type("Amara", "provision", ...site);
    const before = await look(terminal, "Inés", ...tight);
    await terminal.type("Amara", "provision", ...site, "--grant-app", ownApp);
    const after = await look(terminal, "Inés", ...tight);

    expect([before.of("Site")?.state, after.of("Site")?.state]).toEqual(["missing", "fine"]);
    expect(after.of("Views, looks and who may edit rows")?.detail).toContain("AllSites.Manage");
  });
});

describe("looking at the deployed pages", () => {
  const hostUrl = "https://quorate.example.com/app";
  const html = "<style>body{margin:0}</style>";
  let headers: Record<string, string>;
  let config: object;
  beforeEach(() => {
    headers = { ...headerRules("global", ["body{margin:0}"]).everywhere };
    config = { clientId: ownApp };
  });
  const lookAt = async (...words: readonly string[]) => {
    const pages = (url: string) =>
      url === `${hostUrl}/config.json`
        ? Response.json(config)
        : new Response(html, { status: url === `${hostUrl}/walk.html` ? 200 : 404, headers });
    const terminal = openTerminal("simple", { "https://quorate.example.com": pages });
    return await look(terminal, "Sofia", "--site-url", `${hostUrl}/log.html`, ...words);
  };

  it("is content with what the build writes", async () => {
    const { code, checks } = await lookAt("--client-id", ownApp);
    const ofPages = checks.filter(({ what }) => /^(Pages|Header|config)/u.test(what));

    expect([code, ofPages.length, new Set(ofPages.map(({ state }) => state))]).toEqual([
      0,
      8,
      new Set(["fine"]),
    ]);
  });

  it("takes the app and the site from config.json where nobody said them", async () => {
    config = { clientId: ownApp, siteId };
    const { checks, of } = await lookAt();

    expect(of("Site")?.detail).toBe("Technology decisions");
    expect(checks.map(({ detail }) => detail)).not.toContain("say which app: --client-id");
  });

  it("says what a policy lacks and what it allows beyond", async () => {
    const policy = headers["Content-Security-Policy"] ?? "";
    headers["Content-Security-Policy"] = policy
      .replace("https://teams.microsoft.com ", "")
      .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
    const { of } = await lookAt();

    expect(of("Header Content-Security-Policy")?.detail).toBe(
      "script-src allows 'unsafe-inline' as well; frame-ancestors lacks https://teams.microsoft.com",
    );
  });

  it("says which header is not sent", async () => {
    delete headers["Cache-Control"];
    const { code, of } = await lookAt();

    expect([code, of("Header Cache-Control")?.detail]).toEqual([0, "not sent"]);
  });

  it("reads config.json as the tab does, and compares it with what you said", async () => {
    config = { clientId: sofia };
    const other = await lookAt("--client-id", ownApp);
    config = { clientId: ownApp, colour: "red" };
    const wrong = await lookAt();

    expect([other.code, other.of("config.json")?.detail]).toEqual([
      1,
      `it names the app ${sofia}, you said ${ownApp}`,
    ]);
    expect(wrong.of("config.json")?.detail).toContain("colour: is not a setting");
  });
});
