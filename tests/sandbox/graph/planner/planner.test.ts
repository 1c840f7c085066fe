import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entriesOf, errorOf, startGraph } from "../graph-fixtures.ts";
import type { Bench, Json, Send } from "../graph-fixtures.ts";

const GROUP = "20000000-0000-4000-8000-000000000002";
const PLAN = "sales-forecasting-plan-00001";
const BUCKET = "sales-forecasting-to-do-0001";
const toSee = { prefer: "return=representation" };

/** Somebody who let the app write their tasks. */
function as(name: string, bench: Bench = startGraph()): Send {
  const personId = bench.person(name).id;
  bench.graph.world.record({ fact: "scopes-consented", personId, scopes: ["Tasks.ReadWrite"] });
  return bench.as(name, ["Tasks.ReadWrite"]);
}

async function makeTask(send: Send, more: Json = {}): Promise<{ path: string; tag: string }> {
  const wish = { planId: PLAN, bucketId: BUCKET, title: "Ask for offers", ...more };
  const { body } = await send("POST", "/planner/tasks", wish);
  const tag = String(body["@odata.etag"]);
  return { path: `/planner/tasks/${String(body["id"])}`, tag };
}

const assignment = { "@odata.type": "#microsoft.graph.plannerAssignment", orderHint: " !" };

describe("a group's plans", () => {
  it("are found by its members, by the group and among their own", async () => {
    const sofia = as("Sofia");

    const ofGroup = entriesOf(await sofia("GET", `/groups/${GROUP}/planner/plans`));
    const own = entriesOf(await sofia("GET", "/me/planner/plans"));

    expect(ofGroup).toMatchObject([{ id: PLAN, title: "Sales forecasting", owner: GROUP }]);
    expect(own).toEqual(ofGroup);
  });

  it("are closed to who is no member", async () => {
    const priya = as("Priya");
    const wish = { planId: PLAN, title: "Ask" };

    expect((await priya("GET", `/groups/${GROUP}/planner/plans`)).status).toBe(403);
    expect((await priya("GET", `/planner/plans/${PLAN}/buckets`)).status).toBe(403);
    expect((await priya("POST", "/planner/tasks", wish)).status).toBe(403);
    expect(entriesOf(await priya("GET", "/me/planner/plans"))).toEqual([]);
  });

  it("need a scope of their own", async () => {
    const reply = await startGraph().as("Sofia")("GET", "/me/planner/plans");

    expect([reply.status, errorOf(reply).message]).toEqual([
      403,
      expect.stringContaining("Tasks.ReadWrite"),
    ]);
  });

  it("may be more: with a bucket, by the address of the group", async () => {
    const sofia = as("Sofia");
    const container = { url: `https://graph.microsoft.com/v1.0/groups/${GROUP}` };

    const { body } = await sofia("POST", "/planner/plans", { container, title: "Second" });
    await sofia("POST", "/planner/buckets", { name: "Soon", planId: body["id"] });

    const path = `/planner/plans/${String(body["id"])}/buckets`;
    expect(entriesOf(await sofia("GET", path))).toMatchObject([{ name: "Soon" }]);
  });
});

