import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Outbox } from "#flows/ports.ts";
import { describeOutbox } from "../../contracts/outbox.ts";
import { type Tabs, inClient, inTab, openTabs } from "./open-tab.ts";

let tabs: Tabs;
beforeAll(async () => {
  tabs = await openTabs();
});
afterEach(() => tabs.closeContexts());
afterAll(() => tabs.close());

/** An outbox of a page in the browser, as if it were here. */
async function outboxIn(context: BrowserContext, name: string): Promise<Outbox> {
  const page = await tabs.openAlone(context);
  const sends: (() => Promise<unknown>)[] = [];
  const failures: unknown[] = [];
  await page.exposeFunction("runSend", async (number: number) => {
    try {
      return await sends[number]?.();
    } catch (failure) {
      // Errors lose themselves on the way through the browser; what was thrown here is kept here.
      failures[number] = failure;
      throw failure;
    }
  });
  const index = await inTab(page, (trial, given) => trial.openWindow(given), name);
  const call = (method: keyof Outbox, ...args: unknown[]): Promise<never> =>
    page.evaluate(([at, what, given]) => window.trial.outbox(at, what, given), [
      index,
      method,
      args,
    ] as const) as Promise<never>;
  return {
    waiting: (of, meeting) => call("waiting", of, meeting),
    put: (item) => call("put", item),
    remove: (event) => call("remove", event),
    async alone(of, meeting, send) {
      const number = sends.push(send) - 1;
      try {
        return await call("alone", of, meeting, number);
      } catch (failure) {
        throw failures[number] ?? failure;
      }
    },
  };
}

let outboxes = 0;
describeOutbox("IndexedDB in a browser", async () => {
  const context = await tabs.openContext();
  outboxes += 1;
  const name = `outbox-${outboxes}`;
  return { openWindow: () => outboxIn(context, name) };
});

describe("what a browser keeps", () => {
  const item = {
    author: "ana",
    row: {
      eventId: "e-1",
      decision: "d-1",
      meeting: "m-1",
      kind: "k",
      previous: "",
      payload: "{}",
    },
    saidAtMs: 1,
  };
  const open = (page: Page) => inTab(page, (trial) => trial.openWindow("quorate"));

  it("outlives a reload in mid-sentence", async () => {
    const page = await tabs.openAlone(await tabs.openContext());
    await open(page);
    await inTab(page, (trial, given) => trial.outbox(0, "put", [given]), item);
    await inTab(page, (trial) => trial.writeDraft("half a senten"));
    await page.reload();
    await open(page);

    expect(await inTab(page, (trial) => trial.outbox(0, "waiting", ["ana", "m-1"]))).toEqual([
      item,
    ]);
    expect(await inTab(page, (trial) => trial.readDraft())).toBe("half a senten");
  });

  it("is left out where it was damaged on the disk", async () => {
    const page = await tabs.openAlone(await tabs.openContext());
    await open(page);
    const damaged = { ...item, row: { ...item.row, eventId: "e-2", payload: 7 } };
    await inTab(page, (trial, given) => trial.outbox(0, "put", [given]), damaged);
    await inTab(page, (trial, given) => trial.outbox(0, "put", [given]), item);

    expect(await inTab(page, (trial) => trial.outbox(0, "waiting", ["ana", "m-1"]))).toEqual([
      item,
    ]);
  });

  it("is hashed as everywhere", async () => {
    const page = await tabs.openAlone(await tabs.openContext());

    expect(await inTab(page, (trial) => trial.hash("abc"))).toMatch(/^ba7816bf8f01cfea/u);
  });
});

describe("a pause that SharePoint asked one window for", () => {
  it("is kept by the windows that are open, and by one that opens later", async () => {
    const context = await tabs.openContext();
    const [one, other] = [await tabs.openAlone(context), await tabs.openAlone(context)];
    const untilMs = Date.now() + 600_000;
    await inTab(one, (trial, given) => trial.hold("sites", given), untilMs);
    await other.waitForFunction(() => window.trial.heldUntil("sites") > 0);
    const third = await tabs.openAlone(context);
    await third.waitForFunction(() => window.trial.heldUntil("sites") > 0);

    expect(await inTab(third, (trial) => trial.heldUntil("sites"))).toBe(untilMs);
  });
});

