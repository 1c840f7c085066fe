import { describe, expect, it } from "vitest";
import { ids } from "../tenant.ts";
import {
  answer,
  answered,
  answersOf,
  deferred,
  expectAgreement,
  otherAnswer,
  startTable,
  started,
  told,
} from "./tampering-fixtures.ts";

describe("a row changed through Graph by another member", () => {
  it("changes nothing, and everybody is told who changed whose event, and when", async () => {
    const table = await answered();
    await table.patch(table.position, { Payload: otherAnswer });

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting).toEqual(table.before);
    for (const { tampering } of Object.values(all)) {
      expect(tampering).toMatchObject([
        {
          what: "edited",
          position: table.position,
          who: { id: ids.tomasz },
          of: { id: ids.kwame },
          kind: "question-answered",
          now: otherAnswer,
        },
      ]);
      expect(tampering[0]!.atMs).toBeGreaterThan(0);
    }
  });

  it.each<[string, object]>([
    ["its kind", { Kind: "person-left" }],
    ["its event id", { EventId: "another" }],
    ["its link to the row before it", { Previous: "0".repeat(64) }],
    ["everything it says", { Payload: "", Kind: "", Previous: "", EventId: "x" }],
  ])("changes nothing whether it was %s", async (_, fields) => {
    const table = await answered();
    await table.patch(table.position, fields);

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting).toEqual(table.before);
    expect(told(all).late).toEqual([`edited ${table.position}`]);
  });

  it("stays flagged when the words are put back", async () => {
    const table = await answered();
    await table.patch(table.position, { Payload: otherAnswer });
    await table.patch(table.position, { Payload: JSON.stringify(answer) });

    const all = await table.everybody();

    expect(all.late.meeting).toEqual(table.before);
    expect(told(all)).toMatchObject({ kwame: [`edited ${table.position}`] });
  });

  it("is treated no other way when it was its own author who had second thoughts", async () => {
    const table = await answered();
    const path = `${table.items}/${table.position}/fields`;
    await table.byHand(ids.kwame, "PATCH", path, { Payload: otherAnswer });

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting).toEqual(table.before);
    expect(all.late.tampering).toMatchObject([{ what: "edited", who: { id: ids.kwame } }]);
  });

  it("leaves the record as it was, and Verify content", async () => {
    const table = await answered();
    await table.say(table.kwame, deferred);
    await table.world.advance(30_000);
    await table.patch(table.position, { Payload: otherAnswer });

    expect(await table.verify()).toMatchObject({ matches: true, differences: [], unlinked: [] });
  });

  it("counts for nobody once its first version can no longer be read", async () => {
    const table = await answered();
    await table.patch(table.position, { Payload: otherAnswer });
    table.service.faults.set([{ method: "GET", path: "/versions", action: "status", status: 404 }]);

    const all = await table.everybody();

    expectAgreement(all);
    expect(answersOf(all.late)).toEqual([["Inés Navarro", "strategic"]]);
    expect(told(all).kwame).toEqual([`original-lost ${table.position}`]);
    expect(all.late.unreadable).toMatchObject([{ why: "edited" }]);
  });
});

describe("a row moved through Graph", () => {
  it("to another meeting counts for nobody: those who saw it are told, and late comers by its gap", async () => {
    const table = await answered();
    await table.patch(table.position, { MeetingKey: "19:meeting_other@thread.v2" });

    const all = await table.everybody();

    expectAgreement(all);
    expect(answersOf(all.late)).toEqual([["Inés Navarro", "strategic"]]);
    expect(all.ines.tampering).toMatchObject([
      { what: "moved", position: table.position, who: { id: ids.tomasz }, of: { id: ids.kwame } },
    ]);
    expect(told(all).late).toEqual([`unlinked ${await table.rowOf("question-answered")}`]);
  });

  it("to another decision counts in neither of them", async () => {
    const table = await answered();
    await table.patch(table.position, { DecisionKey: "decision-of-mine" });

    const all = await table.everybody();

    expectAgreement(all);
    expect(answersOf(all.late)).toEqual([["Inés Navarro", "strategic"]]);
    expect(all.late.unreadable).toMatchObject([{ why: "moved" }]);
    expect(await table.logOf(ids.ines).readDecision("decision-of-mine" as never)).toMatchObject([
      { edited: { original: "moved" } },
    ]);
  });
});

