import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
import { type LogRow, claimedAuthor, readEntry, toPayload } from "#domain/log/entry.ts";
import { anyEvent } from "../log-arbitraries.ts";
import { decision, meetingKey } from "../meeting-fixtures.ts";

const row: LogRow = {
  position: 7,
  authorId: "ID-ADA.MOREAU",
  authorName: "Ada Moreau",
  atMs: 1_795_510_810_000,
  eventId: "event-1",
  decision,
  meeting: meetingKey,
  kind: "person-arrived",
  previous: "",
  payload: '{"kind":"person-arrived"}',
};

const edit = {
  by: { id: "id-eva.lund", name: "Eva Lund" },
  atMs: 1_795_510_870_000,
  now: "{}",
};

function read(change: Partial<LogRow>) {
  return readEntry({ ...row, ...change });
}

function withPayload(payload: object) {
  const { kind } = payload as { kind?: string };
  return read({ payload: JSON.stringify(payload), ...(kind && { kind }) });
}

describe("a row as SharePoint has it", () => {
  it("tells its entry, with the author's id in lower case", () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        position: 7,
        id: "event-1",
        decision,
        meeting: meetingKey,
        by: { id: "id-ada.moreau", name: "Ada Moreau" },
        atMs: 1_795_510_810_000,
        previous: "",
        event: { kind: "person-arrived" },
      },
    });
  });

  it("tells every event that can be said, as it was said", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(withPayload(event)).toMatchObject({ ok: true, value: { event } });
      }),
    );
  });

  it("drops what no event of its kind has", () => {
    expect(withPayload({ kind: "person-arrived", isAdmin: true })).toMatchObject({
      value: { event: { kind: "person-arrived" } },
    });
  });

  it("is its author's when it says so, however the id is spelt", () => {
    const payload = '{"kind":"person-arrived","by":"Id-Ada.Moreau"}';

    expect(read({ payload })).toEqual(read({}));
  });

  it("tells what is made of it again, with who says it", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const payload = toPayload(event, toPersonId("id-ada.moreau"));

        expect(read({ payload, kind: event.kind })).toMatchObject({ ok: true, value: { event } });
        expect(claimedAuthor(payload)).toBe("id-ada.moreau");
      }),
    );
  });

  it("counts as first written when somebody changed it", () => {
    expect(read({ edited: { ...edit, original: "kept" } })).toEqual(read({}));
  });

  it("names somebody even where SharePoint does not", () => {
    expect(read({ authorName: " " })).toMatchObject({ value: { by: { name: "Unknown person" } } });
  });

  it("keeps marks out of names that would turn the reading order round", () => {
    expect(read({ authorName: "Ada\u202e ueroM" })).toMatchObject({
      value: { by: { name: "Ada ueroM" } },
    });
  });
});

describe("a row that cannot be understood", () => {
  it.each<[string, Partial<LogRow>, string]>([
    ["edited, with its first version lost,", { edited: { ...edit, original: "lost" } }, "edited"],
    ["moved after it was written", { edited: { ...edit, original: "moved" } }, "moved"],
    [
      "in somebody else's name",
      { payload: '{"kind":"person-arrived","by":"id-ben.okafor"}' },
      "forged-author",
    ],
    [
      "of no kind in somebody else's name",
      { payload: '{"kind":"table-turned","by":"id-ben.okafor"}' },
      "forged-author",
    ],
    ["said by a number", { payload: '{"kind":"person-arrived","by":7}' }, "forged-author"],
    ["said by nobody", { payload: '{"kind":"person-arrived","by":null}' }, "forged-author"],
    ["without JSON", { payload: "hello" }, "not-json"],
    ["with nothing", { payload: "" }, "not-json"],
    ["with half of its JSON", { payload: '{"kind":"person-arr' }, "not-json"],
    ["of a kind nobody knows", { payload: '{"kind":"table-turned"}' }, "unknown-kind"],
    ["without a kind", { payload: "{}" }, "unknown-kind"],
    ["with another kind in its column", { kind: "person-left" }, "malformed"],
    ["without an event id", { eventId: "" }, "malformed"],
    ["with blanks in its decision", { decision: "a b" }, "malformed"],
    ["without an author", { authorId: "" }, "malformed"],
    ["with a number for an event", { payload: "7" }, "malformed"],
    ["with null for an event", { payload: "null" }, "malformed"],
  ])("%s is kept aside with the reason", (_, change, why) => {
    const changed = { ...row, ...change };

    expect(readEntry(changed)).toEqual({ ok: false, refusal: { row: changed, why } });
  });

  it.each<[string, object]>([
    [
      "an answer of 281 characters",
      {
        kind: "question-answered",
        question: "q",
        answer: { text: { text: "x".repeat(281), basis: "fact" } },
      },
    ],
    ["an empty answer", { kind: "question-answered", question: "q", answer: {} }],
    [
      "an objection without a ground",
      {
        kind: "stance-taken",
        proposal: "p",
        seat: "s",
        stance: { stance: "object", reason: "No" },
      },
    ],
    [
      "a reservation without a reason",
      {
        kind: "stance-taken",
        proposal: "p",
        seat: "s",
        stance: { stance: "agree-with-reservation" },
      },
    ],
    ["an empty reason", { kind: "walk-started", override: "  " }],
    [
      "a sign-off without its ground",
      {
        kind: "seat-set",
        seat: { id: "s", function: "IT", required: true, role: "driver", duty: "sign-off" },
      },
    ],
    [
      "a stakeholder who decides",
      {
        kind: "seat-set",
        seat: { id: "s", function: "IT", required: true, role: "stakeholder", duty: "decider" },
      },
    ],
    ["half an hour and a minute more", { kind: "time-extended", question: "q", minutes: 31 }],
    [
      "a quorum of nobody",
      { kind: "rule-chosen", rule: { method: "consent", quorum: { kind: "count", drivers: 0 } } },
    ],
    [
      "a method nobody knows",
      { kind: "rule-chosen", rule: { method: "dice", quorum: { kind: "required-drivers" } } },
    ],
    ["a hash that is none", { kind: "record-written", item: "1", hash: "abc" }],
    ["an outcome nobody knows", { kind: "decision-closed", outcome: "won" }],
    [
      "a review on no day",
      { kind: "decision-closed", outcome: "decided", reviewOn: "2027-13-45x" },
    ],
  ])("is one with %s", (_, payload) => {
    expect(withPayload(payload)).toMatchObject({ ok: false, refusal: { why: "malformed" } });
  });

  it("never stops the reading, whatever somebody wrote into the list", () => {
    const anything = fc.record({
      payload: fc.oneof(fc.string(), fc.json()),
      kind: fc.string(),
      eventId: fc.string(),
      decision: fc.string(),
      meeting: fc.string(),
      authorId: fc.string(),
      authorName: fc.string(),
      previous: fc.string(),
    });

    fc.assert(
      fc.property(anything, (change) => {
        expect(typeof read(change).ok).toBe("boolean");
      }),
    );
  });

  it("does not take prototypes for events", () => {
    const payload = '{"__proto__":{"kind":"person-arrived"},"constructor":{}}';

    expect(read({ payload }).ok).toBe(false);
  });
});
