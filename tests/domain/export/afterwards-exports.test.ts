import { describe, expect, it } from "vitest";
import { decisionsCsv } from "#domain/export/decisions-csv.ts";
import { madr } from "#domain/export/madr.ts";
import { minutes } from "#domain/export/minutes.ts";
import { summary } from "#domain/export/summary.ts";
import { toDocument } from "#domain/export/to-document.ts";
import { toDecisionId } from "#domain/ids.ts";
import { closed, meetingKey, says, started } from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";
import { readCsv } from "./csv-reader.ts";
import { exported } from "./exported-fixtures.ts";

const amended = says(ada, {
  kind: "decision-amended",
  text: "It starts in June.",
  reason: "The vendor is late.",
});
const reviewed = says(ada, {
  kind: "review-held",
  actual: "Two regions use it.",
  goals: [{ metric: "Forecast error", actual: "11 %" }],
  lessons: "Train people first.",
  verdict: "keep",
  nextReviewOn: "2028-01-10",
});
const replaced = (how: "superseded" | "reversed") =>
  says(ada, {
    kind: "decision-succeeded",
    how,
    successor: toDecisionId("d-9"),
    title: "Buy a [better](https://evil.example) one",
  });

const after = exported({}, [...closed, amended, reviewed, replaced("superseded")]);

describe("a decision that went on, as JSON", () => {
  const document = toDocument(after);

  it("has what was added to it, by what it is", () => {
    expect(document.afterwards).toMatchObject({
      history: [],
      amendments: ["2026-11-24 Ada Moreau: It starts in June. (because: The vendor is late.)"],
      review: ["2026-11-24 Reviewed by Ada Moreau: Two regions use it.", "Forecast error: 11 %"],
      lessons: ["2026-11-24 Train people first."],
    });
    expect(document.afterwards.reviewedAt).toMatch(/^2026-11-24T/u);
  });

  it("names what took its place by its id", () => {
    expect(document.links).toEqual({
      replaces: [],
      replacedBy: [
        { how: "superseded", decision: "d-9", title: "Buy a [better](https://evil.example) one" },
      ],
    });
  });

  it("is version 1 still, with every older key in its place", () => {
    expect(document.version).toBe(1);
    expect(document.table).toMatchObject({ dissent: 1, inFavour: 4, abstained: 0 });
    expect(document.how.leadFunction).toBe("Sales");
  });

  it("has every key also where nothing has happened since", () => {
    const { afterwards, links } = toDocument(exported());

    expect(Object.values(afterwards)).toEqual([[], [], [], null, []]);
    expect(links).toEqual({ replaces: [], replacedBy: [] });
  });
});

describe("a decision that went on, as Markdown", () => {
  it("says in its minutes what was amended, reviewed, learned and linked", () => {
    const text = minutes(after);

    expect(text).toContain("## Amendments\n\n- 2026-11-24 Ada Moreau: It starts in June.");
    expect(text).toContain("## Review\n\n- 2026-11-24 Reviewed by Ada Moreau");
    expect(text).toContain("## Lessons\n\n- 2026-11-24 Train people first.");
    expect(text).toContain("## Linked decisions\n\n- Superseded by: Buy a");
    expect(text).not.toContain("](https");
  });

  it("says in MADR's front matter and in its older bullets what superseded it", () => {
    const text = madr(after);

    expect(text).toContain('status: "superseded by “Buy a [better](https://evil.example) one”"');
    expect(text).toMatch(/^\* Status: superseded by “Buy a \\\[better\\\]\(/mu);
  });

  it("keeps MADR's word for a decision that was reversed, and names what did it", () => {
    expect(madr(exported({}, [...closed, replaced("reversed")]))).toMatch(
      /^status: "deprecated, reversed by “Buy a/mu,
    );
  });

  it("has no empty parts where nothing has happened since", () => {
    expect(minutes(exported())).not.toMatch(/## (?:Amendments|Review|Lessons|Linked|History)/u);
    expect(madr(exported())).not.toMatch(/### (?:Amendments|Review|Lessons|Linked|History)/u);
  });
});

describe("a decision that went on, in a table and on one screen", () => {
  it("fills its columns", () => {
    const [head = [], cells = []] = readCsv(decisionsCsv([after]));
    const cell = (word: string) => cells[head.indexOf(word)];

    expect(cell("In favour")).toBe("4");
    expect(cell("Lead function")).toBe("Sales");
    expect(cell("Reviewed on")).toBe("2026-11-24");
    expect(cell("Amendments")).toMatch(/It starts in June/u);
    expect(cell("Replaced by")).toMatch(/^Superseded by: Buy a/u);
  });

  it("says on one screen what took its place, instead of a review nobody will hold", () => {
    expect(summary(after)).toMatch(/^Superseded by: Buy a/mu);
    expect(summary(after)).not.toContain("To be reviewed");
    expect(summary(exported())).toContain("To be reviewed on 2027-06-01.");
  });
});

describe("a decision that was taken up in another meeting", () => {
  const meeting = { key: meetingKey, subject: "Second round" };
  const resumed = exported({}, [
    ...started,
    says(ada, { kind: "decision-closed", outcome: "deferred", reason: "No figures" }),
    says(ada, { kind: "decision-resumed", meeting }),
  ]);

  it("names the meeting it is in, and not the one that put it off", () => {
    expect(toDocument(resumed).log?.meeting.subject).toBe("Second round");
    expect(minutes(resumed)).toContain("- Meeting: Second round\n");
  });
});
