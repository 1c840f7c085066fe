import { describe, expect, it } from "vitest";
import type { DecisionEvent } from "#domain/log/event.ts";
import { evolve, replay } from "#domain/meeting.ts";
import { may } from "#domain/rights/judge.ts";
import {
  entry,
  framed,
  log,
  meetingKey,
  questionIds,
  refusalOf,
  started,
  startMs,
} from "../meeting-fixtures.ts";
import { ada, ben, chloe, farah, hugo } from "../table-fixtures.ts";
import { refusal } from "./refusal-fixtures.ts";

const first = questionIds[0]!;

describe("opening a decision", () => {
  const open: DecisionEvent = {
    kind: "decision-opened",
    title: "Another",
    meeting: { key: meetingKey, subject: "Another" },
  };

  it("is for anybody", () => {
    expect(refusal([], hugo, open)).toBeUndefined();
  });

  it("happens once", () => {
    expect(refusal(framed, ada, open)).toEqual({ reason: "already-opened" });
  });

  it("comes before anything else", () => {
    expect(refusal([], ada, { kind: "person-arrived" })).toEqual({ reason: "not-opened" });
  });
});

describe("asking what one may", () => {
  it("answers as the fold will", () => {
    const meeting = replay(log(...started));
    const event: DecisionEvent = { kind: "answers-revealed", question: first };
    const nowMs = startMs + 1_000_000;

    for (const who of [ada, ben, chloe, farah, hugo]) {
      const next = evolve(meeting, entry(who, event, { position: 9000, atMs: nowMs }));
      expect(may(meeting, who.id, event, nowMs)).toEqual(refusalOf(next, 9000));
    }
  });

  it("changes with the time, where time is what matters", () => {
    const meeting = replay(log(...started));
    const claim: DecisionEvent = { kind: "facilitation-claimed", from: ada.id };
    const lastMs = meeting.facilitator!.lastSaidAtMs;

    expect(may(meeting, ben.id, claim, lastMs + 59_999)).toEqual({ reason: "facilitator-present" });
    expect(may(meeting, ben.id, claim, lastMs + 60_000)).toBeUndefined();
  });
});
