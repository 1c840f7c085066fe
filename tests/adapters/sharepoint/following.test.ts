import { describe, expect, it } from "vitest";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { meetingKey, newRow } from "../../contracts/event-log.ts";
import { ids } from "../tenant.ts";
import { startLog } from "./log-fixtures.ts";

describe("following the list", () => {
  it("keeps the last of a row that changed several times", async () => {
    const { log, byHand, items } = await startLog();
    const { cursor } = await log.readMeeting(meetingKey);
    const { position } = await log.append(newRow("e-1"));
    for (const Payload of ["1", "2", "3"]) {
      await byHand(ids.sofia, "PATCH", `${items}/${position}/fields`, { Payload });
    }

    expect((await log.follow(cursor)).rows).toMatchObject([{ position, edited: { now: "3" } }]);
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
