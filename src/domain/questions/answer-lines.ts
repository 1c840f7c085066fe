import type { Answer, DecisionRight, Goal, Risk, TextAnswer } from "./answer.ts";
import { oneLine } from "#domain/text.ts";
import type { Ask, Question } from "./question.ts";

/** An answer as one line of plain text, its parts in the order the question asks for them. */
export function answerLine(question: Question, answer: Answer): string {
  return question.asks
    .map((ask) => partLine(ask, answer))
    .filter((part) => part !== "")
    .join(" · ");
}

/** A goal as one line: "Forecast error from 18 to 9 % by 2027-06-30 (Priya)". */
export function goalLine({ metric, unit, baseline, target, date, owner }: Goal): string {
  const from = baseline === undefined ? "" : ` from ${baseline}`;
  const measured = unit === undefined ? target : `${target} ${unit}`;
  const by = date === undefined ? "" : ` by ${date}`;
  return oneLine(`${metric}${from} to ${measured}${by}${inBrackets(owner)}`);
}

/** A risk as one line: "privacy: … (to find out: Legal, by 2027-01-31)". */
export function riskLine({ what, category, whoCouldSee, by }: Risk): string {
  const due = by === undefined ? "" : `by ${by}`;
  const showing = [whoCouldSee, due].filter((part) => part !== undefined && part !== "").join(", ");
  return oneLine(`${category}: ${what}${showing === "" ? "" : ` (to find out: ${showing})`}`);
}

/** A decision right as one line: "Dana decides: vendor changes, up to 50,000, beyond that the board". */
export function rightLine({ what, who, limit, escalateTo }: DecisionRight): string {
  const upTo = limit === undefined ? "" : `, up to ${limit}`;
  const beyond = escalateTo === undefined ? "" : `, beyond that ${escalateTo}`;
  return oneLine(`${who} decides: ${what}${upTo}${beyond}`);
}

function partLine(ask: Ask, answer: Answer): string {
  switch (ask.kind) {
    case "choice": {
      const chosen = ask.options.find((option) => option.id === answer.choice);
      return chosen?.label ?? answer.choice ?? "";
    }
    case "text":
      return answer.text === undefined ? "" : textLine(answer.text);
    case "scale":
      return answer.scale === undefined ? "" : `${answer.scale} of 5`;
    case "goal":
      return answer.goal === undefined ? "" : goalLine(answer.goal);
    case "risk":
      return answer.risk === undefined ? "" : riskLine(answer.risk);
    case "rights":
      return answer.rights === undefined ? "" : rightLine(answer.rights);
  }
}

function textLine({ text, basis, source }: TextAnswer): string {
  return oneLine(`${text} (${source === undefined ? basis : `${basis}, ${source}`})`);
}

function inBrackets(text: string | undefined): string {
  return text === undefined ? "" : ` (${text})`;
}
