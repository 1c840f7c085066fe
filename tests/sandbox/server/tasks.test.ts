import { describe, expect, it } from "vitest";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { startSandbox } from "../../../sandbox/server/sandbox.ts";
import { issueToken } from "../../../sandbox/graph/tokens.ts";

const SOFIA = "10000000-0000-4000-8000-000000000001";
const PLAN = "sales-forecasting-plan-00001";

describe("the sandbox's window on Planner", () => {
  it("shows a plan's tasks with their details to whoever looks from outside", async () => {
    const { app, graph } = startSandbox({ projectRoot: ".", directory: seedDirectory() });
    const { world } = graph;
    const scopes = ["Tasks.ReadWrite"];
    world.record({ fact: "scopes-consented", personId: SOFIA, scopes });
    const sofia = world.directory.people.get(SOFIA);
    const token = sofia && issueToken(world, sofia, scopes);
    const bearer = token && "access_token" in token ? token.access_token : "";

    await app.request("/graph/v1.0/planner/tasks", {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ planId: PLAN, title: "Ask for offers" }),
    });

    const shown: unknown = await (await app.request(`/sandbox/tasks/${PLAN}`)).json();
    expect(shown).toMatchObject([{ title: "Ask for offers", details: { description: "" } }]);
    expect(await (await app.request("/sandbox/tasks/another")).json()).toEqual([]);
  });
});
