import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { EventId } from "#domain/ids.ts";
import { readEntry } from "#domain/log/entry.ts";
import { meetingKey, newRow, otherMeeting } from "../../contracts/event-log.ts";
import { ids, technologySite } from "../tenant.ts";
import { startLog } from "./log-fixtures.ts";

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
    expect(await log.find(eventId("e-1"))).toMatchObject({ authorId: ids.kwame });
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

    await expect(log.readMeeting(meetingKey)).rejects.toMatchObject({ kind: "forbidden" });
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
    const { log, requests } = await startLog();
    await log.append(newRow("e-1"));

    expect(await log.find("e-1' or fields/Kind ne 'x" as EventId)).toBeUndefined();
    const asked = requests.map((request) => decodeURIComponent(request));
    expect(asked.some((request) => request.includes("'e-1'' or fields/Kind ne ''x'"))).toBe(true);
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
