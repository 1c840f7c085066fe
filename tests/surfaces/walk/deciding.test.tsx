import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  felix,
  hanna,
  helena,
  imran,
  lena,
  proposing,
  sofia,
} from "../meeting-fixtures.ts";

/** Beside the live region, which says the same. */
const inMain = { selector: "main *" };
const text = "Start with two regions for one quarter.";

function proposed(method: "consent" | "single-decider"): Told {
  const rule = { method, quorum: { kind: "required-drivers" } };
  return [...proposing, [helena, { kind: "proposal-made", text, rule, reviewOn: "2027-03-31" }]];
}

const proposal = `event-${proposing.length + 1}`;

function took(who: typeof felix, seat: string, stance: object): Told {
  return [[who, { kind: "stance-taken", proposal, seat: `seat-${seat}`, stance }]];
}

const agree = { stance: "agree" };
const others: Told = [
  ...took(imran, "it", agree),
  ...took(hanna, "hr", { stance: "agree-with-reservation", reason: "If planners stay." }),
  ...took(sofia, "sales-operations", { stance: "disagree-and-commit", reason: "No capacity." }),
];

describe("proposing", () => {
  it("puts a sentence, a rule and a review date to the table", async () => {
    const { press, choose, type, saidLast } = atTheWalk(proposing, helena);
    await type("The proposal", text);
    await choose("Consent");
    expect(screen.getAllByText(/passes unless a driver objects/)).toHaveLength(2);
    await press("Take stances");

    expect(saidLast("proposal-made")).toEqual({
      kind: "proposal-made",
      text,
      rule: { method: "consent", quorum: { kind: "required-drivers" } },
    });
  });

  it("proposes nothing that nobody wrote", async () => {
    const { press, live } = atTheWalk(proposing, helena);
    await press("Take stances");

    expect(screen.getByText("Write what would be done.")).toBeDefined();
    expect(live.said()).toEqual([]);
  });
});

describe("before anybody takes a stance", () => {
  it("says who must agree whatever the count, and on what", () => {
    atTheWalk(proposed("consent"), felix);

    expect(
      screen.getByText("Must agree, whatever the count: Imran Tariq on security."),
    ).toBeDefined();
  });

  it("offers doing without as option 0, in the words of the table", () => {
    atTheWalk(proposed("consent"), felix);

    const zero = screen.getByText("Option 0: reach the goal without this").parentElement;
    expect(zero?.textContent).toContain("What we said about goals-without-spending");
  });
});

describe("taking a stance", () => {
  it("shows the proposal, the rule in a sentence and six stances", () => {
    atTheWalk(proposed("consent"), felix);

    expect(screen.getByText(`“${text}”`)).toBeDefined();
    expect(
      screen.getByText(/5 drivers entitled, 5 present\..*Review on 31 March 2027/),
    ).toBeDefined();
    expect(screen.getAllByRole("radio")).toHaveLength(6);
  });

  it("needs no reason to agree", async () => {
    const { press, choose, saidLast } = atTheWalk(proposed("consent"), felix);
    await choose("Agree");
    expect(screen.queryByLabelText("Why")).toBeNull();
    await press("Give my stance");

    expect(saidLast("stance-taken")).toMatchObject({ seat: "seat-finance", stance: agree });
  });

  it("opens a reason for anything else, and insists on it", async () => {
    const { press, choose, type, live, saidLast } = atTheWalk(proposed("consent"), felix);
    await choose("Disagree and commit");
    await press("Give my stance");
    expect(screen.getByText("Say why in one sentence.")).toBeDefined();
    expect(live.said()).toEqual([]);

    await type("Why", "The budget is not freed.");
    await press("Give my stance");
    expect(saidLast("stance-taken")?.stance).toEqual({
      stance: "disagree-and-commit",
      reason: "The budget is not freed.",
    });
  });

  it("asks an objection for its ground, and offers a sign-off its own", async () => {
    const { choose } = atTheWalk(proposed("consent"), imran);
    await choose("Object");

    expect(screen.getByLabelText("On what ground")).toHaveProperty("value", "security");
  });

  it("shows no stance of anybody until all are given", () => {
    atTheWalk([...proposed("consent"), ...others], felix);

    expect(screen.queryByText("No capacity.")).toBeNull();
    expect(screen.getByText(/Still thinking: Helena Sommer and Felix Brandt/)).toBeDefined();
  });

  it("asks no stakeholder for one", () => {
    atTheWalk(proposed("consent"), lena);

    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.getByText(/Drivers take a stance now/)).toBeDefined();
  });
});

describe("the result", () => {
  const all: Told = [
    ...proposed("consent"),
    ...others,
    ...took(helena, "sales", agree),
    ...took(felix, "finance", agree),
  ];

  it("is a sentence with its arithmetic, and dissent by name", () => {
    atTheWalk(all, felix);

    expect(
      screen.getByText(
        /^Passed: 3 agree, 1 with reservation, 1 disagrees and commits, 0 object/,
        inMain,
      ),
    ).toBeDefined();
    expect(
      screen.getByText(/Sofia Oliveira \(Sales Operations\) · Disagree and commit/),
    ).toBeDefined();
  });

  it("is closed by the facilitator with one press", async () => {
    const { press, saidLast } = atTheWalk(all, helena);
    await press("Close");

    expect(saidLast("decision-closed")?.outcome).toBe("decided");
    expect(screen.getByRole("heading", { name: "Decided" })).toBeDefined();
  });

  it("offers to change a proposal that did not pass, and has the old words ready", async () => {
    const objection = { stance: "object", ground: "cost", reason: "No budget line." };
    const told: Told = [
      ...proposed("consent"),
      ...others,
      ...took(helena, "sales", agree),
      ...took(felix, "finance", objection),
    ];
    const { press, saidLast, user } = atTheWalk(told, helena);
    await press("Change the proposal");
    const box = screen.getByLabelText("The proposal");
    expect(box).toHaveProperty("value", text);
    await user.clear(box);
    await user.type(box, "Start with one region.");
    await press("Take stances again");

    expect(saidLast("proposal-made")?.text).toBe("Start with one region.");
  });
});

describe("an objection without a ground", () => {
  it("leads back to where the ground is missing", async () => {
    const { press, choose } = atTheWalk(proposed("consent"), felix);
    await choose("Object");
    await press("Give my stance");

    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText("On what ground")),
    );
  });
});

describe("a single decider", () => {
  const heard: Told = [...proposed("single-decider"), ...others, ...took(felix, "finance", agree)];

  it("rules once the others have been heard", async () => {
    const { press, choose, saidLast } = atTheWalk(heard, helena);
    await choose("Accept the proposal");
    await press("Give my ruling");

    expect(saidLast("proposal-ruled")).toEqual({
      kind: "proposal-ruled",
      proposal,
      accepted: true,
    });
  });

  it("is told, leading the walk too, that the ruling is theirs", () => {
    atTheWalk(heard, helena);

    expect(screen.getByText("Give your ruling, then close.")).toBeDefined();
  });

  it("does not rule while somebody may still speak", () => {
    atTheWalk(proposed("single-decider"), helena);

    expect(screen.queryByRole("button", { name: "Give my ruling" })).toBeNull();
  });

  it("turns a proposal down only with a reason", async () => {
    const { press, choose, live } = atTheWalk(heard, helena);
    await choose("Turn it down");
    await press("Give my ruling");

    expect(screen.getByText("Say why in one sentence.")).toBeDefined();
    expect(live.said()).toEqual([]);
  });

  it("is nobody else", () => {
    atTheWalk(heard, felix);

    expect(screen.queryByText(/You decide/)).toBeNull();
  });
});
