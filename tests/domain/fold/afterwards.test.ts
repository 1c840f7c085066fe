import { describe, expect, it } from "vitest";
import { oldestFirst } from "#domain/chain.ts";
import { toDecisionId } from "#domain/ids.ts";
import { replay } from "#domain/meeting.ts";
import { projectRow } from "#domain/record/project.ts";
import { type Saying, closed, log, refusalOf, says, started } from "../meeting-fixtures.ts";
import { ada, dana } from "../table-fixtures.ts";

const amends = {
  kind: "decision-amended",
  text: "By June, not May.",
  reason: "Iberia asked",
} as const;
const newer = toDecisionId("decision-2");
const succeeds = {
  kind: "decision-succeeded",
  how: "superseded",
  successor: newer,
  title: "Forecast by machine",
} as const;
const reviewed = {
  kind: "review-held",
  actual: "Error at 7 %",
  goals: [{ metric: "Forecast error", actual: "7 %" }],
  lessons: "Train first",
  verdict: "keep",
  nextReviewOn: "2027-12-01",
} as const;

function after(...sayings: Saying[]) {
  const entries = log(...closed, ...sayings);
  return { meeting: replay(entries), last: entries.at(-1)!.id };
}

describe("a decision that was taken", () => {
  it("is amended, and what was decided stays as it was", () => {
    const { meeting } = after(says(dana, amends));

    expect(meeting.status).toBe("amended");
    expect(meeting.proposal?.text).toContain("May");
    expect(oldestFirst(meeting.after?.amendments)).toMatchObject([{ text: "By June, not May." }]);
  });

  it("takes amendments only from those who prepared it", () => {
    const { meeting, last } = after(says({ ...dana, id: "mallory" as typeof dana.id }, amends));

    expect(refusalOf(meeting, last)).toEqual({ reason: "not-allowed", who: "preparer" });
  });

  it("is superseded by a later one, once for each", () => {
    const { meeting, last } = after(says(ada, succeeds), says(dana, succeeds));

    expect(meeting.status).toBe("superseded");
    expect(refusalOf(meeting, last)?.reason).toBe("already-so");
  });

  it("can be replaced by several", () => {
    const other = { ...succeeds, successor: toDecisionId("decision-3") };
    const { meeting } = after(says(ada, succeeds), says(ada, other));

    expect(oldestFirst(meeting.after?.successors)).toHaveLength(2);
  });

  it("is not amended any more once it was replaced", () => {
    const { meeting, last } = after(says(ada, succeeds), says(ada, amends));

    expect(refusalOf(meeting, last)?.reason).toBe("already-ended");
  });

  it("does not succeed itself", () => {
    const { meeting, last } = after(
      says(ada, { ...succeeds, successor: toDecisionId("decision-1") }),
    );

    expect(refusalOf(meeting, last)?.reason).toBe("links-to-itself");
  });

  it("moves its review to the next day named", () => {
    const { meeting } = after(says(ada, reviewed));

    expect(projectRow(meeting, "", 0).reviewOn).toBe("2027-12-01");
  });

  it("asks for no review after the last one, and is closed", () => {
    const { nextReviewOn: _, ...last } = reviewed;
    const { meeting } = after(says(ada, { ...last, verdict: "close" }));
    const row = projectRow(meeting, "", 0);

    expect([row.status, row.reviewOn]).toEqual(["closed", undefined]);
  });

  it("keeps amendments, successors and reviews in its row, by name and day", () => {
    const { meeting } = after(says(dana, amends), says(ada, reviewed), says(ada, succeeds));
    const row = projectRow(meeting, "", 0);

    expect(row.amendments).toMatch(
      /^2026-11-24 Dana .*: By June, not May\. \(because: Iberia asked\)$/u,
    );
    expect(row.replacedBy).toBe("Superseded by: Forecast by machine [decision-2]");
    expect(row.reviewResult).toMatch(/Error at 7 %\nForecast error: 7 %$/u);
    expect(row.lessons).toBe("2026-11-24 Train first");
  });
});

describe("a decision that is still open", () => {
  it.each([amends, succeeds, reviewed])("takes no $kind", (event) => {
    const entries = log(...started, says(ada, event));

    expect(refusalOf(replay(entries), entries.at(-1)!.id)?.reason).toBe("not-decided");
  });
});
