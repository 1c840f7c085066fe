import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  atQuestion,
  felix,
  gathered,
  helena,
  imran,
  lena,
  prepared,
  questions,
  seat,
  sofia,
  walking,
} from "../meeting-fixtures.ts";

const first = questions[0]!.id;
const second = questions[1]!.id;
const revealed: Told = [...walking, [helena, { kind: "answers-revealed", question: first }]];

const chosen: Told = [
  ...walking,
  [imran, { kind: "question-answered", question: first, answer: { choice: "strategic" } }],
  [felix, { kind: "question-answered", question: first, answer: { choice: "strategic" } }],
  [helena, { kind: "answers-revealed", question: first }],
];

describe("gathering", () => {
  it("says how many drivers are here and what your own place is", () => {
    atTheWalk([...prepared, [felix, { kind: "person-arrived" }]], felix);

    expect(screen.getByRole("heading", { name: "1 of 5 drivers here" })).toBeDefined();
    expect(screen.getByText("You sit at Finance: you take a stance.")).toBeDefined();
  });

  it("is started by one press when nothing blocks", async () => {
    const { press, saidLast } = atTheWalk(gathered, helena);
    await press("Start the walk");

    expect(saidLast("walk-started")).toEqual({ kind: "walk-started" });
  });

  it("is started against what blocks only with a reason", async () => {
    const { press, type, live, saidLast } = atTheWalk(prepared, helena);
    await press("Start anyway…");
    await press("Start the walk");
    expect(live.said()).toEqual([]);

    await type(/Why you start/, "Everybody reads along.");
    await press("Start the walk");
    expect(saidLast("walk-started")?.override).toBe("Everybody reads along.");
  });

  it("offers the start to nobody who may not", () => {
    atTheWalk(gathered, lena);

    expect(screen.queryByRole("button", { name: /Start/ })).toBeNull();
    expect(screen.getByText("The organizer or a driver starts the walk.")).toBeDefined();
  });

  it("asks a named delegate whether they sit in", async () => {
    const told: Told = [...gathered, [helena, seat(felix, "Finance", { delegate: lena })]];
    const { press, saidLast } = atTheWalk(told, lena);
    await press("Sit in");

    expect(saidLast("delegate-accepted")?.seat).toBe("seat-finance");
  });
});

