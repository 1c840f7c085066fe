import { describe, expect, it } from "vitest";
import type { GraphOptions } from "../../../sandbox/graph/service.ts";
import { createList, errorOf, startGraph, TECH } from "../graph/graph-fixtures.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list, Kwame who may listen to it, and what he hears. */
async function start(options: Partial<GraphOptions> = {}) {
  const bench = startGraph(options);
  const sofia = bench.as("Sofia");
  const list = await createList(sofia);
  const { push } = bench.graph.world;
  const heard: string[] = [];
  const subscribe = async (path = list) => {
    const { body } = await bench.as("Kwame")("GET", `${path}/subscriptions/socketIo`);
    return new URL(String(body["notificationUrl"])).searchParams.get("token") ?? "";
  };
  const listener = { notify: (text: string) => heard.push(text), end: () => heard.push("end") };
  const add = async (times = 1, path = list) => {
    for (let time = 0; time < times; time += 1)
      await sofia("POST", `${path}/items`, { fields: { Title: `row ${time}` } });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ...bench, bench, sofia, list, push, heard, subscribe, listener, add };
}

describe("asking where a list's changes are told", () => {
  it("is answered as SharePoint does", async () => {
    const { as, list, directory } = await start();

    const { status, body } = await as("Kwame")("GET", `${list}/subscriptions/socketIo`);

    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity",
      id: expect.stringMatching(GUID) as string,
      clientState: expect.stringMatching(/^system-managed:[0-9a-f-]{36}$/) as string,
      expirationDateTime: "2026-09-14T12:40:00Z",
      notificationUrl: expect.stringMatching(
        /^http:\/\/localhost:4280\/notifications\?token=[0-9a-f-]{36}&applicationId=/,
      ) as string,
    });
    expect(String(body["notificationUrl"])).toContain(directory.tenant.clientId);
  });

  it("costs one resource unit", async () => {
    const { as, list, traffic } = await start();
    await as("Kwame")("GET", `${list}/subscriptions/socketIo`);

    expect(traffic.at(-1)).toMatchObject({ status: 200, units: 1 });
  });

  it.each([
    ["somebody who is not in the site", "Priya", undefined, 404, "itemNotFound"],
    ["a token that may not read lists", "Kwame", ["User.Read"], 403, "Forbidden"],
  ])("is refused to %s", async (_who, name, scopes, status, code) => {
    const { as, list } = await start();
    const reply = await as(name, scopes)("GET", `${list}/subscriptions/socketIo`);

    expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
  });

  it("is not supported while push is down", async () => {
    const { as, list, graph } = await start();
    graph.behave({ pushUp: false });
    const reply = await as("Kwame")("GET", `${list}/subscriptions/socketIo`);

    expect([reply.status, errorOf(reply)]).toEqual([
      400,
      expect.objectContaining({ code: "notSupported", message: "Operation not supported" }),
    ]);
  });

  it.each([
    ["/drive/root/subscriptions/socketIo", 400, "notSupported"],
    ["/subscriptions", 501, "sandboxDoesNotKnow"],
  ])("of a list by the form %s is refused", async (form, status, code) => {
    const { as, list } = await start();
    const reply = await as("Kwame")("GET", `${list}${form}`);

    expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
  });

  it.each(["/me/drive/root", "/drives/1/root", "/drives/1/list", "/groups/1/drive/root"])(
    "of %s finds no drive",
    async (drive) => {
      const { as } = await start();
      const reply = await as("Kwame")("GET", `${drive}/subscriptions/socketIo`);

      expect([reply.status, errorOf(reply).code]).toEqual([404, "itemNotFound"]);
    },
  );
});

