import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheWalk } from "../at-the-walk.tsx";
import { type Told, felix, helena, imran, proposing } from "../meeting-fixtures.ts";

const text = "Start with two regions.";
const quorum = { kind: "required-drivers" } as const;
const proposal = `event-${proposing.length + 1}`;

function proposed(more: object = {}): Told {
  const rule = { method: "consent", quorum };
  return [...proposing, [helena, { kind: "proposal-made", text, rule, ...more }]];
}

/** Opens what is folded under the form. */
async function unfold({ user }: ReturnType<typeof atTheWalk>): Promise<void> {
  await user.click(await screen.findByText(/^More for the record/));
}

async function pick(walk: ReturnType<typeof atTheWalk>, label: string, words: RegExp) {
  const select = await screen.findByLabelText(label);
  await walk.user.selectOptions(select, within(select).getByRole("option", { name: words }));
}

describe("choosing how the table decides", () => {
  it("forms the sentence as it is chosen, and sends what was chosen", async () => {
    const walk = atTheWalk(proposing, helena);
    await walk.type("The proposal", text);
    await walk.choose("Supermajority");
    // In the form, and read out.
    expect(screen.getAllByText(/at least two thirds of the drivers who take a side/)).toHaveLength(
      2,
    );
    await walk.choose("Three quarters");
    await pick(walk, "Counted over", /^Drivers present/);
    await pick(walk, "Quorum", /^At least 3 drivers/);
    expect(
      screen.getAllByText(
        /three quarters of the drivers present .* \(4 of 5\)\..*Quorum: 3 drivers/,
      ),
    ).toHaveLength(2);
    await walk.press("Take stances");

    expect(walk.saidLast("proposal-made")?.rule).toEqual({
      method: "supermajority",
      denominator: "present",
      share: "3/4",
      quorum: { kind: "count", drivers: 3 },
    });
  });

  it("asks for a share and a denominator only where there is a count", async () => {
    const { choose } = atTheWalk(proposing, helena);
    await choose("Consent");
    expect(screen.queryByLabelText("Counted over")).toBeNull();
    await choose("Majority");

    expect(screen.getByLabelText("Counted over")).toHaveProperty("value", "for+against");
    expect(screen.queryByText("How many must agree")).toBeNull();
  });
});

describe("more for the record", () => {
  it("is folded, and a quick proposal stays one sentence", async () => {
    const { type, press, saidLast } = atTheWalk(proposing, helena);
    await type("The proposal", text);
    expect(screen.queryByRole("button", { name: "Add a condition" })).toBeNull();
    await press("Take stances");

    expect(Object.keys(saidLast("proposal-made") ?? {}).toSorted()).toEqual([
      "kind",
      "rule",
      "text",
    ]);
  });

  it("takes conditions, milestones and who is told, and leaves out empty lines", async () => {
    const walk = atTheWalk(proposing, helena);
    const { type, press, saidLast } = walk;
    await type("The proposal", text);
    await unfold(walk);
    await press("Add a condition");
    await type("Condition 1", "Planners stay.");
    await press("Add another condition");
    await press("Add a milestone");
    await type("What is done", "Pilot");
    await type("By when", "2027-02-01");
    await press("Add a message");
    await type("Who is told", "Regional managers");
    await type("By whom", "Helena");
    await press("Take stances");

    expect(saidLast("proposal-made")).toMatchObject({
      conditions: ["Planners stay."],
      milestones: [{ what: "Pilot", by: "2027-02-01" }],
      communication: [{ to: "Regional managers", by: "Helena" }],
    });
  });

  it("says what a line that was begun still lacks, also when it is folded again", async () => {
    const walk = atTheWalk(proposing, helena);
    await walk.type("The proposal", text);
    await unfold(walk);
    await walk.press("Add a milestone");
    await walk.type("What is done", "Pilot");
    await unfold(walk);
    await walk.press("Take stances");

    expect(await screen.findByText("Choose a day.")).toBeDefined();
    expect(walk.live.said()).toEqual([]);
  });

  it("begins the options with doing without, as the table concluded it", async () => {
    const walk = atTheWalk(proposing, helena);
    await walk.type("The proposal", text);
    await unfold(walk);
    await walk.press("Add an option");
    expect(screen.getByLabelText("Option 1")).toHaveProperty(
      "value",
      walk.live.picture().meeting.frame.title,
    );
    await pick(walk, "Which one is proposed", /Reach the goal without this/);
    await walk.press("Take stances");

    const question = walk.live.picture().meeting.list.questions[2]!;
    const concluded = walk.live.picture().meeting.rounds.get(question.id)?.conclusion;
    expect(walk.saidLast("proposal-made")?.options).toMatchObject({
      without: concluded,
      chosen: 0,
    });
  });

  it("keeps what was typed for who reloads", async () => {
    const first = atTheWalk(proposing, helena);
    await first.type("The proposal", text);
    await unfold(first);
    await first.press("Add a condition");
    await first.type("Condition 1", "Planners stay.");
    first.unmount();
    atTheWalk(proposing, helena, { drafts: first.drafts });

    expect(await screen.findByDisplayValue("Planners stay.")).toBeDefined();
  });

  it("puts the focus on the line that was added, and back when it is removed", async () => {
    const walk = atTheWalk(proposing, helena);
    await unfold(walk);
    await walk.press("Add a message");
    expect(document.activeElement).toBe(screen.getByLabelText("Who is told"));
    await walk.press("Remove message 1");

    expect(document.activeElement?.textContent).toBe("Add a message");
  });
});