describe("the tab through the real teams-js", () => {
  it("knows that nobody is around it", async () => {
    const page = await tabs.openAlone(await tabs.openContext());

    expect(await inTab(page, (trial) => trial.open())).toBe("no-host");
  });

  it("knows where it is in a client of another origin", async () => {
    const { tab } = await tabs.openInClient();

    expect(await inTab(tab, (trial) => trial.open())).toEqual({
      surface: "walk",
      theme: "light",
      locale: "en-GB",
      chatId: "19:meeting_abc@thread.v2",
      userId: "10000000-0000-4000-8000-000000000001",
      tenantId: "1a2b0000-0000-4000-8000-00000000f1e1",
      isAnonymous: false,
    });
  });

  it("gives up on a client that is silent from the start", async () => {
    const { tab } = await tabs.openInClient('troubles={"handshake":"silent"}');

    expect(await inTab(tab, (trial) => trial.opened())).toMatchObject({
      ok: false,
      kind: "no-answer",
    });
  });

  it("hears the theme change", async () => {
    const { tab, client } = await tabs.openInClient();
    await inTab(tab, (trial) => trial.open());
    await inClient(client, (host) => host.send("themeChange", ["dark"]));
    await inClient(client, (host) => host.send("themeChange", ["contrast"]));
    await tab.waitForFunction(() => window.trial.themes.length === 2);

    expect(await inTab(tab, (trial) => trial.themes)).toEqual(["dark", "contrast"]);
  });

  it("is told the meeting", async () => {
    const { tab } = await tabs.openInClient();
    await inTab(tab, (trial) => trial.open());

    expect(await inTab(tab, (trial) => trial.meeting())).toMatchObject({
      ok: true,
      value: {
        key: "19:meeting_abc@thread.v2",
        subject: "Redesign sales forecasting",
        organizer: { id: "10000000-0000-4000-8000-000000000001", name: "Sofia Brandt" },
        startsAtMs: Date.UTC(2026, 10, 23, 14),
      },
    });
  });

  it.each([
    ["refused", "forbidden"],
    ["silent", "no-answer"],
  ])("says so when the meeting is %s", async (trouble, kind) => {
    const { tab } = await tabs.openInClient(`troubles={"meetingDetails":"${trouble}"}`);
    await inTab(tab, (trial) => trial.open());

    expect(await inTab(tab, (trial) => trial.meeting())).toMatchObject({ ok: false, kind });
  });

  it("shares its stage page from the side panel, and does not offer to elsewhere", async () => {
    const { tab, client } = await tabs.openInClient();
    await inTab(tab, (trial) => trial.open());
    expect(await inTab(tab, (trial) => trial.mayShare())).toBe(true);
    await inTab(tab, (trial) => trial.share());
    expect(await inClient(client, (host) => host.told)).toContain(
      "stage https://tab.example/stage.html",
    );

    const details = await tabs.openInClient("context=content");
    await inTab(details.tab, (trial) => trial.open());
    expect(await inTab(details.tab, (trial) => trial.mayShare())).toBe(false);
  });

  it("has its links opened by the client", async () => {
    const { tab, client } = await tabs.openInClient();
    await inTab(tab, (trial) => trial.open());
    await inTab(tab, (trial) => trial.openLink("https://larkfield.sharepoint.com/x"));

    expect(await inClient(client, (host) => host.told)).toContain(
      "open https://larkfield.sharepoint.com/x",
    );
  });

  it("keeps its settings when Save is pressed", async () => {
    const { tab, client } = await tabs.openInClient("context=settings");
    await inTab(tab, (trial) => trial.open());
    await inTab(tab, (trial) => trial.prepareToSave());
    await inClient(client, (host) => host.send("settings.save", [{}]));
    await client.waitForFunction(() =>
      (window as unknown as { host: { told: string[] } }).host.told.some((one) =>
        one.startsWith("save ended"),
      ),
    );

    expect(await inClient(client, (host) => host.told)).toEqual([
      "valid true",
      "keep https://tab.example/walk.html?site=here",
      "save ended well",
    ]);
  });
});

describe("signing in through the real MSAL", () => {
  const openWith = async (query: string) => {
    const { tab } = await tabs.openInClient(query);
    await inTab(tab, (trial) => trial.open());
    return tab;
  };

  it("gives the token of the person the client knows", async () => {
    const tab = await openWith("");

    expect(await inTab(tab, (trial) => trial.token(["User.Read"]))).toEqual({
      ok: true,
      value: "access for User.Read",
    });
  });

  it("names what was never consented to, and has it after the person agreed", async () => {
    const tab = await openWith("consent=given");
    const scopes = ["Sites.ReadWrite.All"];
    expect(await inTab(tab, (trial, given) => trial.token(given), scopes)).toEqual({
      ok: false,
      kind: "consent-needed",
      scopes,
    });
    await inTab(tab, (trial, given) => trial.consent(given), scopes);

    expect(await inTab(tab, (trial, given) => trial.token(given), scopes)).toMatchObject({
      ok: true,
    });
  });

  it("says so when the person does not agree", async () => {
    const tab = await openWith("");

    expect(await inTab(tab, (trial) => trial.consent(["Chat.ReadBasic"]))).toMatchObject({
      ok: false,
      kind: "consent-needed",
    });
  });

  it.each([
    ["silent", "signed-out"],
    ["no-bridge", "signed-out"],
    ["NO_NETWORK", "no-answer"],
    ["USER_INTERACTION_REQUIRED", "consent-needed"],
    ["USER_CANCEL", "consent-needed"],
    ["ACCOUNT_UNAVAILABLE", "signed-out"],
    ["DISABLED", "signed-out"],
    ["NESTED_APP_AUTH_UNAVAILABLE", "signed-out"],
    ["TRANSIENT_ERROR", "unavailable"],
    ["PERSISTENT_ERROR", "unavailable"],
  ])("turns a client's %s into %s", async (signIn, kind) => {
    const tab = await openWith(`troubles=${JSON.stringify({ signIn })}`);

    expect(await inTab(tab, (trial) => trial.token(["User.Read"]))).toMatchObject({
      ok: false,
      kind,
    });
  });
});
