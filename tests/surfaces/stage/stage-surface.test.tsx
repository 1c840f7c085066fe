import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { atTheStage } from "../at-the-walk.tsx";
import {
  type Told,
  atQuestion,
  felix,
  gathered,
  helena,
  proposing,
  questions,
} from "../meeting-fixtures.ts";

const third = questions[2]!.id;
const answered: Told = [
  ...atQuestion(3),
  [
    felix,
    {
      kind: "question-answered",
      question: third,
      answer: { text: { text: "Working capital falls.", basis: "fact" } },
    },
  ],
];

describe("the stage", () => {
  it("shows the question, who has answered and where to answer", () => {
    atTheStage(answered, felix);

    expect(screen.getByRole("heading", { name: questions[2]!.text })).toBeDefined();
    expect(screen.getByText("1 of 7")).toBeDefined();
    expect(screen.getByText(/^Answer in your side panel · \d minutes left$/)).toBeDefined();
    expect(screen.queryByText("Working capital falls.")).toBeNull();
  });

  it("has no controls but for the facilitator", () => {
    atTheStage(answered, felix);

    expect(screen.queryByRole("button")).toBeNull();
  });

  it("lets the facilitator reveal", async () => {
    const { live, user } = atTheStage(answered, helena);
    await user.click(screen.getByRole("button", { name: "Reveal" }));

    expect(live.said()).toEqual([{ kind: "answers-revealed", question: third }]);
    expect(screen.getByText("Working capital falls.")).toBeDefined();
  });

  it("shows the table while it gathers", () => {
    atTheStage(gathered, felix);

    expect(screen.getByText("5 of 5")).toBeDefined();
    expect(screen.getByRole("table", { name: "The table" })).toBeDefined();
  });

  it("shows the proposal and its rule, and says where a stance is taken", () => {
    const rule = { method: "consent", quorum: { kind: "required-drivers" } };
    atTheStage(
      [...proposing, [helena, { kind: "proposal-made", text: "Start small.", rule }]],
      felix,
    );

    expect(screen.getByRole("heading", { name: "“Start small.”" })).toBeDefined();
    expect(screen.getByText(/passes unless a driver objects/)).toBeDefined();
    expect(screen.getByText("Take your stance in your side panel")).toBeDefined();
  });

  it("shows on which conditions it holds, and how much more the record will say", () => {
    const rule = { method: "majority", quorum: { kind: "required-drivers" } };
    const more = {
      conditions: ["Planners stay.", "Legal agrees."],
      goals: [{ metric: "Forecast error", target: "9" }],
      milestones: [{ what: "Pilot", by: "2027-02-01" }],
    };
    atTheStage(
      [...proposing, [helena, { kind: "proposal-made", text: "Start small.", rule, ...more }]],
      felix,
    );

    expect(screen.getByText("On condition of: Planners stay. · Legal agrees.")).toBeDefined();
    expect(screen.getByText("With 1 goal, 1 milestone, in your side panel")).toBeDefined();
  });

  it("says in large that this decision cannot be followed, and what to do", () => {
    const { live } = atTheStage([], felix);
    const why = new StoreError("forbidden", "403");
    act(() => live.change({ following: { kind: "stopped", why } }));

    expect(screen.getByRole("heading", { name: "You cannot follow this decision" })).toBeDefined();
    expect(screen.getByRole("alert").textContent).toMatch(/Ask a site owner/u);
  });

  it("says when it has fallen behind, and goes on showing what it knows", () => {
    const { live } = atTheStage(answered, felix);
    const why = new StoreError("no-answer", "offline");
    act(() => live.change({ following: { kind: "behind", sinceMs: 0, why } }));

    expect(screen.getByText(/^Behind since .*: no connection/)).toBeDefined();
    expect(screen.getByRole("heading", { name: questions[2]!.text })).toBeDefined();
  });
});
