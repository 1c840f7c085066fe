import { describe, expect, it } from "vitest";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { meetingKey, newRow, otherMeeting } from "../../contracts/event-log.ts";
import { ids } from "../tenant.ts";
import { startLog } from "./log-fixtures.ts";

type Started = Awaited<ReturnType<typeof startLog>>;
type Body = Record<string, unknown>;

/** The same list, where somebody meddles with what Graph answers about an item's history. */
function meddled(
  { graphOf, service, list }: Started,
  meddle: (body: { value: Body[] }) => unknown,
  personId: string = ids.kwame,
) {
  const graph = graphOf(personId, {
    async fetch(request) {
      const response = await service.handle(request);
      if (!request.url.endsWith("/$batch")) return response;
      const body = (await response.json()) as { responses: { body: { value: Body[] } }[] };
      const responses = body.responses.map((one) => ({ ...one, body: meddle(one.body) }));
      return Response.json({ responses });
    },
  });
  return openEventList(graph, list);
}

/** A log with one row, changed by Sofia. */
async function withEdit(change: Body = { Payload: "{}" }) {
  const started = await startLog();
  const kept = await started.log.append(newRow("e-1"));
  await started.byHand(ids.sofia, "PATCH", `${started.items}/${kept.position}/fields`, change);
  started.requests.length = 0;
  return { ...started, kept };
}

describe("a row that somebody changed by hand", () => {
  it("is read as first written, with who changed it and when", async () => {
    const { log, kept, world } = await withEdit({ Payload: "{}", Kind: "walk-started" });

    const { rows } = await log.readMeeting(meetingKey);

    const by = { id: ids.sofia, name: "Sofia Brandt" };
    const atMs = Math.floor(world.now() / 1000) * 1000;
    expect(rows).toEqual([{ ...kept, edited: { by, atMs, original: "kept", now: "{}" } }]);
  });

  it("is so whichever way it is read", async () => {
    const { log, kept } = await withEdit();
    const edited = { by: { id: ids.sofia }, original: "kept" };

    expect(await log.readDecision(kept.decision as never)).toMatchObject([{ ...kept, edited }]);
    expect(await log.find(kept.eventId as never)).toMatchObject({ ...kept, edited });
  });

  it("is so too when it was its own author", async () => {
    const { log, byHand, items } = await startLog();
    const kept = await log.append(newRow("e-1"));
    await byHand(ids.kwame, "PATCH", `${items}/${kept.position}/fields`, { Payload: "{}" });

    const { rows } = await log.readMeeting(meetingKey);

    expect(rows).toMatchObject([{ ...kept, edited: { by: { id: ids.kwame }, original: "kept" } }]);
  });

  it("names its first writer, whoever stands as its author now", async () => {
    const { log, service, list, kept } = await withEdit();
    const row = service.world.state.lists.get(list.listId)!.versions.get(kept.position)!.at(-1)!;
    service.world.record({
      fact: "row-written",
      listId: list.listId,
      row: { ...row, version: 3, createdBy: ids.ines, modifiedBy: ids.ines },
    });

    const [read] = (await log.readMeeting(meetingKey)).rows;

    expect(read).toMatchObject({ authorId: ids.kwame, authorName: kept.authorName });
    expect(read).not.toHaveProperty("authorLookupId");
  });

  it("counts for nobody once it stands under another meeting, but comes along when following", async () => {
    const { log, byHand, items } = await startLog();
    const { position } = await log.append(newRow("e-1"));
    const { cursor } = await log.readMeeting(meetingKey);
    await byHand(ids.sofia, "PATCH", `${items}/${position}/fields`, { MeetingKey: otherMeeting });
    const edited = { original: "moved" };

    expect((await log.readMeeting(meetingKey)).rows).toEqual([]);
    expect((await log.follow(cursor)).rows).toMatchObject([
      { position, meeting: otherMeeting, edited },
    ]);
    expect((await log.readMeeting(otherMeeting)).rows).toMatchObject([{ position, edited }]);
  });
});