describe("leading the walk", () => {
  it("reveals with one press, and never concludes with the same one", async () => {
    const { press, live } = atTheWalk(walking, helena);
    await press("Reveal");

    expect(live.said()).toEqual([{ kind: "answers-revealed", question: first }]);
    expect(screen.getByRole("button", { name: "Conclude and go on" })).toBeDefined();
  });

  it("concludes with the sentence in the box and goes on", async () => {
    const { press, type, saidLast } = atTheWalk(revealed, helena);
    await type("What the table said", "It is strategic.");
    await press("Conclude and go on");

    expect(saidLast("question-concluded")?.conclusion).toBe("It is strategic.");
    expect(screen.getByText("Question 2 of 6")).toBeDefined();
  });

  it("drafts the sentence from the answers when asked to, and only then", async () => {
    const { press, saidLast } = atTheWalk(chosen, helena);
    const box = screen.getByLabelText("What the table said");
    expect(box).toHaveProperty("value", "");
    await press("Draft from the answers");
    expect(box).toHaveProperty("value", "Both say “Strategic”.");
    await press("Conclude and go on");

    expect(saidLast("question-concluded")?.conclusion).toBe("Both say “Strategic”.");
  });

  it("gives back the words a draft took the place of", async () => {
    const { press, type } = atTheWalk(chosen, helena);
    await type("What the table said", "We agree.");
    await press("Draft from the answers");
    await press("Take my words back");

    expect(screen.getByLabelText("What the table said")).toHaveProperty("value", "We agree.");
  });

  it("has nothing to draft from where nobody answered", () => {
    atTheWalk(revealed, helena);

    expect(screen.queryByRole("button", { name: "Draft from the answers" })).toBeNull();
  });

  it("shows the others the sentence after a pause in typing, once", async () => {
    const { type, live } = atTheWalk(revealed, helena);
    await type("What the table said", "It is strategic.");
    const drafted = () => live.said().filter(({ kind }) => kind === "conclusion-drafted");
    expect(drafted()).toEqual([]);

    await expect.poll(drafted, { timeout: 5000 }).toHaveLength(1);
    expect(drafted()[0]).toMatchObject({ text: "It is strategic." });
  });

  it("offers to hand back what most drivers call operational", async () => {
    const told: Told = [
      ...walking,
      [imran, { kind: "question-answered", question: first, answer: { choice: "operational" } }],
      [felix, { kind: "question-answered", question: first, answer: { choice: "operational" } }],
      [helena, { kind: "question-answered", question: first, answer: { choice: "strategic" } }],
      [helena, { kind: "answers-revealed", question: first }],
    ];
    const { press, saidLast } = atTheWalk(told, helena);
    expect(screen.getByText(/^2 of 3 drivers call this operational/)).toBeDefined();
    await press("Close as not needed");

    expect(saidLast("decision-closed")).toMatchObject({
      outcome: "not-needed",
      reason: "Operational: its own function decides.",
    });
  });

  it.each([
    ["2 more minutes", { kind: "time-extended", question: second, minutes: 2 }],
    ["Back to question 1", { kind: "question-opened", question: first }],
  ])("offers %s in the menu", async (label, event) => {
    const { press, live } = atTheWalk(atQuestion(2), helena);
    await press("More");
    await press(label);

    expect(live.said().at(-1)).toEqual(event);
  });

  it("hands over to somebody who is here", async () => {
    const { press, saidLast } = atTheWalk(walking, helena);
    await press("More");
    await press("Hand over…");
    await press(/Imran Tariq/);

    expect(saidLast("facilitation-handed-over")?.to).toBe(imran.id);
    expect(screen.getByText("Led by Imran Tariq")).toBeDefined();
  });

  it("marks somebody present who is in the room", async () => {
    const told: Told = [
      ...prepared,
      [helena, { kind: "person-arrived" }],
      [helena, { kind: "walk-started", override: "The others are in the room." }],
    ];
    const { press, saidLast } = atTheWalk(told, helena);
    await press("More");
    await press("Someone is in the room…");
    await press(/Sofia Oliveira/);

    expect(saidLast("person-marked-present")?.person.id).toBe(sofia.id);
  });

  it("writes an answer down for somebody, in their name", async () => {
    const { press, user, saidLast } = atTheWalk(atQuestion(3), helena);
    await press("More");
    await press("Record for someone…");
    await press(/Lena Gruber/);
    const sheet = within(screen.getByRole("region", { name: "In the words of Lena Gruber" }));
    await user.type(sheet.getByLabelText("Your answer"), "Ask the regulator.");
    await user.click(sheet.getByRole("button", { name: "Record for Lena Gruber" }));

    expect(saidLast("question-answered")?.recordedFor?.id).toBe(lena.id);
    await user.click(sheet.getByRole("button", { name: "Done" }));
    expect(screen.queryByRole("region", { name: /^In the words of/u })).toBeNull();
  });

  it("ends without a decision only with how and why", async () => {
    const { press, choose, type, live, saidLast } = atTheWalk(walking, helena);
    await press("More");
    await press("End without deciding…");
    await press("Close");
    expect(live.said()).toEqual([]);

    await choose("Defer");
    await type("Why", "The pilot is not finished.");
    await press("Close");
    expect(saidLast("decision-closed")).toEqual({
      kind: "decision-closed",
      outcome: "deferred",
      reason: "The pilot is not finished.",
    });
  });

  it("closes the menu with Escape and gives the focus back", async () => {
    const { press, user } = atTheWalk(walking, helena);
    await press("More");
    expect(document.activeElement?.textContent).toBe("2 more minutes");

    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "More" }));
    expect(screen.queryByText("Hand over…")).toBeNull();
  });

  it("gives the focus back when a sheet is cancelled", async () => {
    const { press } = atTheWalk(walking, helena);
    await press("More");
    await press("Hand over…");
    expect(document.activeElement?.textContent).toBe("Who leads from here on?");

    await press("Cancel");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "More" }));
  });

  it("gives the bar up as soon as somebody else leads", () => {
    const { live } = atTheWalk(walking, helena);
    const reveal = screen.getByRole("button", { name: "Reveal" });
    act(() => live.hear([helena, { kind: "facilitation-handed-over", to: imran.id }]));

    expect(reveal.isConnected).toBe(false);
    expect(screen.getByText("Led by Imran Tariq")).toBeDefined();
  });
});

describe("following the walk", () => {
  it("says who leads and offers none of the facilitator's acts", () => {
    atTheWalk(walking, felix);

    expect(screen.getByText("Led by Helena Sommer")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Reveal" })).toBeNull();
    expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  });

  it("lets a driver take over from a facilitator who has gone silent", async () => {
    const { press, saidLast } = atTheWalk(walking, felix, { secondsLater: 120 });
    await press("Take over");

    expect(saidLast("facilitation-claimed")?.from).toBe(helena.id);
    expect(screen.getByRole("button", { name: "Reveal" })).toBeDefined();
  });

  it("does not offer the lead to a stakeholder", () => {
    atTheWalk(walking, lena, { secondsLater: 120 });

    expect(screen.queryByRole("button", { name: "Take over" })).toBeNull();
  });

  it("announces what was concluded and the next question, and moves a lost focus to it", async () => {
    const { live, type } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "Half");
    act(() =>
      live.hear(
        [helena, { kind: "answers-revealed", question: questions[2]!.id }],
        [helena, { kind: "question-concluded", question: questions[2]!.id, conclusion: "So" }],
      ),
    );

    expect(document.activeElement?.textContent).toBe(questions[3]!.text);
    expect(screen.getByText(`Concluded: So. Question 4 of 6: ${questions[3]!.text}`)).toBeDefined();
  });
});
