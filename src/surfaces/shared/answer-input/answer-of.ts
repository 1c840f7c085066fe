import {
  type Answer,
  type DecisionRight,
  type Goal,
  type Risk,
  type TextAnswer,
  riskCategories,
} from "#domain/questions/answer.ts";
import type { Ask, Question } from "#domain/questions/question.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import type { AnswerForm, FormField } from "./answer-form.ts";

/** What is wrong with a form, by field, in sentences that say what to do. */
export type Problems = Readonly<Partial<Record<FormField, string>>>;

/** The answer a form makes, or what is still wrong with it. */
export type ReadAnswer =
  | { readonly answer: Answer; readonly problems?: undefined }
  | { readonly answer?: undefined; readonly problems: Problems };

/** Reads a form as an answer to a question: what is optional may be left out altogether. */
export function answerOf(question: Question, form: AnswerForm): ReadAnswer {
  const problems: { [F in FormField]?: string } = {};
  const need: Need = (field, limit, missing) => {
    const text = cleanText(form[field]);
    if (text === "" && missing !== undefined) problems[field] = missing;
    if (text.length > limit) problems[field] = `Shorten this to ${limit} characters.`;
    return text;
  };
  let answer: Answer = {};
  for (const ask of question.asks) {
    if (ask.optional === true && isUntouched(ask, form)) continue;
    answer = { ...answer, ...partOf(ask, form, need, problems) };
  }
  if (Object.keys(problems).length > 0) return { problems };
  if (Object.keys(answer).length > 0) return { answer };
  const [first] = question.asks;
  return { problems: { [first === undefined ? "text" : firstField[first.kind]]: "Answer first." } };
}

/** Reads a field; `missing` is what to say when it is empty and must not be. */
type Need = (field: FormField, limit: number, missing?: string) => string;

const firstField: { readonly [K in Ask["kind"]]: FormField } = {
  choice: "choice",
  text: "text",
  scale: "scale",
  goal: "metric",
  risk: "risk",
  rights: "right",
};

const fieldsOf: { readonly [K in Ask["kind"]]: readonly FormField[] } = {
  choice: ["choice"],
  text: ["text", "source"],
  scale: ["scale"],
  goal: ["metric", "unit", "baseline", "target", "date", "owner"],
  risk: ["risk", "category", "whoCouldSee", "by"],
  rights: ["right", "who", "limit", "escalateTo"],
};

function isUntouched(ask: Ask, form: AnswerForm): boolean {
  return fieldsOf[ask.kind].every((field) => cleanText(form[field]) === "");
}

function partOf(
  ask: Ask,
  form: AnswerForm,
  need: Need,
  problems: { [F in FormField]?: string },
): Answer {
  switch (ask.kind) {
    case "choice":
      return { choice: need("choice", 40, "Choose one.") };
    case "scale": {
      const scale = ([1, 2, 3, 4, 5] as const).find((step) => String(step) === form.scale);
      if (scale !== undefined) return { scale };
      problems.scale = "Choose a number from 1 to 5.";
      return {};
    }
    case "text":
      return { text: textOf(form, need, problems) };
    case "goal":
      return { goal: goalOf(need) };
    case "risk":
      return { risk: riskOf(form, need, problems) };
    case "rights":
      return { rights: rightOf(need) };
  }
}

function textOf(form: AnswerForm, need: Need, problems: { [F in FormField]?: string }): TextAnswer {
  const text = need("text", briefLimit, "Write your answer in a sentence or two.");
  const basis = form.basis === "fact" ? "fact" : "assumption";
  const written = need("source", 500);
  if (written === "") return { text, basis };
  const source = linkOf(written);
  if (source === undefined) {
    problems.source = "This is no link. Paste one that begins with https://.";
    return { text, basis };
  }
  return { text, basis, source };
}

/** A link as people paste it: without a scheme it is meant to be https. */
function linkOf(written: string): string | undefined {
  const link = /^[a-z][a-z0-9+.-]*:/iu.test(written) ? written : `https://${written}`;
  if (!/^https?:\/\/[^/\s]+\.[^\s]+$/iu.test(link) || !URL.canParse(link)) return undefined;
  return link;
}

function goalOf(need: Need): Goal {
  const metric = need("metric", 120, "Name what is measured.");
  const target = need("target", 40, "Say where it should be.");
  return {
    metric,
    target,
    ...given("unit", need("unit", 20)),
    ...given("baseline", need("baseline", 40)),
    ...given("date", need("date", 10)),
    ...given("owner", need("owner", 120)),
  };
}

function riskOf(form: AnswerForm, need: Need, problems: { [F in FormField]?: string }): Risk {
  const what = need("risk", briefLimit, "Say what you do not understand yet.");
  const category = riskCategories.find((one) => one === form.category);
  if (category === undefined) problems.category = "Choose a kind.";
  return {
    what,
    category: category ?? "other",
    ...given("whoCouldSee", need("whoCouldSee", 120)),
    ...given("by", need("by", 10)),
  };
}

function rightOf(need: Need): DecisionRight {
  const what = need("right", 140, "Say what will have to be decided.");
  const who = need("who", 120, "Name who decides it.");
  return {
    what,
    who,
    ...given("limit", need("limit", 120)),
    ...given("escalateTo", need("escalateTo", 120)),
  };
}

/** A field that is left out where nothing was written. */
function given<K extends string>(name: K, text: string): { readonly [N in K]?: string } {
  return text === "" ? {} : ({ [name]: text } as { readonly [N in K]: string });
}
