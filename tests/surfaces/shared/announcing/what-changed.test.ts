import { describe, expect, it } from "vitest";
import { newMeeting } from "#domain/meeting-state.ts";
import { replay } from "#domain/meeting.ts";
import { whatChanged } from "#surfaces/shared/announcing/what-changed.ts";
import {
  type Told,
  entriesOf,
  felix,
  hanna,
  helena,
  imran,
  questions,
  walking,
} from "../../meeting-fixtures.ts";

const meeting = (told: Told) => replay(entriesOf(told));
const heard = (before: Told, more: Told, me = felix) =>
  whatChanged(meeting(before), meeting([...before, ...more]), me);

const first = questions[0]!.id;
const revealed: Told = [...walking, [helena, { kind: "answers-revealed", question: first }]];
const declares: Told = [
  [hanna, { kind: "interest-declared", seat: "seat-hr", reason: "I own shares." }],
];

describe("what a screen reader is told of a change at the table", () => {
  it("is the sentence a question was concluded with", () => {
    const conclusion = "It is strategic.";

    expect(
      heard(revealed, [[helena, { kind: "question-concluded", question: first, conclusion }]]),
    ).toEqual(["Concluded: It is strategic."]);
  });

  it("is who is recused and why, in the second person for oneself", () => {
    expect(heard(walking, declares)).toEqual(["Hanna Roth is recused: I own shares."]);
    expect(heard(walking, declares, hanna)).toEqual(["You are recused: I own shares."]);
  });

  it("is that a recusal was taken back", () => {
    const back: Told = [[hanna, { kind: "interest-withdrawn", seat: "seat-hr" }]];

    expect(heard([...walking, ...declares], back)).toEqual(["Hanna Roth is recused no more."]);
  });

  it("is who leads by now", () => {
    const over: Told = [[helena, { kind: "facilitation-handed-over", to: imran.id }]];

    expect(heard(walking, over)).toEqual(["Imran Tariq leads from here on."]);
    expect(heard(walking, over, imran)).toEqual(["You lead the walk from here on."]);
  });

  it("is nothing at the first sight of a decision", () => {
    expect(whatChanged(newMeeting, meeting([...walking, ...declares]), felix)).toEqual([]);
  });
});
