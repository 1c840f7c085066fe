import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Answer } from "#domain/questions/answer.ts";
import { fits } from "#domain/questions/fit.ts";
import { QuestionList } from "#domain/questions/question.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";

const { questions } = technologyDecision;

describe("the list for a technology decision", () => {
  it("obeys the schema of lists that customers write", () => {
    expect(v.safeParse(QuestionList, technologyDecision).success).toBe(true);
  });

  it("asks six questions, each for what it is about", () => {
    expect(questions.map(({ asks }) => asks.map(({ kind }) => kind))).toEqual([
      ["choice", "text"],
      ["goal", "text"],
      ["text"],
      ["risk"],
      ["scale", "text"],
      ["rights"],
    ]);
  });

  it("fits into a meeting of three quarters of an hour with the decision at its end", () => {
    expect(questions.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(32);
  });

  it("offers strategic or operational, with what each means", () => {
    const [choice] = questions[0]!.asks;

    expect(choice).toMatchObject({ options: [{ id: "strategic" }, { id: "operational" }] });
  });

  it("does not make anybody explain their choice", () => {
    expect(fits(questions[0]!, { choice: "operational" })).toBe(true);
  });

  it("says for each question why it is asked, in more than a line", () => {
    expect(questions.every(({ why }) => why.length > 100)).toBe(true);
  });

  it("has room for the question itself on a narrow panel", () => {
    expect(Math.max(...questions.map(({ text }) => text.length))).toBeLessThanOrEqual(90);
  });

  it("keeps to the drivers what is theirs to say", () => {
    expect(questions.map(({ audience }) => audience)).toEqual([
      "drivers",
      "all",
      "all",
      "all",
      "all",
      "drivers",
    ]);
  });
});

describe("a list that a customer wrote", () => {
  const list = (change: object) => ({ ...technologyDecision, ...change });
  const question = (change: object) => list({ questions: [{ ...questions[0]!, ...change }] });

  it.each([
    ["no question", list({ questions: [] })],
    ["one id twice", list({ questions: [questions[0], questions[0]] })],
    ["a question without an ask", question({ asks: [] })],
    [
      "a question that asks for two texts",
      question({ asks: [{ kind: "text" }, { kind: "text" }] }),
    ],
    ["no time for a question", question({ minutes: 0 })],
    ["half a minute", question({ minutes: 1.5 })],
    ["a question without words", question({ text: "  " })],
    ["an ask nobody knows", question({ asks: [{ kind: "script" }] })],
    [
      "a choice of one",
      question({ asks: [{ kind: "choice", options: [{ id: "a", label: "A" }] }] }),
    ],
    ["an audience nobody knows", question({ audience: "everyone" })],
    ["an id with blanks", list({ id: "my list" })],
  ])("is turned down with %s", (_, wrong) => {
    expect(v.safeParse(QuestionList, wrong).success).toBe(false);
  });
});

describe("an answer as it may be kept", () => {
  const parse = (answer: unknown) => v.safeParse(Answer, answer).success;

  it.each([
    ["280 characters", { text: { text: "x".repeat(280), basis: "fact" } }, true],
    ["281 characters", { text: { text: "x".repeat(281), basis: "fact" } }, false],
    ["a text without its basis", { text: { text: "It is so" } }, false],
    ["an empty text", { text: { text: "   ", basis: "fact" } }, false],
    [
      "a web address as source",
      { text: { text: "So", basis: "fact", source: "https://a.example" } },
      true,
    ],
    [
      "a script as source",
      { text: { text: "So", basis: "fact", source: "javascript:alert(1)" } },
      false,
    ],
    [
      "a data address as source",
      { text: { text: "So", basis: "fact", source: "data:text/html,x" } },
      false,
    ],
    ["a scale of 3", { scale: 3 }, true],
    ["a scale of 0", { scale: 0 }, false],
    ["a scale of 2.5", { scale: 2.5 }, false],
    ["a goal with measure and target", { goal: { metric: "Error", target: "9" } }, true],
    ["a goal without a target", { goal: { metric: "Error" } }, false],
    ["a goal due on no day", { goal: { metric: "Error", target: "9", date: "soon" } }, false],
    ["a risk of a known category", { risk: { what: "Leak", category: "privacy" } }, true],
    ["a risk of an unknown one", { risk: { what: "Leak", category: "weather" } }, false],
    ["a right with what and who", { rights: { what: "Vendors", who: "Dana" } }, true],
    ["nothing at all", {}, false],
  ])("with %s: %j", (_, answer, may) => {
    expect(parse(answer)).toBe(may);
  });

  it("keeps what looks like markup as the text it is", () => {
    const answer = v.parse(Answer, { text: { text: "<b>=SUM(A1)</b>", basis: "fact" } });

    expect(answer.text?.text).toBe("<b>=SUM(A1)</b>");
  });

  it("drops marks that would turn the reading order round", () => {
    const answer = v.parse(Answer, { text: { text: "safe\u202eelif", basis: "fact" } });

    expect(answer.text?.text).toBe("safeelif");
  });
});
