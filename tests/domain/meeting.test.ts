import { toPersonId } from "#domain/ids.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oldestFirst } from "#domain/chain.ts";
import { canBecome } from "#domain/decision/status.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import { evolve, inOrder, replay } from "#domain/meeting.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";
import { anyDeliveredLog, anyLog } from "./log-arbitraries.ts";
import {
  closed,
  decidable,
  entry,
  framed,
  log,
  proposal,
  questionIds,
  says,
  startMs,
  started,
} from "./meeting-fixtures.ts";
import { ada, ben, seatId } from "./table-fixtures.ts";

describe("replaying a log", () => {
  it("tells the same meeting in any order and with any doubling of its rows", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        expect(replay(delivered)).toEqual(replay(entries));
      }),
    );
  });

  it("tells the same maps in the same order, so that every screen lists alike", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        const one = replay(delivered);
        const other = replay(entries);

        expect([...one.presence.keys()]).toEqual([...other.presence.keys()]);
        expect([...one.seats.keys()]).toEqual([...other.seats.keys()]);
      }),
    );
  });

  it("goes on from where it stands as if it had heard all at once", () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (entries, cut) => {
        const at = cut % (entries.length + 1);
        const soFar = replay(entries.slice(0, at));

        expect(entries.slice(at).reduce(evolve, soFar)).toEqual(replay(entries));
      }),
    );
  });

  it("leaves the meeting it went on from as it was", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const before = replay(entries.slice(0, -3));
        const copy = structuredClone(before);
        entries.slice(-3).reduce(evolve, before);

        expect(before).toEqual(copy);
      }),
    );
  });

  it("takes the earlier of two rows with one event id", () => {
    const [opened] = log(...framed);
    const twice = { ...opened!, position: 15 };

    expect(inOrder([twice, opened!])).toEqual([opened]);
  });

  it("knows nothing of an empty log", () => {
    expect(replay([])).toBe(newMeeting);
  });

  it("is quick enough for ten thousand events to open a meeting without waiting", () => {
    const answers = Array.from({ length: 10_000 }, () =>
      says(ben, {
        kind: "question-answered",
        question: questionIds[2]!,
        answer: { text: { text: "So", basis: "fact" } },
      }),
    );
    const entries = log(...started, ...answers);
    const took = Array.from({ length: 4 }, () => {
      const before = performance.now();
      replay(entries);
      return performance.now() - before;
    });

    // The figure to hold is 50 ms; a busy machine is given room, a quadratic fold is not.
    expect(Math.min(...took)).toBeLessThan(500);
  });
});

describe("an event without right", () => {
  it("changes nothing but what is refused", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const refusals = steps(entries).filter(
          ([before, after]) => after.refused !== before.refused,
        );

        expect(refusals.flatMap(([before, after]) => changed(before, after))).toEqual(
          refusals.map(() => "refused"),
        );
      }),
    );
  });

  it("could as well not have been said", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const meeting = replay(entries);
        const refused = new Set(oldestFirst(meeting.refused).map(({ entry: one }) => one.position));
        const without = replay(entries.filter(({ position }) => !refused.has(position)));

        expect(without).toEqual({ ...meeting, refused: undefined });
      }),
    );
  });

  it("is kept, each once, with who said it", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        const kept = oldestFirst(replay(delivered).refused).map(({ entry: one }) => one);

        expect(new Set(kept).size).toBe(kept.length);
        expect(kept.every((one) => entries.includes(one))).toBe(true);
      }),
    );
  });

  it("occurs in the logs of these tests, and so does its opposite", () => {
    const logs = fc.sample(anyLog, { numRuns: 50, seed: 7 });
    const refused = logs.flatMap((entries) => oldestFirst(replay(entries).refused));
    const said = logs.reduce((sum, entries) => sum + entries.length, 0);

    expect(refused.length).toBeGreaterThan(300);
    expect(said - refused.length).toBeGreaterThan(1500);
    expect(new Set(refused.map(({ refusal }) => refusal.reason)).size).toBeGreaterThan(12);
  });
});

