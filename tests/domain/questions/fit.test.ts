import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#domain/questions/answer.ts";
import { fits } from "#domain/questions/fit.ts";
import type { Ask } from "#domain/questions/question.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";

const choice: Ask = {
  kind: "choice",
  options: [
    { id: "yes", label: "Yes" },
    { id: "no", label: "No" },
  ],
};
const asks = (...list: Ask[]) => ({ ...technologyDecision.questions[0]!, asks: list });
const text = { text: "It is so", basis: "fact" } as const;

describe("an answer fits its question", () => {
  it.each<[string, Ask[], Answer]>([
    ["with what was asked for", [{ kind: "text" }], { text }],
    ["with both of two asked for", [choice, { kind: "text" }], { choice: "no", text }],
    ["without what is optional", [choice, { kind: "text", optional: true }], { choice: "yes" }],
    ["with what is optional", [choice, { kind: "text", optional: true }], { choice: "yes", text }],
    [
      "with only one of two optional parts",
      [
        { kind: "scale", low: "L", high: "H", optional: true },
        { kind: "text", optional: true },
      ],
      { scale: 4 },
    ],
  ])("%s", (_, list, answer) => {
    expect(fits(asks(...list), answer)).toBe(true);
  });
});

describe("an answer does not fit its question", () => {
  it.each<[string, Ask[], Answer]>([
    ["without a part asked for", [choice, { kind: "text" }], { choice: "yes" }],
    ["with a part not asked for", [choice], { choice: "yes", text }],
    ["with another part in place of it", [{ kind: "text" }], { scale: 3 }],
    ["with a choice that was not offered", [choice], { choice: "maybe" }],
    ["with nothing in it", [{ kind: "text", optional: true }], {}],
    ["with a part that is there and undefined", [{ kind: "text" }], { text: undefined }],
  ])("%s", (_, list, answer) => {
    expect(fits(asks(...list), answer)).toBe(false);
  });
});

describe("any answer", () => {
  const anyAnswer: fc.Arbitrary<Answer> = fc.record(
    {
      choice: fc.constantFrom("strategic", "operational", "neither"),
      text: fc.constant(text),
      scale: fc.constantFrom(1, 3, 5),
      goal: fc.constant({ metric: "Error", target: "9" }),
      risk: fc.constant({ what: "Leak", category: "privacy" as const }),
      rights: fc.constant({ what: "Vendors", who: "Dana" }),
    },
    { requiredKeys: [] },
  );
  const anyQuestion = fc.constantFrom(...technologyDecision.questions);

  it("fits only with parts that were asked for, and all of them that are not optional", () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, (question, answer) => {
        const given = new Set(Object.keys(answer));
        const asked = question.asks.map(({ kind }) => kind);
        const needed = question.asks.filter(({ optional }) => !optional).map(({ kind }) => kind);
        const isOffered = answer.choice === undefined || answer.choice !== "neither";
        const should =
          isOffered &&
          given.size > 0 &&
          [...given].every((kind) => asked.some((one) => one === kind)) &&
          needed.every((kind) => given.has(kind));

        expect(fits(question, answer)).toBe(should);
      }),
    );
  });
});
