import { describe, expect, it } from "vitest";
import type { QuestionId } from "#domain/ids.ts";
import {
  type Meeting,
  type Round,
  type SeatAtTable,
  newMeeting,
  newRound,
} from "#domain/meeting-state.ts";
import { type Readiness, readiness, readinessWords } from "#surfaces/prepare/early/readiness.ts";
import { ada, asTable, ben, driver, presence, stakeholder } from "../../domain/table-fixtures.ts";
import type { Person } from "#domain/table/person.ts";

/** A meeting in which these people have answered the first so many questions. */
function answeredBy(
  seats: readonly SeatAtTable[],
  ...given: readonly (readonly [Person, number])[]
) {
  const rounds = new Map<QuestionId, Round>();
  for (const [of, count] of given) {
    for (const { id } of newMeeting.list.questions.slice(0, count)) {
      const answer = { event: "e", of, answer: {}, atMs: 0, afterReveal: false } as never;
      const before = rounds.get(id) ?? newRound;
      rounds.set(id, { ...before, answers: { newest: answer, earlier: before.answers } });
    }
  }
  return { ...newMeeting, seats: asTable(...seats), rounds };
}
const words = (meeting: Meeting) => readiness(meeting).map(readinessWords);
const states = (meeting: Meeting) =>
  readiness(meeting).map(({ state }): Readiness["state"] => state);
const sales = driver("Sales", { person: ada });

describe("how far a seat has come", () => {
  it("counts what its person has answered of what it is asked", () => {
    expect(words(answeredBy([sales], [ada, 2]))).toEqual(["2 of 6 answered"]);
    expect(words(answeredBy([sales], [ada, 6]))).toEqual(["all 6 answered"]);
    expect(words(answeredBy([sales], [ben, 6]))).toEqual(["nothing yet"]);
  });

  it("asks a stakeholder only what is for everybody", () => {
    const asked = readiness(answeredBy([stakeholder("HR", { person: ada })])).map(
      (one) => one.asked,
    );
    const forAll = newMeeting.list.questions.filter(({ audience }) => audience === "all").length;

    expect(asked).toEqual([forAll]);
  });

  it("counts the delegate's answers once they have accepted", () => {
    const named = driver("Sales", { person: ada, delegate: ben });
    const accepted = { ...named, delegateAccepted: true };

    expect(states(answeredBy([named], [ben, 1]))).toEqual(["nothing"]);
    expect(states(answeredBy([accepted], [ben, 1]))).toEqual(["some"]);
  });

  it("tells who has read it or opened the side panel from who has done nothing", () => {
    const seats = [sales, driver("IT", { person: ben })];
    const there = { ...answeredBy(seats), presence: presence(ben) };
    const reader = { ...answeredBy(seats), read: new Set([ada.id]) };

    expect([states(there), states(reader)]).toEqual([
      ["nothing", "read"],
      ["read", "nothing"],
    ]);
  });

  it("waits for nobody who is recused or only informed", () => {
    const by = { id: ada.id, name: ada.name };
    const recused = { ...sales, recused: { reason: "I own shares.", by, atMs: 0 } };
    const informed = stakeholder("HR", { person: ben, duty: "informed" });

    expect(words(answeredBy([recused, informed]))).toEqual(["recused, not asked", "is not asked"]);
  });

  it("says nothing of a seat that nobody holds", () => {
    expect(readiness(answeredBy([driver("Sales")]))).toEqual([]);
  });
});