describe("word of changes", () => {
  it("says which list changed, and not what", async () => {
    const { push, subscribe, listener, heard, add, list, directory } = await start();
    push.listen(await subscribe(), listener);
    await add();

    expect(heard.map((text) => JSON.parse(text) as unknown)).toEqual([
      {
        value: [
          {
            subscriptionId: expect.stringMatching(GUID) as string,
            clientState: expect.stringContaining("system-managed:") as string,
            expirationDateTime: "2026-09-14T12:40:00Z",
            resource: list.split("/").at(-1),
            tenantId: directory.tenant.id,
            siteUrl: "/sites/technology-decisions",
            webId: TECH.split(",")[2],
          },
        ],
      },
    ]);
  });

  it("comes for what was added, changed and deleted", async () => {
    const { push, subscribe, listener, heard, add, sofia, list } = await start();
    push.listen(await subscribe(), listener);
    await add();
    await sofia("PATCH", `${list}/items/1/fields`, { Title: "other" });
    await sofia("DELETE", `${list}/items/1`);
    await new Promise((resolve) => setImmediate(resolve));

    expect(heard).toHaveLength(3);
  });

  it("does not come for another list, for a refused row, or for what is only read", async () => {
    const { push, subscribe, listener, heard, add, sofia, list } = await start();
    push.listen(await subscribe(), listener);
    await add(1, await createList(sofia, "Other"));
    const refused = await sofia("POST", `${list}/items`, { fields: { Unheard: "of" } });
    await sofia("GET", `${list}/items`);
    await new Promise((resolve) => setImmediate(resolve));

    expect([refused.status, heard]).toEqual([400, []]);
  });

  it("comes after the writer has the answer", async () => {
    const { push, subscribe, listener, heard, sofia, list } = await start();
    push.listen(await subscribe(), listener);
    const answer = sofia("POST", `${list}/items`, { fields: { Title: "row" } });

    expect(heard).toEqual([]);
    await answer;
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toHaveLength(1);
  });

  it("takes as long as it is told to", async () => {
    const due: { readonly ms: number; readonly act: () => void }[] = [];
    const wait = (ms: number) => new Promise<void>((act) => void due.push({ ms, act }));
    const { push, subscribe, listener, heard, add } = await start({ wait, pushDelayMs: 3000 });
    push.listen(await subscribe(), listener);
    await add();
    const before = heard.length;
    due[0]?.act();
    await new Promise((resolve) => setImmediate(resolve));

    expect([before, due[0]?.ms, heard.length]).toEqual([0, 3000, 1]);
  });

  it("is lost as often as it is told to, the same for the same seed", async () => {
    const counted = async (pushSeed: number) => {
      const { push, subscribe, listener, heard, add } = await start({
        pushLossRate: 0.3,
        pushSeed,
      });
      push.listen(await subscribe(), listener);
      const pattern: number[] = [];
      for (let time = 0; time < 100; time += 1) {
        await add();
        pattern.push(heard.length);
      }
      return pattern;
    };

    const pattern = await counted(7);

    expect(pattern.at(-1)).toBeGreaterThan(55);
    expect(pattern.at(-1)).toBeLessThan(85);
    expect(await counted(7)).toEqual(pattern);
    expect(await counted(8)).not.toEqual(pattern);
  });

  it("comes twice as often as it is told to", async () => {
    const { push, subscribe, listener, heard, add } = await start({ pushDoubleRate: 0.5 });
    push.listen(await subscribe(), listener);
    await add(100);

    expect(heard.length).toBeGreaterThan(130);
    expect(heard.length).toBeLessThan(170);
  });

  it("does not come twice or get lost unless told to", async () => {
    const { push, subscribe, listener, heard, add } = await start();
    push.listen(await subscribe(), listener);
    await add(100);

    expect(heard).toHaveLength(100);
  });
});

describe("leave to listen", () => {
  it("is bound to one list and one person", async () => {
    const { push, subscribe, listener, list, person } = await start();
    push.listen(await subscribe(), listener);

    expect(push.read()).toEqual([
      {
        personId: person("Kwame").id,
        listId: list.split("/").at(-1),
        until: "2026-09-14T12:40:00Z",
      },
    ]);
  });

  it("is not given to a token nobody was given", async () => {
    const { push, listener } = await start();

    expect([push.admit("made-up"), push.listen("made-up", listener)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("ends when it expires, for those who listen too", async () => {
    const { push, subscribe, listener, heard, add, advance } = await start({
      pushExpiresSeconds: 60,
    });
    const token = await subscribe();
    push.listen(token, listener);
    advance(59_999);
    await add();
    advance(1);
    await add();

    expect([heard.length, push.admit(token)]).toEqual([1, undefined]);
  });

  it("ends when the listener stops", async () => {
    const { push, subscribe, listener, heard, add } = await start();
    const stop = push.listen(await subscribe(), listener);
    stop?.();
    await add();

    expect([heard, push.read()]).toEqual([[], []]);
  });

  it("ends for everybody when push goes down, and stays ended", async () => {
    const { push, subscribe, listener, heard, graph } = await start();
    const token = await subscribe();
    push.listen(token, listener);
    graph.behave({ pushUp: false });
    graph.behave({ pushUp: true });

    expect([heard, push.admit(token), push.read()]).toEqual([["end"], undefined, []]);
  });
});
