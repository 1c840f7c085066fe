import { describe, expect, it } from "vitest";
import type { Question } from "#domain/questions/question.ts";
import { fits } from "#domain/questions/fit.ts";
import {
  type AnswerForm,
  emptyForm,
  formFromDraft,
  formOf,
} from "#surfaces/shared/answer-input/answer-form.ts";
import { answerOf } from "#surfaces/shared/answer-input/answer-of.ts";
import { questions } from "../meeting-fixtures.ts";

const [strategic, outcome, , risks, speed, rights] = questions as readonly [
  Question,
  Question,
  Question,
  Question,
  Question,
  Question,
];

function form(filled: Partial<AnswerForm>): AnswerForm {
  return { ...emptyForm, ...filled };
}

const goal = { metric: "Forecast error", target: "9", text: "Sales trusts the number." };

describe("reading a form as an answer", () => {
  it.each([
    ["a choice", strategic, { choice: "strategic" }],
    ["a goal", outcome, { ...goal, unit: "%", baseline: "18", date: "2027-06-30", owner: "Felix" }],
    ["a risk", risks, { risk: "Where data goes", category: "privacy", by: "2027-01-31" }],
    ["a scale", speed, { scale: "4", text: "One owner." }],
    ["a right", rights, { right: "Vendor changes", who: "Imran", limit: "50 k€" }],
  ])("makes of %s what the rules accept", (_name, question, filled) => {
    const { answer } = answerOf(question, form(filled));

    expect(answer && fits(question, answer)).toBe(true);
  });

  it.each([
    ["a choice nobody made", strategic, {}, "choice"],
    ["a goal without a target", outcome, { ...goal, target: "" }, "target"],
    ["a risk of no kind", risks, { risk: "Where data goes" }, "category"],
    ["a scale nobody set", speed, { text: "One owner." }, "scale"],
    ["a right of nobody", rights, { right: "Vendor changes" }, "who"],
  ] as const)("says what %s lacks", (_name, question, filled, field) => {
    expect(answerOf(question, form(filled)).problems).toHaveProperty(field);
  });

  it("leaves out what is optional and was not touched", () => {
    expect(answerOf(strategic, form({ choice: "strategic" })).answer).toEqual({
      choice: "strategic",
    });
  });

  it("does not forget an optional part that was begun and is too long", () => {
    const read = answerOf(strategic, form({ choice: "strategic", text: "x".repeat(281) }));

    expect(read.problems).toHaveProperty("text");
  });

  it("reads back the very form an answer came from", () => {
    const filled = form({ ...goal, basis: "fact", source: "https://larkfield.example/a" });
    const { answer } = answerOf(outcome, filled);

    expect(answer && formOf(answer)).toEqual(filled);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "no link", "ftp://a.example"])(
    "takes %s for no source",
    (source) => {
      const read = answerOf(questions[2]!, form({ text: "So.", source }));

      expect(read.problems).toHaveProperty("source");
    },
  );
});

describe("reading a kept draft", () => {
  it.each(["", "{", "null", "[1]", '"text"', '{"text":5}'])(
    "makes an empty form of %s",
    (draft) => {
      expect(formFromDraft(draft)).toEqual(emptyForm);
    },
  );

  it("takes what it knows and nothing else", () => {
    expect(formFromDraft('{"text":"Half","constructor":"x"}')).toEqual(form({ text: "Half" }));
  });
});
