import type { Answer, DecisionRight, Goal, Risk, TextAnswer } from "#domain/questions/answer.ts";
import { goalLine, rightLine } from "#domain/questions/answer-lines.ts";
import type { Ask } from "#domain/questions/question.ts";
import { counted } from "#domain/table/sentences.ts";
import { figures, grouped, quotes, shortened } from "./wording.ts";

/** What the answers come to in one thing a question asks for; empty where nobody said anything. */
export function sayAsk(ask: Ask, answers: readonly Answer[], quoted: number): string {
  switch (ask.kind) {
    case "choice":
      return sayChoices(ask, parts(answers, "choice"));
    case "text":
      return sayTexts(parts(answers, "text"), quoted);
    case "scale":
      return sayScale(parts(answers, "scale"));
    case "goal":
      return sayGoals(parts(answers, "goal"), quoted);
    case "risk":
      return sayRisks(parts(answers, "risk"), quoted);
    case "rights":
      return sayRights(parts(answers, "rights"), quoted);
  }
}

function parts<K extends keyof Answer>(answers: readonly Answer[], kind: K) {
  return answers.flatMap((answer) => answer[kind] ?? []) as readonly NonNullable<Answer[K]>[];
}

/** "5 of 6 say “Strategic”, 1 “Operational”." */
function sayChoices(ask: Extract<Ask, { kind: "choice" }>, chosen: readonly string[]): string {
  const label = (id: string) => ask.options.find((option) => option.id === id)?.label ?? id;
  const [most, ...others] = grouped(chosen.map(label));
  if (most === undefined) return "";
  const rest = others.map(({ text, count }) => `, ${count} “${text}”`).join("");
  const isOne = most.count === 1;
  if (rest === "") return `${allOf(most.count)} “${most.text}”.`;
  const verb = isOne ? "says" : "say";
  return `${most.count} of ${chosen.length} ${verb} “${most.text}”${rest}.`;
}

function allOf(count: number): string {
  if (count === 1) return "1 of 1 says";
  return count === 2 ? "Both say" : `All ${count} say`;
}

/** "2 facts: “…”, “…”. 1 assumption: “…”." Facts take the room first. */
function sayTexts(texts: readonly TextAnswer[], quoted: number): string {
  const facts = texts.filter(({ basis }) => basis === "fact");
  const assumptions = texts.filter(({ basis }) => basis === "assumption");
  const shownFacts = Math.min(facts.length, quoted);
  return [
    sayOfKind("fact", facts, shownFacts),
    sayOfKind("assumption", assumptions, quoted - shownFacts),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sayOfKind(word: string, texts: readonly TextAnswer[], quoted: number): string {
  if (texts.length === 0) return "";
  const said = texts.map(({ text }) => text);
  return `${counted(texts.length, word)}${after(": ", quotes(said, quoted))}.`;
}

/** "Median 3.5 of 5, from 2 to 5, 6 answers." */
function sayScale(steps: readonly number[]): string {
  const inOrder = steps.toSorted((a, b) => a - b);
  const [least] = inOrder;
  const most = inOrder.at(-1);
  if (least === undefined || most === undefined) return "";
  const range = least === most ? "" : `, from ${least} to ${most}`;
  return `Median ${medianOf(inOrder)} of 5${range}, ${counted(inOrder.length, "answer")}.`;
}

function medianOf(inOrder: readonly number[]): number {
  const half = (inOrder.length - 1) / 2;
  return ((inOrder[Math.floor(half)] ?? 0) + (inOrder[Math.ceil(half)] ?? 0)) / 2;
}

/** "3 of 5 name “Forecast error”: Forecast error from 31 to 12 %." Of equal metrics, the first line. */
function sayGoals(goals: readonly Goal[], quoted: number): string {
  const [most] = grouped(goals.map(({ metric }) => metric));
  if (most === undefined) return "";
  if (most.count === 1 && goals.length > 1) {
    const lines = goals.map((goal) => goalLine(goal));
    return `${goals.length} different goals${after(": ", quotes(lines, quoted))}.`;
  }
  const same = goals.filter(({ metric }) => grouped([metric, most.text]).length === 1);
  const [line] = grouped(same.map((goal) => goalLine(goal)));
  const { length } = goals;
  const who = most.count === 1 ? "1 names" : `${most.count} of ${length} name`;
  const goal = quoted > 0 && line !== undefined ? `: ${shortened(line.text, 180)}` : "";
  return `${who} “${shortened(most.text, 60)}”${goal}.`;
}

/** "3 risks: 2 privacy, 1 people. “…”, “…”. Who could show us: Legal, HR." */
function sayRisks(risks: readonly Risk[], quoted: number): string {
  if (risks.length === 0) return "";
  const categories = figures(grouped(risks.map(({ category }) => category)));
  const what = quotes(
    grouped(risks.map((risk) => risk.what)).map(({ text }) => text),
    quoted,
  );
  const showing = grouped(risks.flatMap(({ whoCouldSee }) => whoCouldSee ?? []));
  const who = showing.slice(0, quoted).map(({ text }) => shortened(text, 40));
  return [
    `${counted(risks.length, "risk")}: ${categories}.`,
    ...(what === "" ? [] : [`${what}.`]),
    ...(who.length === 0 ? [] : [`Who could show us: ${who.join(", ")}.`]),
  ].join(" ");
}

/** "3 decision rights: “Finance decides: budget”, “…”." Equal ones once. */
function sayRights(rights: readonly DecisionRight[], quoted: number): string {
  if (rights.length === 0) return "";
  const lines = grouped(rights.map((right) => rightLine(right))).map(({ text }) => text);
  return `${counted(lines.length, "decision right")}${after(": ", quotes(lines, quoted))}.`;
}

function after(lead: string, text: string): string {
  return text === "" ? "" : `${lead}${text}`;
}