describe("a task", () => {
  it("is made with who does it and by when", async () => {
    const bench = startGraph();
    const kwame = bench.person("Kwame").id;
    const sofia = as("Sofia", bench);
    const { path } = await makeTask(sofia, {
      dueDateTime: "2026-10-01T12:00:00Z",
      assignments: { [kwame]: assignment },
    });

    expect((await sofia("GET", path)).body).toMatchObject({
      title: "Ask for offers",
      percentComplete: 0,
      dueDateTime: "2026-10-01T12:00:00Z",
      assignments: { [kwame]: { assignedBy: { user: { id: bench.person("Sofia").id } } } },
    });
  });

  it.each([
    ["a title of 256 letters", { title: "x".repeat(256) }, 400],
    ["no title", { title: "" }, 400],
    ["a bucket of another plan", { bucketId: "nowhere" }, 400],
    ["a due date in words", { dueDateTime: "tomorrow" }, 400],
    ["an assignment that says not what it is", { assignments: { x: { orderHint: " !" } } }, 400],
    ["somebody nobody knows", { assignments: { x: assignment } }, 400],
    ["a plan that is not there", { planId: "nowhere" }, 404],
    ["a description, which is in the details", { details: { description: "x" } }, 501],
  ])("is refused with %s", async (_what, more, status) => {
    const wish = { planId: PLAN, bucketId: BUCKET, title: "Ask", ...more };

    const reply = await as("Sofia")("POST", "/planner/tasks", wish);

    expect(reply.status).toBe(status);
  });

  it("is refused without a code, as Planner does: only the status tells", async () => {
    const reply = await as("Sofia")("POST", "/planner/tasks", { planId: PLAN, title: "" });

    expect([reply.status, errorOf(reply).code]).toEqual([400, ""]);
  });

  it("takes a title of 255 letters", async () => {
    const sofia = as("Sofia");
    const { path } = await makeTask(sofia, { title: "x".repeat(255) });

    expect((await sofia("GET", path)).status).toBe(200);
  });

  it("is changed by who names its version: without 412, with an old one 412", async () => {
    const sofia = as("Sofia");
    const { path, tag } = await makeTask(sofia);
    const match = { "if-match": tag };

    const blind = await sofia("PATCH", path, { title: "Blind" });
    const first = await sofia("PATCH", path, { title: "First" }, match);
    const late = await sofia("PATCH", path, { title: "Late" }, match);

    expect([blind, first, late].map(({ status }) => status)).toEqual([412, 204, 412]);
    expect((await sofia("GET", path)).body["title"]).toBe("First");
  });

  it("shows what became of it to who prefers to see it", async () => {
    const sofia = as("Sofia");
    const { path, tag } = await makeTask(sofia);

    const done = { percentComplete: 100 };
    const reply = await sofia("PATCH", path, done, { "if-match": tag, ...toSee });

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ ...done, completedDateTime: "2026-09-14T12:00:00.000Z" });
    expect(reply.body["@odata.etag"]).not.toBe(tag);
  });

  it("loses an assignment that is set to null, and keeps the others", async () => {
    const bench = startGraph();
    const [kwame, ines] = [bench.person("Kwame").id, bench.person("Inés").id];
    const sofia = as("Sofia", bench);
    const assignments = { [kwame]: assignment, [ines]: assignment };
    const { path, tag } = await makeTask(sofia, { assignments });

    await sofia("PATCH", path, { assignments: { [kwame]: null } }, { "if-match": tag });

    const { body } = await sofia("GET", path);
    expect(Object.keys(body["assignments"] as object)).toEqual([ines]);
  });

  it("outlives the process", async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), "quorate-tasks-"));
    const { path } = await makeTask(as("Sofia", startGraph({ stateFolder })));

    const reply = await as("Kwame", startGraph({ stateFolder }))("GET", path);

    expect(reply.body["title"]).toBe("Ask for offers");
  });
});

describe("a task's details", () => {
  const link = {
    "@odata.type": "#microsoft.graph.plannerExternalReference",
    alias: "Decision",
    type: "Other",
  };

  it("have a version of their own: the task's is refused", async () => {
    const sofia = as("Sofia");
    const { path, tag } = await makeTask(sofia);
    const own = String((await sofia("GET", `${path}/details`)).body["@odata.etag"]);
    const wish = { description: "Why" };

    const wrong = await sofia("PATCH", `${path}/details`, wish, { "if-match": tag });
    const right = await sofia("PATCH", `${path}/details`, wish, { "if-match": own });

    expect([wrong.status, right.status]).toEqual([412, 204]);
    expect((await sofia("GET", `${path}/details`)).body["description"]).toBe("Why");
    const task = await sofia("GET", path);
    expect(task.body).toMatchObject({ "@odata.etag": tag, hasDescription: true });
  });

  it("keep links by their encoded address, and refuse one that is not encoded", async () => {
    const sofia = as("Sofia");
    const details = `${(await makeTask(sofia)).path}/details`;
    const match = { "if-match": String((await sofia("GET", details)).body["@odata.etag"]) };
    const plain = { references: { "https://quorate.example/": link } };
    const encoded = { references: { "https%3A//quorate%2Eexample/": link } };

    expect((await sofia("PATCH", details, plain, match)).status).toBe(400);
    const reply = await sofia("PATCH", details, encoded, { ...match, ...toSee });

    expect(reply.body["references"]).toMatchObject({
      "https%3A//quorate%2Eexample/": { alias: "Decision" },
    });
  });
});
