import { describe, expect, it } from "vitest";
import { oldestFirst } from "#domain/chain.ts";
import { replay } from "#domain/meeting.ts";
import { toMeetingKey } from "#domain/ids.ts";
import { momentOf } from "#domain/moment.ts";
import type { Person } from "#domain/table/person.ts";
import {
  type Saying,
  concluded,
  decidable,
  entry,
  log,
  questionIds,
  refusalOf,
  says,
  started,
  walk,
} from "../meeting-fixtures.ts";
import { ada, ben, farah } from "../table-fixtures.ts";

const next = { key: toMeetingKey("19:meeting_second@thread.v2"), subject: "Second round" };
const deferred = says(ada, { kind: "decision-closed", outcome: "deferred", reason: "No figures" });

/** The entries, with those after the close said in the next meeting. */
function resumedBy(who: Person, before: readonly Saying[], ...then: readonly Saying[]) {
  const entries = log(...before, deferred, says(who, { kind: "decision-resumed", meeting: next }));
  const after = log(...before, deferred, deferred, ...then).slice(before.length + 2);
  const here = [entries.at(-1)!, ...after].map((one) => ({ ...one, meeting: next.key }));
  return [...entries.slice(0, -1), ...here];
}

describe("a deferred decision taken up in another meeting", () => {
  it("stands before the walk again, with its seats", () => {
    const meeting = replay(resumedBy(ada, [...started, ...walk(0)]));

    expect([meeting.status, meeting.closing, meeting.seats.size]).toEqual([
      "proposed",
      undefined,
      6,
    ]);
  });

  it("has nobody present until they come", () => {
    const meeting = replay(resumedBy(ada, [...started]));

    expect([meeting.presence.size, meeting.facilitator]).toEqual([0, undefined]);
  });

  it("walks on at the first question without a conclusion", () => {
    const start = says(ada, { kind: "walk-started", override: "Those who matter are here" });
    const meeting = replay(resumedBy(ada, [...started, ...walk(0), ...walk(1)], start));

    expect(momentOf(meeting)).toMatchObject({ kind: "question", number: 3 });
    expect(meeting.rounds.get(questionIds[0]!)?.conclusion).toBe("Conclusion 1");
  });

  it("goes straight to the proposal where all was concluded", () => {
    const start = says(ada, { kind: "walk-started", override: "Those who matter are here" });
    const meeting = replay(resumedBy(ada, [...concluded], start));

    expect(momentOf(meeting).kind).toBe("proposing");
  });

  it("remembers why it was put off and what was proposed", () => {
    const meeting = replay(resumedBy(ada, [...decidable]));

    expect(oldestFirst(meeting.earlier)).toMatchObject([
      { closing: { reason: "No figures" }, proposal: { reviewOn: "2027-06-01" } },
    ]);
  });

  it("is not taken up by somebody who never prepared it", () => {
    const entries = resumedBy({ ...ben, id: "mallory" as typeof ben.id }, [...started]);

    expect(refusalOf(replay(entries), entries.at(-1)!.id)).toMatchObject({ reason: "not-allowed" });
  });

  it("is not taken up while its walk is under way", () => {
    const entries = log(...started, says(farah, { kind: "decision-resumed", meeting: next }));
    const said = { ...entries.at(-1)!, meeting: next.key };

    expect(refusalOf(replay([...entries.slice(0, -1), said]), said.id)?.reason).toBe(
      "already-started",
    );
  });

  it("hears nothing any more from the meeting that put it off", () => {
    const entries = resumedBy(ada, [...started]);
    const late = entry(ben, { kind: "person-arrived" }, { position: 9990 });

    expect(refusalOf(replay([...entries, late]), 9990)?.reason).toBe("in-another-meeting");
  });
});
