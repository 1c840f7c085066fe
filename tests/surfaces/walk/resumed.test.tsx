import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheWalk } from "../at-the-walk.tsx";
import { type Told, felix, helena, imran, proposing, startMs } from "../meeting-fixtures.ts";

const rule = { method: "majority", quorum: { kind: "count", drivers: 3 } };
const reason = "The vendor's terms are not known.";
const next = {
  key: "19:meeting_next@thread.v2",
  subject: "Forecasting redesign, again",
  organizer: helena,
};
const closing = { kind: "decision-closed", outcome: "deferred", reason };

const deferred: Told = [
  ...proposing,
  [helena, { kind: "proposal-made", text: "Start with two regions.", rule }],
  [helena, closing, startMs + 3_600_000],
];
const weekLater = startMs + 7 * 86_400_000;
const resumed: Told = [
  ...deferred,
  [helena, { kind: "decision-resumed", meeting: next }, weekLater],
];
const ledAgain: Told = [
  ...resumed,
  [helena, { kind: "person-arrived" }, weekLater + 1000],
  [helena, { kind: "walk-started", override: "Two of us suffice." }, weekLater + 2000],
];

describe("a decision that is taken up again", () => {
  it("says when it was deferred and why, before the walk", () => {
    atTheWalk(resumed, felix);

    expect(screen.getByText("Taken up again.").parentElement?.textContent).toBe(
      `Taken up again. Deferred on 23 November 2026, because: ${reason}`,
    );
  });

  it("has what the table said before folded above", () => {
    atTheWalk(resumed, felix);

    expect(screen.getByText("What the table said so far (6)")).toBeDefined();
  });

  it("begins with what was proposed then, under its rule", async () => {
    const { press, saidLast } = atTheWalk(ledAgain, helena);
    expect(screen.getByLabelText("The proposal")).toHaveProperty(
      "value",
      "Start with two regions.",
    );
    await press("Take stances");

    expect(saidLast("proposal-made")?.rule.method).toBe("majority");
  });

  it("is nothing said of one that is new", () => {
    atTheWalk(proposing, imran);

    expect(screen.queryByText("Taken up again.")).toBeNull();
  });
});

describe("a deferred decision", () => {
  it("says where it is taken up again", () => {
    atTheWalk(deferred, felix);

    expect(screen.getByText("Take it up again from Prepare in the next meeting.")).toBeDefined();
  });
});
