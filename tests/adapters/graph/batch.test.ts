import { describe, expect, it } from "vitest";
import { batch } from "#adapters/graph/batch.ts";
import type { GraphCall } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";
import { ids, startTenant } from "../tenant.ts";

const user = (id: string): GraphCall => ({
  path: `/users/${id}?$select=displayName`,
  scopes: scopes.people,
});
const throttled = (more: object) => ({ path: "/users/", action: "status", status: 429, ...more });
const isBatch = (request: string) => request.includes("$batch");

describe("a batch", () => {
  it("answers each call in its place, whatever order Graph answers in", async () => {
    const { graphOf } = startTenant();
    const answers = await batch(graphOf(ids.sofia), [
      user(ids.kwame),
      user("nobody"),
      user(ids.ines),
    ]);

    expect(answers.map((answer) => (answer.ok ? answer.body : answer.failure.kind))).toMatchObject([
      { displayName: "Kwame Mensah" },
      "not-found",
      { displayName: "Inés Navarro" },
    ]);
  });

  it("sends 45 calls in three requests", async () => {
    const { graphOf, requests } = startTenant();
    let sent = 0;
    const graph = graphOf(ids.sofia);
    const counting = { ...graph, call: (call: GraphCall) => ((sent += 1), graph.call(call)) };

    const answers = await batch(
      counting,
      Array.from({ length: 45 }, () => user(ids.kwame)),
    );

    expect([sent, answers.length, answers.every(({ ok }) => ok)]).toEqual([3, 45, true]);
    expect(requests.filter((request) => !isBatch(request))).toHaveLength(45);
  });

  it("sends nothing for no calls", async () => {
    const { graphOf, requests } = startTenant();

    expect(await batch(graphOf(ids.sofia), [])).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("sends again only what was throttled inside, after the pause it asked for", async () => {
    const { graphOf, service, world, requests } = startTenant();
    service.faults.set([throttled({ path: `/users/${ids.ines}`, retryAfterSeconds: 6, count: 1 })]);
    const begin = world.now();

    const answers = await world.until(batch(graphOf(ids.sofia), [user(ids.kwame), user(ids.ines)]));

    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(world.now() - begin).toBe(6000);
    expect(requests.filter((request) => request.includes(ids.kwame))).toHaveLength(1);
  });

  it("says throttled for what stays throttled", async () => {
    const { graphOf, service, world } = startTenant();
    service.faults.set([throttled({ retryAfterSeconds: 1 })]);

    const [answer] = await world.until(batch(graphOf(ids.sofia), [user(ids.kwame)]));

    expect(answer).toMatchObject({ ok: false, failure: { kind: "throttled" } });
  });

  it("says so where Graph leaves a call unanswered", async () => {
    const { graphOf } = startTenant();
    const fetch = () => Promise.resolve(Response.json({ responses: [] }));

    const [answer] = await batch(graphOf(ids.sofia, { fetch }), [user(ids.kwame)]);

    expect(answer).toMatchObject({ ok: false, failure: { kind: "unavailable" } });
  });

  it("fails as a whole when the whole fails", async () => {
    const { graphOf, service } = startTenant();
    service.faults.set([{ path: "batch", action: "drop-before" }]);

    await expect(batch(graphOf(ids.sofia), [user(ids.kwame)])).rejects.toBeInstanceOf(StoreError);
  });

  it("sends bodies as JSON, each with its own headers", async () => {
    const { graphOf } = startTenant();
    const bodies: unknown[] = [];
    const fetch = async (request: Request) => {
      bodies.push(await request.json());
      return Response.json({ responses: [{ id: "0", status: 204 }] });
    };
    const call = {
      method: "PATCH",
      path: "/x",
      scopes: [],
      headers: { "If-Match": "e" },
      body: { a: 1 },
    } as const;

    expect(await batch(graphOf(ids.sofia, { fetch }), [call])).toEqual([
      { ok: true, body: undefined },
    ]);
    expect(bodies).toEqual([
      {
        requests: [
          {
            id: "0",
            method: "PATCH",
            url: "/x",
            headers: { "If-Match": "e", "Content-Type": "application/json" },
            body: { a: 1 },
          },
        ],
      },
    ]);
  });
});

describe("reading page after page", () => {
  const chat = "19:meeting_NmY3MmU0YjgtYWxsLWhhbmRz@thread.v2";
  const call = { path: `/chats/${encodeURIComponent(chat)}/members`, scopes: scopes.chat };

  it("follows the links to the last page", async () => {
    const { graphOf, requests } = startTenant();
    const told: number[] = [];
    const onProgress = (read: number) => told.push(read);

    const { values, isCut } = await pages(graphOf(ids.adaeze), call, { onProgress });

    expect(values.length).toBeGreaterThan(300);
    expect(isCut).toBe(false);
    expect(told).toEqual([100, 200, 300, values.length]);
    expect(requests).toHaveLength(4);
  });

  it("stops after as many pages as it may read, and says that there was more", async () => {
    const { graphOf } = startTenant();

    const { values, isCut } = await pages(graphOf(ids.adaeze), call, { most: 2 });

    expect([values.length, isCut]).toEqual([200, true]);
  });
});
