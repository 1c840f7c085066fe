import { describe, expect, it } from "vitest";
import { eventsCsv } from "#domain/export/events-csv.ts";
import type { UnreadableRow } from "#domain/log/entry.ts";
import { replay } from "#domain/meeting.ts";
import { closed, log, meetingKey, says } from "../meeting-fixtures.ts";
import { ada, greta } from "../table-fixtures.ts";
import { readCsv } from "./csv-reader.ts";

const late = says(greta, { kind: "decision-closed", outcome: "rejected" });
const broken: UnreadableRow = {
  row: {
    position: 15,
    authorId: "id-x",
    authorName: "=cmd",
    atMs: Date.UTC(2026, 10, 24, 9),
    eventId: "e-x",
    decision: "decision-1",
    meeting: meetingKey,
    kind: "unheard-of",
    previous: "",
    payload: '=1+1;{"kind":"unheard-of"}',
  },
  why: "unknown-kind",
};

function rows(unreadable: readonly UnreadableRow[] = []) {
  const entries = log(...closed, late);
  return readCsv(eventsCsv({ meeting: replay(entries), entries, unreadable })).slice(1);
}

describe("the log of one decision as a table", () => {
  it("has a row for each event, with who, when and what", () => {
    const [first] = rows();

    expect(rows()).toHaveLength(closed.length + 1);
    expect(first?.slice(0, 6)).toEqual([
      "10",
      "2026-11-24T09:00:10.000Z",
      ada.name,
      ada.id,
      "decision-opened",
      "yes",
    ]);
    expect(JSON.parse(first?.[6] ?? "")).toMatchObject({ title: "Redesign forecasting" });
  });

  it("says why an event did not count", () => {
    expect(rows().at(-1)?.[5]).toBe("no: already-ended");
  });

  it("keeps a row that cannot be read in its place, as text", () => {
    const [, second] = rows([broken]);

    expect(second?.slice(0, 7)).toEqual([
      "15",
      "2026-11-24T09:00:00.000Z",
      "'=cmd",
      "id-x",
      "unheard-of",
      "no: unknown-kind",
      `'=1+1;{"kind":"unheard-of"}`,
    ]);
  });
});
