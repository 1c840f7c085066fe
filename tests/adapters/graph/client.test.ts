import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { type GraphOptions, callGraph, openGraph } from "#adapters/graph/client.ts";
import type { TokenSource } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";

const me = { path: "/me?$select=id", scopes: ["User.Read"] };

/** Graph as a list of answers, one for each request; what was asked is kept. */
function graphAnswering(answers: readonly (Response | Error)[], more: Partial<GraphOptions> = {}) {
  const world = fixedWorld();
  const asked: Request[] = [];
  const wishes: unknown[] = [];
  const tokens: TokenSource = {
    token(scopes, wish) {
      wishes.push([scopes, wish]);
      return Promise.resolve(`token-${wishes.length}`);
    },
  };
  const graph = openGraph({
    tokens,
    clock: world,
    fetch(request) {
      asked.push(request);
      const answer = answers[asked.length - 1] ?? new Error("no more answers");
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer.clone());
    },
    ...more,
  });
  return { graph, world, asked, wishes };
}

function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

describe("a call of Graph", () => {
  it("carries the token for the scopes it needs, and asks below the version", async () => {
    const { graph, asked, wishes } = graphAnswering([json({ id: "1" })]);

    await graph.call(me);

    expect(asked[0]?.url).toBe("https://graph.microsoft.com/v1.0/me?$select=id");
    expect(asked[0]?.headers.get("authorization")).toBe("Bearer token-1");
    expect(wishes).toEqual([[["User.Read"], undefined]]);
  });

  it("sends a body as JSON, and the headers it was given", async () => {
    const { graph, asked } = graphAnswering([json({ id: "1" })]);

    await graph.call({
      ...me,
      method: "PATCH",
      headers: { "If-Match": '"x,1"' },
      body: { a: "ü" },
    });

    expect(asked[0]?.headers.get("content-type")).toBe("application/json");
    expect(asked[0]?.headers.get("if-match")).toBe('"x,1"');
    expect(await asked[0]?.json()).toEqual({ a: "ü" });
  });

  it("goes to the cloud it was told", async () => {
    const graphBaseUrl = "https://graph.microsoft.us/v1.0";
    const { graph, asked } = graphAnswering([json({})], { graphBaseUrl });

    await graph.call(me);

    expect(asked[0]?.url).toBe("https://graph.microsoft.us/v1.0/me?$select=id");
  });

  it("never hands the token to another host, whoever named it", async () => {
    const { graph, asked, wishes } = graphAnswering([json({})]);
    const path = "https://graph.microsoft.com.evil.example/v1.0/me";

    await expect(graph.call({ ...me, path })).rejects.toMatchObject({ kind: "rejected" });
    expect([asked, wishes]).toEqual([[], []]);
  });

  it("tells what time it is at Microsoft where the answer says so", async () => {
    const times: number[] = [];
    const headers = { date: "Mon, 23 Nov 2026 14:00:07 GMT" };
    const { graph } = graphAnswering([json({}, { headers }), json({})], {
      onServerTime: (ms) => times.push(ms),
    });

    await graph.call(me);
    await graph.call(me);

    expect(times).toEqual([Date.UTC(2026, 10, 23, 14, 0, 7)]);
  });

  it("takes an answer without a body", async () => {
    const { graph } = graphAnswering([new Response(null, { status: 204 })]);

    expect(await graph.call({ ...me, method: "DELETE" })).toBeUndefined();
  });

  it("calls an answer odd that is not what Graph promises, and says where", async () => {
    const { graph } = graphAnswering([json({ id: 7 }), new Response("<html>Sign in to the Wi-Fi")]);
    const asked = callGraph(graph, v.object({ id: v.string() }), me);

    await expect(asked).rejects.toMatchObject({ kind: "unavailable" });
    await expect(callGraph(graph, v.object({ id: v.string() }), me)).rejects.toThrow(
      /answered oddly/u,
    );
  });

  it("passes on why there is no token, as it was said", async () => {
    const needed = new StoreError("consent-needed", "ask first", { scopes: ["User.Read"] });
    const tokens = { token: () => Promise.reject(needed) };
    const { graph, asked } = graphAnswering([], { tokens });

    await expect(graph.call(me)).rejects.toBe(needed);
    expect(asked).toEqual([]);
  });
});

