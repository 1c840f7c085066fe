import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { EventId } from "#domain/ids.ts";
import { readEntry } from "#domain/log/entry.ts";
import { meetingKey, newRow, otherMeeting } from "../../contracts/event-log.ts";
import { ids, startTenant, technologySite } from "../tenant.ts";

async function startLog(
  options: Parameters<typeof startTenant>[0] = {},
  personId: string = ids.kwame,
) {
  const tenant = startTenant(options);
  const list = await tenant.listOf("Decision events");
  const once = { patience: { longestWaitSeconds: 0, tries: 1 } };
  return {
    ...tenant,
    list,
    items: `${listPath(list)}/items`,
    log: openEventList(tenant.graphOf(personId), list),
    /** The same list by a client that never tries again by itself. */
    hasty: openEventList(tenant.graphOf(personId, once), list),
  };
}

const eventId = (id: string) => v.parse(EventId, id);

describe("appending when the connection breaks", () => {
  it("before anything was kept fails without an answer, and there is no row", async () => {
    const { log, service } = await startLog();
    service.faults.set([{ method: "POST", action: "drop-before", count: 1 }]);

    await expect(log.append(newRow("e-1"))).rejects.toMatchObject({ kind: "no-answer" });
    expect(await log.find(eventId("e-1"))).toBeUndefined();
  });

  it("after the row was kept fails the same, and the row is found with its author", async () => {
    const { log, service } = await startLog();
    service.faults.set([{ method: "POST", action: "drop-after-commit", count: 1 }]);

    await expect(log.append(newRow("e-1"))).rejects.toMatchObject({ kind: "no-answer" });
    expect(await log.find(eventId("e-1"))).toMatchObject({ authorId: ids.kwame, untouched: true });
  });

  it.each(["invalidRequest", "conflict"] as const)(
    "and trying again blindly is refused as already there, when SharePoint says %s",
    async (duplicateAnswer) => {
      const { log, service } = await startLog({ duplicateAnswer });
      service.faults.set([{ method: "POST", action: "drop-after-commit", count: 1 }]);
      await log.append(newRow("e-1")).catch(() => undefined);

      await expect(log.append(newRow("e-1"))).rejects.toMatchObject({ kind: "already-exists" });
      expect((await log.readMeeting(meetingKey)).rows).toHaveLength(1);
    },
  );

  it("and trying again is doubtful, but doubles nothing, when SharePoint only says it failed", async () => {
    const { log } = await startLog({ duplicateAnswer: "generalException" });
    await log.append(newRow("e-1"));

    await expect(log.append(newRow("e-1"))).rejects.toMatchObject({ kind: "unavailable" });
    expect((await log.readMeeting(meetingKey)).rows).toHaveLength(1);
  });
});

