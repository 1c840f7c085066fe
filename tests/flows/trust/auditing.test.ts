import { describe, expect, it } from "vitest";
import { recordHash } from "#domain/record/canonical.ts";
import { asNote, noteLimit } from "#domain/record/note.ts";
import { projectRow } from "#domain/record/project.ts";
import { tellStory, verifyRecord } from "#flows/trust/auditing.ts";
import type { LogRow } from "#domain/log/entry.ts";
import { ana, deferred, room, started } from "../meeting/room.ts";

/** A decision that was opened, walked and deferred, with its record written. */
async function recorded() {
  const { enter, world, list, register } = room();
  const live = await enter(ana);
  for (const event of [...started, deferred]) {
    live.say(event);
    await world.advance(2000);
  }
  await world.advance(30_000);
  const [kept] = (await register.list()).decisions;
  live.close();
  return { list, register, row: kept!.row, sha256: (text: string) => world.sha256(text) };
}

describe("verifying a record", () => {
  it("matches when nobody has touched row or log", async () => {
    const { list, row, sha256 } = await recorded();

    const found = await verifyRecord(row, tellStory(list.rows()), sha256);

    expect(found).toMatchObject({ matches: true, differences: [], unlinked: [] });
    expect(found?.hashTold).toMatch(/^[0-9a-f]{64}$/u);
    expect(found?.events).toBe(6);
  });

  it("does not mind the order rows come in, or line breaks as SharePoint writes them", async () => {
    const { list, row, sha256 } = await recorded();
    const kept = { ...row, table: `${row.table.replaceAll("\n", "\r\n")}\n` };

    const found = await verifyRecord(kept, tellStory(list.rows().toReversed()), sha256);

    expect(found?.matches).toBe(true);
  });

  it("names the column somebody changed by hand, with both versions", async () => {
    const { list, row, sha256 } = await recorded();

    const found = await verifyRecord(
      { ...row, outcome: "Decided: buy it." },
      tellStory(list.rows()),
      sha256,
    );

    expect(found?.matches).toBe(false);
    expect(found?.differences).toEqual([
      { column: "outcome", written: "Decided: buy it.", told: row.outcome, matches: false },
    ]);
  });

  it("goes by what an edited event said first, and names who edited it", async () => {
    const { list, row, sha256 } = await recorded();
    list.edit(4, { payload: "{}" });

    const story = tellStory(list.rows());

    expect((await verifyRecord(row, story, sha256))?.matches).toBe(true);
    expect(story.tampering).toMatchObject([
      { what: "edited", position: 4, who: { name: "Eva Lund" }, of: { name: "Ana Ferreira" } },
    ]);
  });

  it.each(["lost", "moved"] as const)(
    "finds the hash wrong and the successor unlinked when an event's first version is %s",
    async (original) => {
      const { list, row, sha256 } = await recorded();
      list.edit(4, {}, original);

      const story = tellStory(list.rows());
      const found = await verifyRecord(row, story, sha256);

      expect(story.unreadable).toHaveLength(1);
      expect(found?.hashTold).not.toBe(row.hash);
      expect(found?.unlinked.map(({ position }) => position)).toEqual([5]);
    },
  );

  it("takes a text too long for the list as the list keeps it, line breaks and all", async () => {
    const { list, sha256 } = await recorded();
    const [opened, ...rest] = list.rows() as [LogRow, ...LogRow[]];
    const seats = Array.from({ length: 300 }, (_, at) => seatRow(opened, at));
    const last = rest.map((row, at) => ({ ...row, position: 400 + at }));
    const story = tellStory([opened, ...seats, ...last]);
    const { closing } = story.meeting;
    const hash = await recordHash(story.entries, closing!.position, sha256);
    const upTo = story.entries.filter(({ position }) => position <= closing!.position);
    const told = projectRow(story.meeting, hash, upTo.length);
    const table = asNote(told.table).replaceAll("\n", "\r\n");

    const found = await verifyRecord({ ...told, table }, story, sha256);

    expect(told.table.length).toBeGreaterThan(noteLimit);
    expect(found?.differences).toEqual([]);
  });

  it("finds an event that was taken away", async () => {
    const { list, row, sha256 } = await recorded();
    list.remove(3);

    const found = await verifyRecord(row, tellStory(list.rows()), sha256);

    expect(found?.matches).toBe(false);
    expect(found?.differences.map(({ column }) => column)).toContain("events");
  });

  it("has nothing to verify where the log tells of no close", async () => {
    const { list, row, sha256 } = await recorded();
    const rows: readonly LogRow[] = list.rows().filter(({ kind }) => kind !== "decision-closed");

    expect(await verifyRecord(row, tellStory(rows), sha256)).toBeUndefined();
  });
});

/** A row in which Ana gives somebody with a long name a seat. */
function seatRow(row: LogRow, at: number): LogRow {
  const person = { id: `person-${at}`, name: `Person ${at} ${"of a long line ".repeat(6)}` };
  const seat = { id: `seat-${at}`, function: "IT", role: "stakeholder", duty: "contributor" };
  const event = { kind: "seat-set", seat: { ...seat, person, required: false } };
  const payload = JSON.stringify(event);
  return { ...row, position: 2 + at, eventId: `seat-${at}`, kind: "seat-set", payload };
}