describe("a token that Graph turns down", () => {
  const refused = (challenge: string) =>
    json(
      { error: { code: "InvalidAuthenticationToken", message: "expired" } },
      { status: 401, headers: { "www-authenticate": `Bearer realm=""${challenge}` } },
    );

  it("is replaced by a fresh one, once", async () => {
    const { graph, asked, wishes } = graphAnswering([refused(""), json({ id: "1" })]);

    expect(await graph.call(me)).toEqual({ id: "1" });
    expect(asked[1]?.headers.get("authorization")).toBe("Bearer token-2");
    expect(wishes[1]).toEqual([["User.Read"], { fresh: true }]);
  });

  it("is replaced by one with the claims that were asked for", async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1732371600"}}}';
    const challenge = `, error="insufficient_claims", claims="${btoa(claims)}"`;
    const { graph, wishes } = graphAnswering([refused(challenge), json({ id: "1" })]);

    await graph.call(me);

    expect(wishes[1]).toEqual([["User.Read"], { fresh: true, claims }]);
  });

  it("is replaced also where the claims are written for addresses", async () => {
    // These bytes need both characters in which the two alphabets differ.
    const claims = '{"a":"\u00fb\u00ff>?~"}';
    const encoded = btoa(claims).replaceAll("+", "-").replaceAll("/", "_");
    expect(encoded).toMatch(/[-].*_|_.*[-]/u);
    const { graph, wishes } = graphAnswering([refused(`, claims="${encoded}"`), json({})]);

    await graph.call(me);

    expect(wishes[1]).toEqual([["User.Read"], { fresh: true, claims }]);
  });

  it("is replaced also for a write, which was not carried out, with its body again", async () => {
    const { graph, asked } = graphAnswering([refused(""), json({ id: "1" }, { status: 201 })]);

    await graph.call({ ...me, method: "POST", body: { said: "once" } });

    expect(await asked[1]?.json()).toEqual({ said: "once" });
  });

  it("is given up when the next one is turned down too", async () => {
    const { graph, asked } = graphAnswering([refused(""), refused(""), json({})]);

    await expect(graph.call(me)).rejects.toMatchObject({ kind: "signed-out" });
    expect(asked).toHaveLength(2);
  });
});

describe("a call that gets no answer", () => {
  const broken = new TypeError("Failed to fetch");

  it("is tried again when it only reads, at growing intervals", async () => {
    const { graph, world, asked } = graphAnswering([broken, broken, json({ id: "1" })]);
    const begin = world.now();

    expect(await world.until(graph.call(me))).toEqual({ id: "1" });
    expect(asked).toHaveLength(3);
    expect(world.now() - begin).toBeGreaterThanOrEqual(250 + 500);
  });

  it("is not tried again when it may have written", async () => {
    const { graph, world, asked } = graphAnswering([broken, json({ id: "1" })]);
    const posted = world.until(graph.call({ ...me, method: "POST", body: {} }));

    await expect(posted).rejects.toMatchObject({ kind: "no-answer" });
    expect(asked).toHaveLength(1);
  });

  it("is given up after a few tries", async () => {
    const { graph, world, asked } = graphAnswering(Array.from({ length: 9 }, () => broken));

    await expect(world.until(graph.call(me))).rejects.toMatchObject({ kind: "no-answer" });
    expect(asked).toHaveLength(4);
  });

  it("is given up when the answer takes too long", async () => {
    const { graph, world } = graphAnswering([], {
      fetch: () => new Promise<Response>(() => {}),
      timeoutMs: 3000,
      patience: { longestWaitSeconds: 10, tries: 1 },
    });
    const begin = world.now();

    await expect(world.until(graph.call(me))).rejects.toMatchObject({ kind: "no-answer" });
    expect(world.now() - begin).toBe(3000);
  });

  it("is one whose answer breaks off half-way", async () => {
    const half = new ReadableStream({
      pull(stream) {
        stream.enqueue(new TextEncoder().encode('{"id":'));
        stream.error(new TypeError("network error"));
      },
    });
    const { graph, world } = graphAnswering([], {
      fetch: () => Promise.resolve(new Response(half)),
      patience: { longestWaitSeconds: 10, tries: 1 },
    });

    await expect(world.until(graph.call(me))).rejects.toMatchObject({ kind: "no-answer" });
  });

  it("leaves no timer behind once it is answered", async () => {
    const { graph, world } = graphAnswering([json({})]);

    await graph.call(me);

    expect(world.timers).toBe(0);
  });
});
