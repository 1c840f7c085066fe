import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  atQuestion,
  felix,
  helena,
  imran,
  lena,
  memoryDrafts,
  questions,
  seat,
  walking,
} from "../meeting-fixtures.ts";

/** Beside the live region, which says the same. */
const inMain = { selector: "main *" };
const inCards = { selector: "li *" };
const third = questions[2]!.id;
const claim = { text: "A cleaner review gets us half.", basis: "fact" } as const;

function answered(who: typeof felix, answer: object = { text: claim }): Told {
  return [[who, { kind: "question-answered", question: third, answer }]];
}

describe("a question on the table", () => {
  it("says where we are, what is asked and why", () => {
    atTheWalk(atQuestion(3), felix);

    expect(screen.getByText("Question 3 of 6")).toBeDefined();
    expect(screen.getByRole("heading", { name: questions[2]!.text })).toBeDefined();
    expect(screen.getByText(questions[2]!.why)).toBeDefined();
  });

  it("takes an answer with what it rests on and where it comes from", async () => {
    const { press, choose, type, saidLast } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "  Stock falls by a week.  ");
    await choose("Fact");
    await press("Add a source");
    expect(document.activeElement).toBe(screen.getByLabelText(/^Source/));
    await type(/^Source/, "larkfield.sharepoint.com/stock");
    await press("Give my answer");

    expect(saidLast("question-answered")?.answer).toEqual({
      text: {
        text: "Stock falls by a week.",
        basis: "fact",
        source: "https://larkfield.sharepoint.com/stock",
      },
    });
  });

  it("calls nothing a fact that nobody called one", async () => {
    const { press, type, saidLast } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "Stock falls.");
    await press("Give my answer");

    expect(saidLast("question-answered")?.answer.text?.basis).toBe("assumption");
  });

  it("says what is missing, and puts the focus there", async () => {
    const { press, live } = atTheWalk(atQuestion(3), felix);
    await press("Give my answer");

    expect(screen.getByText("Write your answer in a sentence or two.")).toBeDefined();
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText("Your answer"));
    expect(live.said()).toEqual([]);
  });

  it("keeps every word of an answer that is too long, and says by how much", async () => {
    const { press, live, user } = atTheWalk(atQuestion(3), felix);
    const box = screen.getByLabelText("Your answer");
    await user.click(box);
    await user.paste("x".repeat(300));
    await press("Give my answer");

    expect(screen.getByText("20 too many. Shorten it.")).toBeDefined();
    expect(box).toHaveProperty("value", "x".repeat(300));
    expect(live.said()).toEqual([]);
  });

  it("refuses a source that is no web address", async () => {
    const { press, type, live } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "Stock falls.");
    await press("Add a source");
    await type(/^Source/, "javascript:alert(1)");
    await press("Give my answer");

    expect(screen.getByText(/This is no link/)).toBeDefined();
    expect(live.said()).toEqual([]);
  });

  it("shows the answer given, and lets it be changed", async () => {
    const { press, type, user, saidLast } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "One week.");
    await press("Give my answer");
    await press("Change my answer");
    await user.clear(screen.getByLabelText("Your answer"));
    await type("Your answer", "Two weeks.");
    await press("Give my answer");

    expect(saidLast("question-answered")?.answer.text?.text).toBe("Two weeks.");
    expect(screen.getByText("Two weeks.")).toBeDefined();
  });

  it("finds a draft again after the browser was reloaded in mid-answer", async () => {
    const drafts = memoryDrafts();
    const before = atTheWalk(atQuestion(3), felix, { drafts });
    await before.type("Your answer", "Half a sent");
    before.unmount();
    atTheWalk(atQuestion(3), felix, { drafts });

    expect(screen.getByLabelText("Your answer")).toHaveProperty("value", "Half a sent");
  });

  it("keeps one question's draft out of the next", async () => {
    const drafts = memoryDrafts();
    const before = atTheWalk(atQuestion(3), felix, { drafts });
    await before.type("Your answer", "Half a sent");
    before.unmount();
    atTheWalk(atQuestion(4), felix, { drafts });

    expect(screen.getByLabelText("The risk")).toHaveProperty("value", "");
  });

  it("leaves the words in the box when they could not be saved", async () => {
    const { press, type, live } = atTheWalk(atQuestion(3), felix);
    await type("Your answer", "Stock falls.");
    await press("Give my answer");
    act(() => live.settle({ kind: "failed", why: new StoreError("rejected", "no column") }));

    expect(screen.getByLabelText("Your answer")).toHaveProperty("value", "Stock falls.");
    expect(screen.getByText(/^Not saved: The list refused this/, inMain)).toBeDefined();
    expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Copy" })).toBeDefined();
  });

  it("counts who has answered, and names drivers only who are still thinking", () => {
    atTheWalk([...atQuestion(3), ...answered(helena), ...answered(imran)], felix);

    const line = screen.getByText(/Still thinking:/);
    expect(line.textContent).toContain("2 of 7 answered.");
    expect(line.textContent).toContain("Felix Brandt");
    expect(line.textContent).not.toContain("Lena Gruber");
  });

  it("shows nobody's answer before the reveal", () => {
    atTheWalk([...atQuestion(3), ...answered(helena)], felix);

    expect(screen.queryByText(claim.text)).toBeNull();
  });

  it("asks a stakeholder nothing that is for drivers", () => {
    atTheWalk(walking, lena);

    expect(screen.queryByRole("button", { name: "Give my answer" })).toBeNull();
    expect(screen.getByText(/This question is for drivers/)).toBeDefined();
  });

  it("shows what people wrote as text, whatever it looks like", () => {
    const hostile = '<img src=x onerror="alert(1)"> =HYPERLINK("x") {{card}}';
    const told: Told = [
      ...atQuestion(3),
      ...answered(helena, { text: { text: hostile, basis: "fact" } }),
      [helena, { kind: "answers-revealed", question: third }],
    ];
    atTheWalk(told, felix);

    expect(screen.getByText(hostile)).toBeDefined();
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("the reveal", () => {
  const revealed: Told = [
    ...atQuestion(3),
    ...answered(lena, { text: { text: "Data leaves the region.", basis: "assumption" } }),
    ...answered(helena),
    ...answered(felix, { text: { text: "Working capital falls.", basis: "fact" } }),
    [helena, { kind: "answers-revealed", question: third }],
  ];

  it("shows drivers' answers before stakeholders', and marks your own", () => {
    atTheWalk(revealed, felix);

    const whose = screen
      .getAllByText(/ · (driver|stakeholder)/, { selector: "p" })
      .map((one) => one.textContent);
    expect(whose).toEqual([
      "Sales · Helena Sommer · driver",
      "Finance · Felix Brandt · driver · yours",
      "Legal · Lena Gruber · stakeholder",
    ]);
  });

  it("tells facts from assumptions by a word", () => {
    atTheWalk(revealed, felix);

    expect(screen.getAllByText("Fact", inCards)).toHaveLength(2);
    expect(screen.getAllByText("Assumption", inCards)).toHaveLength(1);
  });

  it("groups equal choices, with their number in words", () => {
    const first = questions[0]!.id;
    const told: Told = [
      ...walking,
      [helena, { kind: "question-answered", question: first, answer: { choice: "strategic" } }],
      [imran, { kind: "question-answered", question: first, answer: { choice: "strategic" } }],
      [felix, { kind: "question-answered", question: first, answer: { choice: "operational" } }],
      [helena, { kind: "answers-revealed", question: first }],
    ];
    atTheWalk(told, felix);

    expect(screen.getByText("2 of 3")).toBeDefined();
    expect(screen.getByText("Helena Sommer and Imran Tariq")).toBeDefined();
  });

  it("lets everybody see the conclusion grow", () => {
    const { live } = atTheWalk(revealed, felix);
    act(() =>
      live.hear([helena, { kind: "conclusion-drafted", question: third, text: "Half the gain" }]),
    );

    expect(screen.getByText("Half the gain")).toBeDefined();
  });

  it("says who wrote an answer down for somebody else", () => {
    const told: Told = [
      ...atQuestion(3),
      [
        helena,
        {
          kind: "question-answered",
          question: third,
          answer: { text: claim },
          recordedFor: { id: lena.id, name: lena.name },
        },
      ],
      [helena, { kind: "answers-revealed", question: third }],
    ];
    atTheWalk(told, felix);

    expect(screen.getByText(/Lena Gruber .* written down by Helena Sommer/)).toBeDefined();
  });
});

describe("joining late", () => {
  it("says at which question, with the earlier conclusions above", () => {
    const before = atQuestion(3).filter(([who]) => who !== felix);
    // Felix is required: whoever starts without him says why.
    const told = before.map(([who, event]) =>
      (event as { kind: string }).kind === "walk-started"
        ? ([who, { kind: "walk-started", override: "Felix joins later." }] as const)
        : ([who, event] as const),
    );
    atTheWalk([...told, [felix, { kind: "person-arrived" }]], felix);

    expect(screen.getByText("You joined at question 3.")).toBeDefined();
    expect(screen.getByText("What the table said so far (2)")).toBeDefined();
  });

  it("says nothing to whoever was here from the start", () => {
    atTheWalk([...atQuestion(3), [helena, seat(helena, "Sales", { duty: "decider" })]], felix);

    expect(screen.queryByText(/You joined/)).toBeNull();
  });
});