describe("the status of a decision", () => {
  it("only ever goes where its life may go", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const leaps = steps(entries)
          .map(([before, after]) => [before.status, after.status] as const)
          .filter(([from, to]) => from !== to && !canBecome(from, to));

        expect(leaps).toEqual([]);
      }),
    );
  });

  it("has a closing exactly when it has ended", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const { status, closing, after } = replay(entries);
        const isOpen = ["draft", "proposed", "in-session"].includes(status);

        // Only what was decided is amended, replaced and reviewed.
        const told = after === undefined ? status : "decided";
        expect(closing?.outcome).toBe(isOpen ? undefined : told);
      }),
    );
  });

  it.each([
    ["draft when opened", framed.slice(0, 1), "draft"],
    ["proposed once the gate asks for a group", framed, "proposed"],
    ["in session once the walk has started", started, "in-session"],
    ["still in session while stances are taken", decidable, "in-session"],
    ["decided once closed so", closed, "decided"],
  ])("is %s", (_, sayings, status) => {
    expect(replay(log(...sayings)).status).toBe(status);
  });

  it("goes back to draft when the gate finds it routine after all", () => {
    const back = says(ada, { kind: "gate-answered", gate: { signals: [] } });

    expect(replay(log(...framed, back)).status).toBe("draft");
  });
});

describe("a meeting walked from start to end", () => {
  const meeting = replay(log(...closed));

  it("refuses nothing", () => {
    expect(oldestFirst(meeting.refused).map(({ refusal }) => refusal)).toEqual([]);
  });

  it("has a conclusion for each question", () => {
    expect(questionIds.map((id) => meeting.rounds.get(id)?.conclusion)).toEqual([
      "Conclusion 1",
      "Conclusion 2",
      "Conclusion 3",
      "Conclusion 4",
      "Conclusion 5",
      "Conclusion 6",
    ]);
  });

  it("has its stances on the proposal", () => {
    expect(meeting.proposal).toMatchObject({ id: proposal, ruling: { accepted: true } });
    expect(meeting.proposal?.stances.get(seatId("Finance"))?.stance).toMatchObject({
      stance: "disagree-and-commit",
    });
  });

  it("freezes who was there at its close", () => {
    const late = entry(ben, { kind: "person-left" }, { position: 10_000 });
    const after = replay([...log(...closed), late]);

    expect(after.closing?.presence.has(ben.id)).toBe(true);
    expect(after.closing).toEqual(meeting.closing);
  });

  it("takes the review day of the proposal where the close names none", () => {
    expect(meeting.closing?.reviewOn).toBe("2027-06-01");
  });

  it("takes the review day of the close where it names one", () => {
    const close = says(ada, {
      kind: "decision-closed",
      outcome: "decided",
      reviewOn: "2027-01-15",
    });

    expect(replay(log(...decidable, close)).closing?.reviewOn).toBe("2027-01-15");
  });

  it("was last led by who last spoke as facilitator while it lasted", () => {
    expect(meeting.facilitator).toEqual({
      person: { id: ada.id, name: ada.name },
      lastSaidAtMs: startMs + decidable.length * 10_000,
    });
  });

  it("can be written down once with one hash", () => {
    const record = says(ben, { kind: "record-written", item: "12", hash: "a".repeat(64) });
    const again = says(ada, { kind: "record-written", item: "12", hash: "a".repeat(64) });

    expect(replay(log(...closed, record, again)).record).toMatchObject({
      item: "12",
      by: author(ben),
    });
  });

  it("can be written down again with another hash, when a row came late", () => {
    const record = says(ben, { kind: "record-written", item: "12", hash: "a".repeat(64) });
    const again = says(ada, { kind: "record-written", item: "12", hash: "b".repeat(64) });

    expect(replay(log(...closed, record, again)).record?.hash).toBe("b".repeat(64));
  });

  it("cannot be written down by somebody who was not there", () => {
    const stranger = { id: toPersonId("id-nobody"), name: "Nobody" };
    const record = says(stranger, { kind: "record-written", item: "12", hash: "a".repeat(64) });

    expect(replay(log(...closed, record)).record).toBeUndefined();
  });
});

function author({ id, name }: typeof ben) {
  return { id, name };
}

/** Each meeting on the way with the one after it. */
function steps(entries: readonly LogEntry[]): readonly (readonly [Meeting, Meeting])[] {
  let meeting = newMeeting;
  return entries.map((one) => {
    const before = meeting;
    meeting = evolve(meeting, one);
    return [before, meeting] as const;
  });
}

function changed(before: Meeting, after: Meeting): readonly string[] {
  return Object.keys({ ...before, ...after }).filter(
    (key) => before[key as keyof Meeting] !== after[key as keyof Meeting],
  );
}
