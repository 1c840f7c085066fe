import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { conclusionLimit, draftConclusion } from "#domain/concluding/draft-conclusion.ts";
import { type Answer, Answer as AnswerSchema } from "#domain/questions/answer.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import { cleanText } from "#domain/text.ts";

const [strategic, outcome, doingWithout, risks, speed, rights] = technologyDecision.questions;

const says = (choice: string): Answer => ({ choice });
const fact = (text: string): Answer => ({ text: { text, basis: "fact" } });
const assumption = (text: string): Answer => ({ text: { text, basis: "assumption" } });
const rates = (scale: 1 | 2 | 3 | 4 | 5): Answer => ({ scale });
const aims = (metric: string, target: string): Answer => ({ goal: { metric, target } });

describe("a conclusion drafted from choices", () => {
  it("says how many of how many chose what", () => {
    const answers = [says("operational"), ...Array.from({ length: 5 }, () => says("strategic"))];

    expect(draftConclusion(strategic!, answers)).toBe("5 of 6 say “Strategic”, 1 “Operational”.");
  });

  it("says when all are of one mind", () => {
    expect(draftConclusion(strategic!, [says("strategic"), says("strategic")])).toBe(
      "Both say “Strategic”.",
    );
  });

  it("says of one answer that it is one", () => {
    expect(draftConclusion(strategic!, [says("strategic")])).toBe("1 of 1 says “Strategic”.");
  });

  it("takes no side in a tie", () => {
    expect(draftConclusion(strategic!, [says("strategic"), says("operational")])).toBe(
      "1 of 2 says “Strategic”, 1 “Operational”.",
    );
  });
});

describe("a conclusion drafted from texts", () => {
  it("puts facts before assumptions, whoever spoke first", () => {
    const answers = [assumption("It will hold"), fact("We miss by 18 %"), fact("Three sheets")];

    expect(draftConclusion(doingWithout!, answers)).toBe(
      "2 facts: “We miss by 18 %”, “Three sheets”. 1 assumption: “It will hold”.",
    );
  });

  it("quotes fewer where all would not fit, facts first, and says how many more there are", () => {
    const long = (basis: string, at: number) => `${basis} ${at} ${"x".repeat(200)}`;
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    const draft = draftConclusion(doingWithout!, [
      ...eight.map((at) => assumption(long("A", at))),
      ...eight.map((at) => fact(long("F", at))),
    ]);

    expect(draft).toMatch(/^8 facts: “F 1 x+…”, .* and 4 more\. 8 assumptions\.$/u);
    expect(draft.length).toBeLessThanOrEqual(conclusionLimit);
  });
});

describe("a conclusion drafted from a scale", () => {
  it("says the median, the range and how many answered", () => {
    expect(draftConclusion(speed!, [rates(5), rates(2), rates(4)])).toBe(
      "Median 4 of 5, from 2 to 5, 3 answers.",
    );
  });

  it("takes the middle of the two middle ones", () => {
    expect(draftConclusion(speed!, [rates(2), rates(3), rates(4), rates(5)])).toBe(
      "Median 3.5 of 5, from 2 to 5, 4 answers.",
    );
  });

  it("leaves the range out where there is none", () => {
    expect(draftConclusion(speed!, [rates(3)])).toBe("Median 3 of 5, 1 answer.");
  });
});

describe("a conclusion drafted from goals", () => {
  it("names the goal most name, with its figures", () => {
    const error: Answer = {
      goal: { metric: "Forecast error", baseline: "31", target: "12", unit: "%" },
    };
    const answers = [aims("Stock", "40 days"), error, aims("forecast  ERROR", "15")];

    expect(draftConclusion(outcome!, answers)).toBe(
      "2 of 3 name “Forecast error”: Forecast error from 31 to 12 %.",
    );
  });

  it("says that no two are alike", () => {
    expect(draftConclusion(outcome!, [aims("Stock", "40"), aims("Error", "12")])).toBe(
      "2 different goals: “Stock to 40”, “Error to 12”.",
    );
  });

  it("adds what was said beside them", () => {
    const answer: Answer = { ...aims("Error", "12"), ...fact("Planners see why.") };

    expect(draftConclusion(outcome!, [answer])).toBe(
      "1 names “Error”: Error to 12. 1 fact: “Planners see why”.",
    );
  });
});

describe("a conclusion drafted from risks", () => {
  it("counts them by category, most first, and says who could show us", () => {
    const answers: Answer[] = [
      { risk: { what: "Roles change", category: "people", whoCouldSee: "HR" } },
      { risk: { what: "Names leak", category: "privacy", whoCouldSee: "Legal" } },
      { risk: { what: "Deals leak", category: "privacy", whoCouldSee: "legal" } },
    ];

    expect(draftConclusion(risks!, answers)).toBe(
      "3 risks: 2 privacy, 1 people. “Roles change”, “Names leak”, “Deals leak”. Who could show us: Legal, HR.",
    );
  });
});

describe("a conclusion drafted from decision rights", () => {
  it("says each once, however many named it", () => {
    const budget: Answer = { rights: { what: "the budget", who: "Finance", limit: "50,000" } };

    expect(
      draftConclusion(rights!, [budget, budget, { rights: { what: "which data", who: "IT" } }]),
    ).toBe(
      "2 decision rights: “Finance decides: the budget, up to 50,000”, “IT decides: which data”.",
    );
  });
});

const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
    fc.constantFrom(
      "=cmd|' /C calc'!A0",
      "<img src=x onerror=alert(1)>",
      "a\n- b\n# c",
      "“”",
      "👩‍👩‍👧".repeat(14),
    ),
  )
  .filter((text) => cleanText(text) !== "" && text.length <= 120);

const anyAnswer: fc.Arbitrary<Answer> = fc
  .record(
    {
      choice: fc.constantFrom("strategic", "operational", "gone"),
      text: fc.record({ text: anyText, basis: fc.constantFrom("fact", "assumption") }),
      scale: fc.constantFrom(1, 2, 3, 4, 5),
      goal: fc.record({
        metric: anyText,
        target: fc.constant("1"),
      }),
      risk: fc.record({
        what: anyText,
        category: fc.constantFrom("privacy", "other"),
        whoCouldSee: fc.constant("IT"),
      }),
      rights: fc.record({ what: anyText, who: fc.constant("Finance") }),
    },
    { requiredKeys: [] },
  )
  .filter((answer) => v.is(AnswerSchema, answer))
  .map((answer) => v.parse(AnswerSchema, answer));

describe("any answers to any question", () => {
  const question = fc.constantFrom(...technologyDecision.questions);
  const answers = fc.array(anyAnswer, { maxLength: 40 });

  it("make one line that fits a conclusion, and is as it will be kept", () => {
    fc.assert(
      fc.property(question, answers, (asked, given) => {
        const draft = draftConclusion(asked, given);

        expect(draft.length).toBeLessThanOrEqual(conclusionLimit);
        expect(draft).not.toContain("\n");
        expect(cleanText(draft)).toBe(draft);
        expect(draft).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it("make something wherever somebody said what was asked, else nothing", () => {
    fc.assert(
      fc.property(question, answers, (asked, given) => {
        const isSaid = given.some((answer) =>
          asked.asks.some(({ kind }) => answer[kind] !== undefined),
        );

        expect(draftConclusion(asked, given) !== "").toBe(isSaid);
      }),
    );
  });
});
