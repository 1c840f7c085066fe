import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerLine, goalLine, riskLine, rightLine } from "#domain/questions/answer-lines.ts";
import type { Answer } from "#domain/questions/answer.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";

const [strategic, outcome, goals, risks, speed, rights] = technologyDecision.questions;

describe("an answer as a line", () => {
  it("says a choice by its label", () => {
    expect(answerLine(strategic!, { choice: "operational" })).toBe("Operational");
  });

  it("says a choice no longer offered by its id", () => {
    expect(answerLine(strategic!, { choice: "gone" })).toBe("gone");
  });

  it("says a text with its basis", () => {
    const text = { text: "We miss by 18 %", basis: "fact" } as const;

    expect(answerLine(goals!, { text })).toBe("We miss by 18 % (fact)");
  });

  it("says a text with its source", () => {
    const text = {
      text: "So",
      basis: "assumption",
      source: "https://larkfield.example/a",
    } as const;

    expect(answerLine(goals!, { text })).toBe("So (assumption, https://larkfield.example/a)");
  });

  it("says the parts in the order they were asked for", () => {
    const answer: Answer = {
      text: { text: "Fewer rush orders", basis: "assumption" },
      goal: { metric: "Forecast error", target: "9", unit: "%" },
    };

    expect(answerLine(outcome!, answer)).toBe(
      "Forecast error to 9 % · Fewer rush orders (assumption)",
    );
  });

  it("says a scale with what it is out of", () => {
    expect(answerLine(speed!, { scale: 4 })).toBe("4 of 5");
  });

  it("says risks and rights", () => {
    expect(answerLine(risks!, { risk: { what: "Leak", category: "privacy" } })).toBe(
      "privacy: Leak",
    );
    expect(answerLine(rights!, { rights: { what: "vendors", who: "Dana" } })).toBe(
      "Dana decides: vendors",
    );
  });

  it("is empty where nothing asked for was answered", () => {
    expect(answerLine(risks!, { scale: 4 })).toBe("");
  });
});

describe("a goal as a line", () => {
  it("says from where to where, by when and whose", () => {
    const goal = {
      metric: "Forecast error",
      unit: "%",
      baseline: "18",
      target: "9",
      date: "2027-06-30",
      owner: "Ada Moreau",
    };

    expect(goalLine(goal)).toBe("Forecast error from 18 to 9 % by 2027-06-30 (Ada Moreau)");
  });
});

describe("a risk as a line", () => {
  it.each([
    [
      { whoCouldSee: "Legal", by: "2027-01-31" },
      "privacy: Leak (to find out: Legal, by 2027-01-31)",
    ],
    [{ whoCouldSee: "Legal" }, "privacy: Leak (to find out: Legal)"],
    [{ by: "2027-01-31" }, "privacy: Leak (to find out: by 2027-01-31)"],
    [{}, "privacy: Leak"],
  ])("with %j reads %j", (more, line) => {
    expect(riskLine({ what: "Leak", category: "privacy", ...more })).toBe(line);
  });
});

describe("a right as a line", () => {
  it("says who decides, up to where, and what is beyond", () => {
    const right = { what: "vendor changes", who: "Dana", limit: "50,000", escalateTo: "the board" };

    expect(rightLine(right)).toBe(
      "Dana decides: vendor changes, up to 50,000, beyond that the board",
    );
  });
});

describe("whatever people write", () => {
  const anyText = fc.string({ minLength: 1, unit: "grapheme" });

  it("stays on one line, so that nobody's answer looks like two", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const what = `${a}\n${b}\r\nEverybody agrees`;
        const lines = [
          answerLine(goals!, { text: { text: what, basis: "fact" } }),
          riskLine({ what, category: "other", whoCouldSee: what }),
          rightLine({ what, who: what, limit: what, escalateTo: what }),
          goalLine({ metric: what, target: what, owner: what }),
        ];

        expect(lines.filter((line) => /[\n\r\u2028\u2029]/u.test(line))).toEqual([]);
      }),
    );
  });
});
