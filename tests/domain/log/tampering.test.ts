import { describe, expect, it } from "vitest";
import { type LogRow, type RowEdit, readEntry } from "#domain/log/entry.ts";
import { signAbout, signOf } from "#domain/log/tampering.ts";
import { decision, entry, meetingKey } from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";

const row: LogRow = {
  position: 7,
  authorId: ada.id,
  authorName: ada.name,
  atMs: 1_795_510_810_000,
  eventId: "event-1",
  decision,
  meeting: meetingKey,
  kind: "person-arrived",
  previous: "",
  payload: `{"kind":"person-arrived","by":"${ada.id}"}`,
};
const about = { position: 7, decision, kind: "person-arrived" };
const edited: RowEdit = {
  by: { id: "id-eva.lund", name: "Eva\u202e Lund" },
  atMs: 1_795_510_870_000,
  original: "kept",
  now: "{}",
};

const sign = (change: Partial<LogRow>) => {
  const changed = { ...row, ...change };
  return signOf(changed, readEntry(changed));
};

describe("what a row gives away of being tampered with", () => {
  it.each<[string, Partial<LogRow>]>([
    ["as it was written", {}],
    ["by a version that did not say whose it is", { payload: '{"kind":"person-arrived"}' }],
    ["that cannot be read", { payload: "{" }],
  ])("is nothing of one %s", (_, change) => {
    expect(sign(change)).toBeUndefined();
  });

  it.each([
    ["kept", "edited"],
    ["lost", "original-lost"],
    ["moved", "moved"],
  ] as const)("is who changed it and when, its first version being %s", (original, what) => {
    expect(sign({ edited: { ...edited, original } })).toEqual({
      ...about,
      what,
      who: { id: "id-eva.lund", name: "Eva Lund" },
      atMs: edited.atMs,
      of: { id: ada.id, name: ada.name },
      now: "{}",
    });
  });

  it("is who wrote it in whose name", () => {
    expect(sign({ payload: '{"kind":"person-arrived","by":"ID-Ben"}' })).toEqual({
      ...about,
      what: "forged-author",
      who: { id: ada.id, name: ada.name },
      atMs: row.atMs,
      of: { id: "id-ben", name: "" },
    });
  });

  it("is the forgery first, where somebody changed the forged row too", () => {
    const forged = { payload: '{"kind":"person-arrived","by":"id-ben"}', edited };

    expect(sign(forged)).toMatchObject({ what: "forged-author", who: { id: ada.id } });
  });
});

describe("a sign about an event somebody has seen", () => {
  it("names whose it was, and of which kind", () => {
    const seen = entry(ada, { kind: "person-arrived" }, { position: 7 });

    expect(signAbout("deleted", seen)).toEqual({
      ...about,
      what: "deleted",
      of: { id: ada.id, name: ada.name },
    });
  });
});