describe("asking for first versions", () => {
  it("is left out where no row was changed", async () => {
    const { log, requests } = await startLog();
    await log.append(newRow("e-1"));
    await log.readMeeting(meetingKey);

    expect(requests.filter((request) => request.includes("/versions"))).toEqual([]);
  });

  it("is done for the changed rows only, 20 in a request", async () => {
    const { log, byHand, items, service, graphOf, list } = await startLog();
    for (let at = 1; at <= 26; at += 1) await log.append(newRow(`e-${at}`));
    for (let at = 1; at <= 25; at += 1) {
      await byHand(ids.sofia, "PATCH", `${items}/${at}/fields`, { Payload: "{}" });
    }
    const asked: string[] = [];
    const watched = graphOf(ids.kwame, {
      fetch(request) {
        asked.push(new URL(request.url).pathname);
        return service.handle(request);
      },
    });

    const { rows } = await openEventList(watched, list).readMeeting(meetingKey);

    expect(asked.filter((path) => path.endsWith("/$batch"))).toHaveLength(2);
    expect(rows.filter(({ edited }) => edited?.original === "kept")).toHaveLength(25);
  });

  it("goes on to older pages of a long history", async () => {
    const started = await withEdit();
    const next = `https://graph.microsoft.com/v1.0${started.items}/1/versions?$expand=fields`;
    const log = meddled(started, ({ value }) => ({
      value: value.slice(0, 1),
      "@odata.nextLink": next,
    }));

    expect((await log.readMeeting(meetingKey)).rows).toMatchObject([
      { payload: started.kept.payload, edited: { original: "kept" } },
    ]);
  });

  it.each([403, 404])("takes the first version for lost where it answers %d", async (status) => {
    const { log, service } = await withEdit();
    service.faults.set([{ method: "GET", path: "/versions", action: "status", status }]);

    expect((await log.readMeeting(meetingKey)).rows).toMatchObject([
      { payload: "{}", edited: { original: "lost" } },
    ]);
  });

  it("guesses nothing where asking again can help", async () => {
    const { log, service } = await withEdit();
    service.faults.set([{ method: "GET", path: "/versions", action: "status", status: 503 }]);

    await expect(log.readMeeting(meetingKey)).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("a first version is lost", () => {
  it.each<[string, (body: { value: Body[] }) => unknown]>([
    ["the history was trimmed", ({ value }) => ({ value: value.slice(0, 1) })],
    [
      "the list keeps no versions and shows the change as the first",
      ({ value }) => ({ value: value.slice(0, 1).map((one) => ({ ...one, id: "1.0" })) }),
    ],
    [
      "what it calls the first is younger than the row",
      ({ value }) => ({
        value: value.map((one) => ({ ...one, lastModifiedDateTime: "2026-11-24T09:00:00Z" })),
      }),
    ],
    [
      "it does not say who wrote it",
      ({ value }) => ({ value: value.map((one) => ({ ...one, lastModifiedBy: undefined })) }),
    ],
    [
      "it has no columns",
      ({ value }) => ({ value: value.map((one) => ({ ...one, fields: undefined })) }),
    ],
  ])("where %s", async (_, meddle) => {
    const log = meddled(await withEdit(), meddle);

    expect((await log.readMeeting(meetingKey)).rows).toMatchObject([
      { payload: "{}", edited: { original: "lost" } },
    ]);
  });

  it("where only the editor gives the change away", async () => {
    const { log, service, list } = await startLog();
    const { position } = await log.append(newRow("e-1"));
    const row = service.world.state.lists.get(list.listId)!.versions.get(position)!.at(-1)!;
    service.world.record({
      fact: "row-written",
      listId: list.listId,
      row: { ...row, modifiedBy: ids.sofia },
    });

    expect((await log.readMeeting(meetingKey)).rows).toMatchObject([
      { edited: { by: { id: ids.sofia }, original: "lost" } },
    ]);
  });
});