describe("a row deleted through Graph", () => {
  it("counts for nobody: those who saw it know whose it was, late comers see the gap", async () => {
    const table = await answered();
    await table.remove(table.position);

    const all = await table.everybody();

    expectAgreement(all);
    expect(answersOf(all.late)).toEqual([["Inés Navarro", "strategic"]]);
    expect(all.kwame.tampering).toMatchObject([
      {
        what: "deleted",
        position: table.position,
        of: { id: ids.kwame },
        kind: "question-answered",
      },
    ]);
    expect(told(all).late).toEqual([`unlinked ${await table.rowOf("question-answered")}`]);
  });

  it("is noticed too by those whose place in the list was lost meanwhile", async () => {
    const table = await answered({ deltaHistory: 3 });
    table.service.faults.set([{ path: "token=", action: "status", status: 503, count: 4 }]);
    await table.remove(table.position);
    for (let at = 0; at < 5; at += 1) {
      const fields = { Title: "x", EventId: `x-${at}`, MeetingKey: "19:meeting_other@thread.v2" };
      await table.byHand(ids.tomasz, "POST", table.items, { fields });
    }
    await table.world.advance(60_000);

    const all = await table.everybody();

    expectAgreement(all);
    expect(told(all)).toMatchObject({ kwame: [`deleted ${table.position}`] });
  });

  it("says so even when it was the one that opened the decision", async () => {
    const table = await answered();
    await table.remove(await table.rowOf("decision-opened"));

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.kwame.meeting.opened).toBeUndefined();
    expect(all.kwame.tampering).toMatchObject([{ what: "deleted", kind: "decision-opened" }]);
    expect(all.late.tampering.map(({ what }) => what)).toContain("unlinked");
  });

  it("after the close shows in Verify, and no browser covers it up", async () => {
    const table = await answered();
    await table.say(table.kwame, deferred);
    await table.world.advance(30_000);
    const recorded = await table.verify();
    await table.remove(table.position);
    await table.world.advance(60_000);

    const found = await table.verify();

    expect(recorded?.matches).toBe(true);
    expect(found?.matches).toBe(false);
    expect(found?.hashWritten).toBe(recorded?.hashWritten);
    expect(found?.unlinked).toMatchObject([{ of: { id: ids.ines } }]);
  });
});

describe("a row changed with an owner's tools, without a new version", () => {
  it("is the same for everybody: those who saw it know, late comers see the gap", async () => {
    const table = await answered();
    table.overwrite(table.position, ({ fields }) => ({
      fields: { ...fields, Payload: otherAnswer },
    }));

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.kwame.tampering).toMatchObject([
      { what: "changed-silently", position: table.position, of: { id: ids.kwame } },
    ]);
    expect(told(all).late).toEqual([`unlinked ${await table.rowOf("question-answered")}`]);
  });

  it("after the close shows in Verify, by its hash and by the event after it", async () => {
    const table = await answered();
    await table.say(table.kwame, deferred);
    await table.world.advance(30_000);
    table.overwrite(table.position, ({ fields }) => ({
      fields: { ...fields, Payload: otherAnswer },
    }));

    const found = await table.verify();

    expect(found?.hashTold).not.toBe(found?.hashWritten);
    expect(found?.unlinked).toHaveLength(1);
  });

  it("but given to another author contradicts what it says of itself, and counts for nobody", async () => {
    const table = await answered();
    table.overwrite(table.position, () => ({ createdBy: ids.tomasz, modifiedBy: ids.tomasz }));

    const all = await table.everybody();

    expectAgreement(all);
    expect(answersOf(all.late)).toEqual([["Inés Navarro", "strategic"]]);
    for (const { tampering } of Object.values(all)) {
      expect(tampering[0]).toMatchObject({
        what: "forged-author",
        who: { id: ids.tomasz },
        of: { id: ids.kwame },
      });
    }
  });

  it("and with a new version is its first author's as before", async () => {
    const table = await answered();
    table.overwrite(table.position, ({ version }) => ({
      version: version + 1,
      createdBy: ids.tomasz,
      modifiedBy: ids.tomasz,
    }));

    const all = await table.everybody();

    expectAgreement(all);
    expect(all.late.meeting).toEqual(table.before);
    expect(told(all).late).toEqual([`edited ${table.position}`]);
  });
});

describe("a meeting nobody has tampered with", () => {
  it("tells nobody of anything, however late the rows are seen", async () => {
    const table = await startTable({ rowsVisibleAfterMs: 5000 });
    await table.say(table.kwame, ...started, answer);
    await table.say(table.ines, answer);
    await table.say(table.kwame, deferred);

    const all = await table.everybody();

    expectAgreement(all);
    expect(told(all)).toEqual({ kwame: [], ines: [], late: [] });
    expect(table.requests.filter((one) => one.includes("/versions"))).toEqual([]);
    expect(await table.verify()).toMatchObject({ matches: true });
  });
});
