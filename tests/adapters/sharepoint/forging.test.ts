import { describe, expect, it } from "vitest";
import { oldestFirst } from "#domain/chain.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { ids } from "../tenant.ts";
import { answered, deferred, expectAgreement, meetingKey, told } from "./tampering-fixtures.ts";

describe("a row written by hand", () => {
  /** Tomasz writes a row that says whatever he likes. */
  async function forge(
    table: Awaited<ReturnType<typeof answered>>,
    event: DecisionEvent,
    by?: string,
  ) {
    const DecisionKey = table.before.opened!.decision;
    const Payload = JSON.stringify({ ...event, ...(by !== undefined && { by }) });
    const columns = { Title: event.kind, Kind: event.kind, EventId: "forged", Previous: "" };
    const fields = { ...columns, MeetingKey: meetingKey, DecisionKey, Payload };
    const { status } = await table.byHand(ids.tomasz, "POST", table.items, { fields });
    expect(status).toBe(201);
  }

  it("in the facilitator's name does not count, and names who wrote it", async () => {
    const table = await answered();
    await forge(table, deferred, ids.kwame);

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting).toEqual(table.before);
    expect(all.late.unreadable).toMatchObject([{ why: "forged-author" }]);
    expect(all.ines.tampering).toMatchObject([
      { what: "forged-author", who: { id: ids.tomasz }, of: { id: ids.kwame } },
    ]);
  });

  it("in his own name, without the right to it, is kept among the refused", async () => {
    const table = await answered();
    await forge(table, deferred, ids.tomasz);

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting.closing).toBeUndefined();
    expect(oldestFirst(all.late.meeting.refused)).toMatchObject([
      { entry: { by: { id: ids.tomasz } }, refusal: { reason: "not-allowed" } },
    ]);
    expect(told(all)).toEqual({ kwame: [], ines: [], late: [] });
  });

  it("without saying whose it is, is its writer's", async () => {
    const table = await answered();
    await forge(table, deferred);

    const all = await table.everybody();

    expect(all.late.meeting.closing).toBeUndefined();
    expect(oldestFirst(all.late.meeting.refused)).toMatchObject([
      { entry: { by: { id: ids.tomasz } } },
    ]);
  });

  it("that makes a record up is put right, by the log", async () => {
    const table = await answered();
    await table.say(table.kwame, deferred);
    await forge(table, { kind: "record-written", item: "1", hash: "0".repeat(64) }, ids.tomasz);
    await table.world.advance(60_000);

    expect(await table.verify()).toMatchObject({ matches: true });
  });
});

describe("the row of the list Decisions changed by hand", () => {
  it("shows column by column in Verify, with both versions", async () => {
    const table = await answered();
    await table.say(table.kwame, deferred);
    await table.world.advance(30_000);
    const written = { Outcome: "Decided: buy it.", Dissent: 3, Status: "decided" };
    await table.byHand(ids.tomasz, "PATCH", `${table.decisionItems}/1/fields`, written);

    const found = await table.verify();

    expect(found?.matches).toBe(false);
    expect(found?.hashTold).toBe(found?.hashWritten);
    expect(found?.differences).toEqual([
      { column: "status", written: "decided", told: "deferred", matches: false },
      {
        column: "outcome",
        written: "Decided: buy it.",
        told: "Deferred: The pilot is not finished.",
        matches: false,
      },
      { column: "dissent", written: "3", told: "0", matches: false },
    ]);
  });
});
