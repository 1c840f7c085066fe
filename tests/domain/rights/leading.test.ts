import { describe, expect, it } from "vitest";
import type { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import { fitting, gathered, log, questionIds, says, started } from "../meeting-fixtures.ts";
import { ada, ben, emil, farah, hugo } from "../table-fixtures.ts";
import { refusal } from "./refusal-fixtures.ts";

const first = questionIds[0]!;

describe("handing the lead over", () => {
  it("is to somebody who is there", () => {
    const to = says(ada, { kind: "facilitation-handed-over", to: ben.id });

    expect(replay(log(...started, to)).facilitator?.person).toMatchObject({ id: ben.id });
    expect(refusal(started, ada, { kind: "facilitation-handed-over", to: hugo.id })).toEqual({
      reason: "person-not-present",
    });
  });

  it("is not to oneself", () => {
    expect(refusal(started, ada, { kind: "facilitation-handed-over", to: ada.id })).toEqual({
      reason: "already-so",
    });
  });
});

describe("claiming the lead", () => {
  const claim: DecisionEvent = { kind: "facilitation-claimed", from: ada.id };
  const gone = [...started, says(ada, { kind: "person-left" })];

  it.each([
    ["a driver", ben],
    ["the organizer", farah],
  ])("is for %s when the facilitator has left", (_, who) => {
    expect(refusal(gone, who, claim)).toBeUndefined();
  });

  it("is not for others", () => {
    expect(refusal(gone, hugo, claim)).toEqual({
      reason: "not-allowed",
      who: "driver-or-organizer",
    });
  });

  it("is not for anybody while the facilitator is there and says something now and then", () => {
    expect(refusal(started, ben, claim)).toEqual({ reason: "facilitator-present" });
    expect(refusal(started, ben, claim, 59)).toEqual({ reason: "facilitator-present" });
  });

  it("is possible when the facilitator has been silent for a minute", () => {
    expect(refusal(started, ben, claim, 60)).toBeUndefined();
  });

  it("of two at once leaves the first in the lead", () => {
    const meeting = replay(log(...gone, says(ben, claim), says(emil, claim)));

    expect(meeting.facilitator?.person.id).toBe(ben.id);
    expect(meeting.refused?.newest.refusal).toEqual({ reason: "facilitator-changed" });
  });

  it("takes the right to lead from who led before", () => {
    const claimed = [...gone, says(ben, claim), says(ada, { kind: "person-arrived" })];

    expect(refusal(claimed, ada, { kind: "answers-revealed", question: first })).toEqual({
      reason: "not-allowed",
      who: "facilitator",
    });
  });
});

describe("coming and going", () => {
  it("is said once each way", () => {
    expect(refusal(gathered, ben, { kind: "person-arrived" })).toEqual({ reason: "already-so" });
    expect(refusal(gathered, hugo, { kind: "person-left" })).toEqual({ reason: "already-so" });
  });

  it("is noticed when somebody who left says something", () => {
    const left = says(ben, { kind: "person-left" });
    const answer = says(ben, { kind: "question-answered", question: first, answer: fitting[0]! });

    expect(replay(log(...started, left)).presence.has(ben.id)).toBe(false);
    expect(replay(log(...started, left, answer)).presence.has(ben.id)).toBe(true);
  });

  it("can be marked by the facilitator for somebody in the room", () => {
    const mark = says(ada, { kind: "person-marked-present", person: hugo });

    expect(replay(log(...started, mark)).presence.get(hugo.id)?.how).toBe("in-the-room");
    expect(refusal(started, ben, mark.event)).toEqual({
      reason: "not-allowed",
      who: "facilitator",
    });
  });
});
