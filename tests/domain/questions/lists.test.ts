import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { builtInLists } from "#domain/questions/lists.ts";
import { QuestionList } from "#domain/questions/question.ts";

describe.each(builtInLists.map((list) => [list.name, list] as const))("the list %s", (_, list) => {
  const { questions } = list;

  it("obeys the schema of lists that customers write", () => {
    expect(v.safeParse(QuestionList, list).success).toBe(true);
  });

  it("leaves time for the decision in a meeting of three quarters of an hour", () => {
    expect(questions.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(35);
  });

  it("says for each question why it is asked, in more than a line", () => {
    expect(questions.every(({ why }) => why.length > 100)).toBe(true);
  });

  it("has room for each question on a narrow panel", () => {
    expect(Math.max(...questions.map(({ text }) => text.length))).toBeLessThanOrEqual(90);
  });
});

describe("the lists a meeting may start with", () => {
  it("have names and ids of their own", () => {
    expect(new Set(builtInLists.map(({ id }) => id)).size).toBe(builtInLists.length);
    expect(new Set(builtInLists.map(({ name }) => name)).size).toBe(builtInLists.length);
  });

  it("share no question, so that answers never land in the wrong one", () => {
    const ids = builtInLists.flatMap(({ questions }) => questions.map(({ id }) => id));

    expect(new Set(ids).size).toBe(ids.length);
  });
});
