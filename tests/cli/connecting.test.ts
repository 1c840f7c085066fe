import { describe, expect, it } from "vitest";
import { browserWorld } from "#adapters/browser/world.ts";
import type { Graph } from "#adapters/graph/client.ts";
import type { Connection } from "../../cli/connect/connection.ts";
import { onlyReading } from "../../cli/connect/only-reading.ts";
import { sandboxNetwork, signInToSandbox } from "../../cli/connect/sandbox.ts";
import { checkSignIn } from "../../cli/doctor/sign-in.ts";
import { openTerminal } from "./terminal.ts";

describe("the network of a dry run", () => {
  const network = onlyReading((request) => Promise.resolve(new Response(request.url)));

  it("carries what only reads", async () => {
    const answer = await network(new Request("https://graph.microsoft.com/v1.0/me"));

    expect(await answer.text()).toBe("https://graph.microsoft.com/v1.0/me");
  });

  it.each(["POST", "PATCH", "DELETE", "PUT"])("carries no %s", async (method) => {
    const request = new Request("https://graph.microsoft.com/v1.0/sites", { method });

    await expect(network(request)).rejects.toThrow(`--dry-run: ${method} /v1.0/sites was not sent`);
  });
});

describe("the network of a sandbox", () => {
  const told: string[] = [];
  const network = sandboxNetwork((request) => {
    told.push(request.url);
    return Promise.resolve(new Response());
  }, "http://localhost:4280/below");

  it.each([
    ["https://graph.microsoft.com/v1.0/me?$select=id", "/graph/v1.0/me?$select=id"],
    ["https://microsoftgraph.chinacloudapi.cn/v1.0/me", "/graph/v1.0/me"],
    ["https://larkfield.sharepoint.com/sites/x/_api/web", "/sharepoint/sites/x/_api/web"],
  ])("takes %s to %s", async (url, path) => {
    await network(new Request(url));

    expect(told.at(-1)).toBe(`http://localhost:4280/below${path}`);
  });

  it("leaves other addresses as they are", async () => {
    await network(new Request("https://quorate.example.com/config.json"));

    expect(told.at(-1)).toBe("https://quorate.example.com/config.json");
  });
});

describe("signing in to a sandbox", () => {
  it("names people it knows where it does not know the one that was said", async () => {
    const { code, notes } = await openTerminal().type("Zoe", "doctor");

    expect([code, notes]).toEqual([2, expect.stringContaining("Known: Sofia Brandt, Kwame")]);
  });

  it("says so where something else answers there", async () => {
    const page = () => Promise.resolve(new Response("<html>"));
    const settings = { cloud: "global", consent: "simple", signInAs: "" } as const;
    const at = { origin: "http://localhost:80", person: "Sofia" };

    await expect(signInToSandbox(settings, at, page, () => undefined)).rejects.toThrow(
      "http://localhost:80 is not a sandbox.",
    );
  });
});

describe("looking at the clock", () => {
  const lookAt = async (clockOffsetMs: number | undefined) => {
    const me = { id: "10000000-0000-4000-8000-000000000001", displayName: "Sofia Brandt" };
    const graph: Graph = { clock: browserWorld, call: () => Promise.resolve(me) };
    const connection = {
      graph,
      account: { tenantId: () => "t" },
      clockOffsetMs: () => clockOffsetMs,
    };
    const [, clock] = await checkSignIn(connection as unknown as Connection);
    return clock;
  };

  it.each([
    [400, "fine", "agrees with Microsoft's"],
    [-90_000, "fine", "this machine is 90 s ahead"],
    [300_000, "missing", "this machine is 300 s behind"],
    [undefined, "unknown", "no answer told the time"],
  ])("of a machine that is off by %s ms", async (offsetMs, state, detail) => {
    expect(await lookAt(offsetMs)).toMatchObject({ state, detail });
  });
});
