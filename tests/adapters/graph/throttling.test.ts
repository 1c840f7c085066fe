import { describe, expect, it } from "vitest";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { meetingKey, newRow } from "../../contracts/event-log.ts";
import { type Tenant, ids, startTenant } from "../tenant.ts";

async function startList(more: Parameters<Tenant["graphOf"]>[1] = {}) {
  const tenant = startTenant();
  const list = await tenant.listOf("Decision events");
  const log = openEventList(tenant.graphOf(ids.kwame, more), list);
  return { ...tenant, list, log, path: listPath(list) };
}

const throttled = (more: object) => ({ action: "status", status: 429, ...more });

describe("a throttled tenant", () => {
  it("is left alone for as long as it asked, also for a write, which was not carried out", async () => {
    const { log, world, service, requests } = await startList();
    service.faults.set([
      throttled({ method: "POST", path: "/items$", retryAfterSeconds: 4, count: 2 }),
    ]);
    const begin = world.now();

    const row = await world.until(log.append(newRow("e-1")));

    expect(row.eventId).toBe("e-1");
    expect(world.now() - begin).toBe(8000);
    expect(requests).toHaveLength(3);
  });

  it("is waited for with growing pauses where the browser may not read how long", async () => {
    const { log, world, service } = await startList();
    service.faults.set([throttled({ method: "POST", count: 2 })]);
    const begin = world.now();

    await world.until(log.append(newRow("e-1")));

    const waitedMs = world.now() - begin;
    expect(waitedMs).toBeGreaterThanOrEqual(0.5 * (500 + 1000));
    expect(waitedMs).toBeLessThan(1.5 * (500 + 1000));
  });

  it("is the caller's to wait for when it asks for longer than the patience", async () => {
    const { log, world, service } = await startList();
    service.faults.set([throttled({ path: "items", retryAfterSeconds: 120 })]);
    const begin = world.now();

    await expect(world.until(log.append(newRow("e-1")))).rejects.toMatchObject({
      kind: "throttled",
      details: { retryAfterSeconds: 120, status: 429 },
    });
    expect(world.now()).toBe(begin);
  });

  it("gets its pause from every call of this window, without a request", async () => {
    const { log, world, service, requests } = await startList();
    service.faults.set([throttled({ method: "POST", retryAfterSeconds: 120, count: 1 })]);
    await log.append(newRow("e-1")).catch(() => undefined);
    const before = requests.length;
    await world.advance(30_000);

    await expect(log.readMeeting(meetingKey)).rejects.toMatchObject({
      kind: "throttled",
      details: { retryAfterSeconds: 90 },
    });
    expect(requests).toHaveLength(before);
  });

  it("is asked again once the pause is over", async () => {
    const { log, world, service } = await startList();
    service.faults.set([throttled({ method: "POST", retryAfterSeconds: 120, count: 1 })]);
    await log.append(newRow("e-1")).catch(() => undefined);
    await world.advance(120_000);

    expect((await log.append(newRow("e-1"))).eventId).toBe("e-1");
  });

  it("does not hold up another service", async () => {
    const { list, service, world, ...tenant } = await startList();
    const graph = tenant.graphOf(ids.kwame);
    service.faults.set([throttled({ path: "^/v1.0/me", retryAfterSeconds: 120, count: 1 })]);
    const me = { path: "/me", scopes: ["User.Read"] };
    await graph.call(me).catch(() => undefined);

    const log = openEventList(graph, list);
    expect((await world.until(log.readMeeting(meetingKey))).rows).toEqual([]);
    await expect(graph.call(me)).rejects.toMatchObject({ kind: "throttled" });
  });

  it("is given up after a few tries", async () => {
    const { log, world, service, requests } = await startList();
    service.faults.set([throttled({ method: "POST", retryAfterSeconds: 1 })]);

    await expect(world.until(log.append(newRow("e-1")))).rejects.toMatchObject({
      kind: "throttled",
    });
    expect(requests).toHaveLength(4);
  });

  it("is really throttled by the budget of a small tenant, and comes back", async () => {
    const tenant = startTenant({ unitsPerMinute: 60 });
    const list = await tenant.listOf("Decision events");
    const patience = { longestWaitSeconds: 70, tries: 4 };
    const log = openEventList(tenant.graphOf(ids.kwame, { patience }), list);
    const begin = tenant.world.now();

    for (let row = 0; row < 40; row += 1) await tenant.world.until(log.append(newRow(`e-${row}`)));

    const { rows } = await tenant.world.until(log.readMeeting(meetingKey));
    expect(rows).toHaveLength(40);
    expect(tenant.world.now() - begin).toBeGreaterThan(0);
    expect(tenant.service.meter.read().total.throttled).toBeGreaterThan(0);
  });
});

describe("a service in trouble", () => {
  it.each([500, 502, 503, 504])(
    "is asked again for what is only read, after a %d",
    async (status) => {
      const { log, world, service } = await startList();
      await log.append(newRow("e-1"));
      service.faults.set([{ method: "GET", action: "status", status, count: 2 }]);

      expect((await world.until(log.readMeeting(meetingKey))).rows).toHaveLength(1);
    },
  );

  it.each([500, 502, 503, 504])("is not asked to write again after a %d", async (status) => {
    const { log, world, service, requests } = await startList();
    service.faults.set([{ method: "POST", action: "status", status, count: 1 }]);

    await expect(world.until(log.append(newRow("e-1")))).rejects.toMatchObject({
      kind: "unavailable",
    });
    expect(requests).toHaveLength(1);
  });
});