describe("people without the right", () => {
  it("to write may read: a guest with read rights", async () => {
    const { log } = await startLog({}, ids.daniel);

    expect((await log.readMeeting(meetingKey)).rows).toEqual([]);
    await expect(log.append(newRow("e-1"))).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("to the site do not find the list", async () => {
    const { log } = await startLog({}, ids.priya);

    await expect(log.readMeeting(meetingKey)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("get no further by an address that climbs out of the list", async () => {
    const { graphOf } = await startLog();
    const log = openEventList(graphOf(ids.kwame), { siteId: "../me", listId: "x/../../.." });

    await expect(log.readMeeting(meetingKey)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("a filter that cannot be relied on", () => {
  it("has lost its index: everything is read, and what belongs is picked out", async () => {
    const { log, byHand, list, requests } = await startLog();
    await log.append(newRow("e-1"));
    await log.append(newRow("e-2", { meeting: otherMeeting }));
    await byHand(ids.sofia, "PATCH", `${listPath(list)}/columns/MeetingKey`, { indexed: false });
    requests.length = 0;

    const { rows } = await log.readMeeting(meetingKey);

    expect(rows.map((row) => row.eventId)).toEqual(["e-1"]);
    expect(requests.some((request) => request.includes("$filter"))).toBe(true);
  });

  it("finds nothing that is there: everything is read", async () => {
    const { graphOf, service, list, log } = await startLog();
    await log.append(newRow("e-1"));
    const blind = graphOf(ids.kwame, {
      fetch: async (request) =>
        request.url.includes("$filter")
          ? Response.json({ value: [] })
          : await service.handle(request),
    });

    const { rows } = await openEventList(blind, list).readMeeting(meetingKey);

    expect(rows.map((row) => row.eventId)).toEqual(["e-1"]);
  });

  it("finds everything: only what belongs is kept", async () => {
    const { graphOf, service, list, log } = await startLog();
    await log.append(newRow("e-1"));
    await log.append(newRow("e-2", { meeting: otherMeeting }));
    const generous = graphOf(ids.kwame, {
      fetch: (request) =>
        service.handle(new Request(request.url.replace(/\$filter=[^&]*&/u, ""), request)),
    });

    const { rows } = await openEventList(generous, list).readMeeting(meetingKey);

    expect(rows.map((row) => row.eventId)).toEqual(["e-1"]);
  });

  it("is not doubted at the cost of reading everything, where it rightly finds nothing", async () => {
    const { log, requests } = await startLog();
    for (let row = 0; row < 5; row += 1)
      await log.append(newRow(`e-${row}`, { meeting: otherMeeting }));
    requests.length = 0;

    await log.readMeeting(meetingKey);

    const reads = requests.filter((request) => /items\?/u.test(request));
    expect(reads).toHaveLength(3);
    expect(reads.filter((request) => !request.includes("$filter"))).toEqual([
      expect.stringContaining("$top=1"),
    ]);
  });

  it("takes a quote in a value as part of the value", async () => {
    const { log } = await startLog();
    await log.append(newRow("e-1"));

    expect(await log.find("e-1' or fields/Kind ne 'x" as EventId)).toBeUndefined();
  });
});

describe("rows that somebody made or changed by hand", () => {
  it("are handed on as they are, and the domain finds them unreadable", async () => {
    const { log, byHand, items } = await startLog();
    await byHand(ids.sofia, "POST", items, { fields: { Title: "Hello", MeetingKey: meetingKey } });

    const { rows } = await log.readMeeting(meetingKey);

    expect(rows).toMatchObject([{ eventId: "", payload: "", kind: "", authorId: ids.sofia }]);
    expect(readEntry(rows[0]!)).toMatchObject({ ok: false });
  });

  it("are touched also when their own author changed them", async () => {
    const { log, byHand, items } = await startLog();
    const { position } = await log.append(newRow("e-1"));
    await byHand(ids.kwame, "PATCH", `${items}/${position}/fields`, { Payload: "{}" });

    expect((await log.readMeeting(meetingKey)).rows[0]).toMatchObject({ untouched: false });
  });

  it("and moved to another meeting are no longer of this one, but come along when following", async () => {
    const { log, byHand, items } = await startLog();
    const { position } = await log.append(newRow("e-1"));
    const { cursor } = await log.readMeeting(meetingKey);
    await byHand(ids.sofia, "PATCH", `${items}/${position}/fields`, { MeetingKey: otherMeeting });

    expect((await log.readMeeting(meetingKey)).rows).toEqual([]);
    expect((await log.follow(cursor)).rows).toMatchObject([{ position, meeting: otherMeeting }]);
  });
});

describe("following the list", () => {
  it("keeps the last of a row that changed several times", async () => {
    const { log, byHand, items } = await startLog();
    const { cursor } = await log.readMeeting(meetingKey);
    const { position } = await log.append(newRow("e-1"));
    for (const Payload of ["1", "2", "3"]) {
      await byHand(ids.sofia, "PATCH", `${items}/${position}/fields`, { Payload });
    }

    expect((await log.follow(cursor)).rows).toMatchObject([{ position, payload: "3" }]);
  });

  it("reads over all its pages", async () => {
    const { log } = await startLog({ unitsPerMinute: 100_000 });
    const { cursor } = await log.readMeeting(meetingKey);
    for (let row = 0; row < 450; row += 1) await log.append(newRow(`e-${row}`));

    const { rows } = await log.follow(cursor);

    expect(new Set(rows.map((row) => row.eventId)).size).toBe(450);
  });

  it("sees rows that become visible late, and late ones with lower positions", async () => {
    const { log, world } = await startLog({ rowsVisibleAfterMs: 4000 });
    let { cursor } = await log.readMeeting(meetingKey);
    const appended = [];
    for (let row = 0; row < 12; row += 1) appended.push(await log.append(newRow(`e-${row}`)));
    const seen: number[] = [];
    for (let step = 0; step < 10; step += 1) {
      await world.advance(500);
      const changes = await log.follow(cursor);
      seen.push(...changes.rows.map(({ position }) => position));
      cursor = changes.cursor;
    }

    expect(seen.toSorted((a, b) => a - b)).toEqual(appended.map(({ position }) => position));
    expect(seen).not.toEqual(seen.toSorted((a, b) => a - b));
  });

  it("costs one unit when nothing happened, and appending two", async () => {
    const { log, service } = await startLog();
    const units = () => service.meter.read().total.resourceUnits;
    const { cursor } = await log.readMeeting(meetingKey);
    const before = units();
    await log.follow(cursor);
    const followed = units();
    await log.append(newRow("e-1"));

    expect([followed - before, units() - followed]).toEqual([1, 2]);
  });

  it("fetches the columns of rows that come without them", async () => {
    const { graphOf, service, list, log } = await startLog();
    const { cursor } = await log.readMeeting(meetingKey);
    const kept = await log.append(newRow("e-1"));
    const bare = graphOf(ids.kwame, {
      async fetch(request) {
        const response = await service.handle(request);
        if (!request.url.includes("/delta")) return response;
        const body = (await response.json()) as { value: { fields?: unknown }[] };
        for (const item of body.value) delete item.fields;
        return Response.json(body);
      },
    });

    expect((await openEventList(bare, list).follow(cursor)).rows).toEqual([kept]);
  });

  it("starts afresh when the list was made anew and the cursor is another list's", async () => {
    const { log, graphOf, byHand, list, world } = await startLog();
    const { cursor } = await log.readMeeting(meetingKey);
    await byHand(ids.sofia, "DELETE", listPath(list));

    const follow = world.until(openEventList(graphOf(ids.kwame), list).follow(cursor));

    await expect(follow).rejects.toMatchObject({ kind: "not-found" });
  });

  it("follows nowhere but to Graph", async () => {
    const { log } = await startLog();

    await expect(log.follow("https://evil.example/v1.0/delta")).rejects.toMatchObject({
      kind: "rejected",
    });
  });
});

describe("a list that is locked or full", () => {
  it.each([423, 507])("is read-only, by a %d", async (status) => {
    const { hasty, service } = await startLog();
    service.faults.set([{ method: "POST", action: "status", status }]);

    await expect(hasty.append(newRow("e-1"))).rejects.toMatchObject({ kind: "read-only" });
  });
});

describe("the address of a list", () => {
  it("keeps the commas of a site's id", () => {
    const path = listPath({ siteId: technologySite, listId: "a b" });

    expect(path).toBe(`/sites/${technologySite}/lists/a%20b`);
  });
});
