import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheStage, atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  atQuestion,
  felix,
  hanna,
  helena,
  imran,
  lena,
  proposing,
  questions,
  sofia,
  walking,
} from "../meeting-fixtures.ts";

const inMain = { selector: "main *" };
const first = questions[0]!.id;
const third = questions[2]!.id;
const forHanna = { recordedFor: { id: hanna.id, name: hanna.name } };

const answerForHanna: Told = [
  [
    helena,
    {
      kind: "question-answered",
      question: third,
      answer: { text: { text: "Half of it.", basis: "fact" } },
      ...forHanna,
    },
  ],
];
const choiceForHanna: Told = [
  [
    helena,
    { kind: "question-answered", question: first, answer: { choice: "strategic" }, ...forHanna },
  ],
];

const rule = { method: "consent", quorum: { kind: "required-drivers" } };
const proposal = `event-${proposing.length + 1}`;
const takes = (stance: object, seat: string, more: object = {}) => ({
  kind: "stance-taken",
  proposal,
  seat,
  stance,
  ...more,
});
const reserved = { stance: "agree-with-reservation", reason: "Train people first." };
const stanceForHanna: Told = [
  ...proposing,
  [helena, { kind: "proposal-made", text: "Start small.", rule }],
  [helena, takes(reserved, "seat-hr", forHanna)],
];
const allSpoken: Told = [
  ...stanceForHanna,
  [helena, takes({ stance: "agree" }, "seat-sales")],
  [imran, takes({ stance: "agree" }, "seat-it")],
  [felix, takes({ stance: "agree" }, "seat-finance")],
  [sofia, takes({ stance: "agree" }, "seat-sales-operations")],
];

describe("words that somebody else wrote down", () => {
  it("are marked under the bar of a choice", () => {
    const revealed: Told = [[helena, { kind: "answers-revealed", question: first }]];
    atTheWalk([...walking, ...choiceForHanna, ...revealed], felix);

    expect(screen.getByText("Hanna Roth (written down)")).toBeDefined();
  });

  it("are marked on the stage", () => {
    const revealed: Told = [[helena, { kind: "answers-revealed", question: third }]];
    atTheStage([...atQuestion(3), ...answerForHanna, ...revealed], felix);

    expect(screen.getByText("HR · Hanna Roth · written down by Helena Sommer")).toBeDefined();
  });

  it("are marked for the one whose words they are", () => {
    atTheWalk([...atQuestion(3), ...answerForHanna], hanna);

    expect(screen.getByText("Your answer · written down by Helena Sommer")).toBeDefined();
  });

  it("are marked as a stance for the one who took it", () => {
    atTheWalk(stanceForHanna, hanna);

    expect(screen.getByText("Your stance · written down by Helena Sommer")).toBeDefined();
  });

  it.each(["walk", "stage"])("are marked in the result in the %s", (surface) => {
    if (surface === "walk") atTheWalk(allSpoken, lena);
    else atTheStage(allSpoken, lena);

    const whose = /Hanna Roth \(HR\) · Agree with reservation · written down by Helena Sommer/;
    expect(screen.getByText(whose, inMain)).toBeDefined();
  });

  it("stay marked once it is closed", () => {
    const closed: Told = [[helena, { kind: "decision-closed", outcome: "decided" }]];
    atTheWalk([...allSpoken, ...closed], lena);

    expect(screen.getByText(/Hanna Roth .* written down by Helena Sommer/, inMain)).toBeDefined();
  });
});
