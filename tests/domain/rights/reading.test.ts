import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import {
  type Saying,
  framed,
  gathered,
  log,
  refusalOf,
  says,
  started,
} from "../meeting-fixtures.ts";
import { ben, guest } from "../table-fixtures.ts";

const reads = { kind: "decision-read" } as const;

function told(...sayings: readonly Saying[]) {
  const entries = log(...sayings);
  return { meeting: replay(entries), last: entries.at(-1)!.id };
}

describe("reading a decision before the meeting", () => {
  it("is noted of somebody with a seat", () => {
    const { meeting } = told(...gathered, says(ben, reads));

    expect([...meeting.read]).toEqual([ben.id]);
  });

  it("is noted once", () => {
    const { meeting, last } = told(...gathered, says(ben, reads), says(ben, reads));

    expect(refusalOf(meeting, last)?.reason).toBe("already-so");
  });

  it("is not noted of somebody nobody waits for", () => {
    const { meeting, last } = told(...gathered, says(guest, reads));

    expect(refusalOf(meeting, last)).toEqual({ reason: "not-allowed", who: "seat-holder" });
  });

  it("is not noted of anybody while there are no seats", () => {
    const { meeting, last } = told(...framed, says(ben, reads));

    expect(refusalOf(meeting, last)?.reason).toBe("not-allowed");
  });

  it("says nothing more once the walk has started", () => {
    const { meeting, last } = told(...started, says(ben, reads));

    expect(refusalOf(meeting, last)?.reason).toBe("already-started");
  });
});
