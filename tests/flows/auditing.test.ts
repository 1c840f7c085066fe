import { describe, expect, it } from "vitest";
import { tellStory, verifyRecord } from "#flows/auditing.ts";
import type { LogRow } from "#domain/log/entry.ts";
import { ana, deferred, room, started } from "./room.ts";

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
      { column: "outcome", written: "Decided: buy it.", told: row.outcome },
    ]);
  });

  it("finds the hash wrong and the successor unlinked when an event was edited", async () => {
    const { list, row, sha256 } = await recorded();
    list.edit(4, {});

    const story = tellStory(list.rows());
    const found = await verifyRecord(row, story, sha256);

    expect(story.unreadable.map(({ why }) => why)).toEqual(["edited"]);
    expect(found?.hashTold).not.toBe(row.hash);
    expect(found?.unlinked.map(({ position }) => position)).toEqual([5]);
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