describe("a proposal with more to it", () => {
  const details = {
    conditions: ["Planners stay."],
    milestones: [{ what: "Pilot", by: "2027-02-01", owner: "Felix Brandt" }],
    goals: [{ metric: "Forecast error", target: "9", unit: "%" }],
  };

  it("shows its conditions at once and the rest folded", () => {
    atTheWalk(proposed(details), felix);

    expect(screen.getByText("Planners stay.")).toBeDefined();
    expect(screen.getByText("1 goal, 1 milestone")).toBeDefined();
  });

  it("is there to be changed with all it says", async () => {
    const objection = { stance: "object", ground: "security", reason: "Not yet." };
    const told: Told = [
      ...proposed(details),
      [imran, { kind: "stance-taken", proposal, seat: "seat-it", stance: objection }],
    ];
    const walk = atTheWalk(told, helena);
    await walk.press("Change the proposal");
    await screen.findByDisplayValue("Planners stay.");
    await walk.press("Take stances again");

    expect(walk.saidLast("proposal-made")).toMatchObject({
      conditions: details.conditions,
      milestones: details.milestones,
    });
  });

  it("binds who is named in it once it is decided", () => {
    const close: Told = [
      [helena, { kind: "decision-closed", outcome: "deferred", reason: "Later." }],
    ];
    atTheWalk([...proposed(details), ...close], felix);

    expect(screen.getAllByText("Pilot by 2027-02-01 (Felix Brandt)")).toHaveLength(2);
  });
});

describe("another rule for a proposal on which stances stand", () => {
  const objection = { stance: "object", ground: "security", reason: "Not yet." };
  const objected: Told = [
    ...proposed(),
    [imran, { kind: "stance-taken", proposal, seat: "seat-it", stance: objection }],
  ];

  it("is said to void them before it is proposed", async () => {
    const walk = atTheWalk(objected, helena);
    await walk.press("Change the proposal");
    await walk.choose("Majority");

    expect(
      screen.getByText(/^The rule changes: 1 stance given before counts no more/),
    ).toBeDefined();
  });

  it("voids them, and tells everybody", () => {
    const rule = { method: "majority", quorum };
    atTheWalk([...objected, [helena, { kind: "proposal-made", text, rule }]], imran);

    expect(
      screen.getByText("The rule has changed: 1 stance given before counts no more."),
    ).toBeDefined();
    expect(screen.getAllByRole("radio").every((one) => !(one as HTMLInputElement).checked)).toBe(
      true,
    );
  });
});

describe("a count with somebody silent", () => {
  const rule = { method: "majority", quorum };
  const made: Told = [
    ...proposed({ rule }),
    [helena, { kind: "stance-taken", proposal, seat: "seat-sales", stance: { stance: "agree" } }],
  ];

  it("waits for a minute and then may be closed", async () => {
    atTheWalk(made, helena, { secondsLater: 5 });
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
    expect(screen.getByText(/or has had a minute/)).toBeDefined();
  });

  it("may be closed after it, with the result in view", async () => {
    const walk = atTheWalk(made, helena, { secondsLater: 65 });
    // The security sign-off of this table must have agreed in any case.
    expect(
      screen.getByText(/Imran Tariq \(sign-off on security\) has not agreed yet: 1 for it of 1/, {
        selector: "main *",
      }),
    ).toBeDefined();
    walk.unmount();
    const agreed: Told = [
      ...made,
      [imran, { kind: "stance-taken", proposal, seat: "seat-it", stance: { stance: "agree" } }],
    ];
    const { press, saidLast } = atTheWalk(agreed, helena, { secondsLater: 65 });
    await press("Close");

    expect(saidLast("decision-closed")?.outcome).toBe("decided");
  });
});
