import type { DecisionEvent } from "#domain/log/event.ts";
import type { Answer } from "#domain/questions/answer.ts";

/** What a person wrote themselves in something they said: what must not be lost if it fails. */
export function wordsOf(event: DecisionEvent): string | undefined {
  const words = writtenIn(event)
    .filter((text) => text !== undefined && text !== "")
    .join("\n");
  return words === "" ? undefined : words;
}

function writtenIn(event: DecisionEvent): readonly (string | undefined)[] {
  switch (event.kind) {
    case "question-answered":
      return answerWords(event.answer);
    case "stance-taken":
      return event.stance.stance === "object"
        ? [event.stance.ground, event.stance.reason, event.stance.wouldChange]
        : [event.stance.reason];
    case "conclusion-drafted":
    case "proposal-made":
      return [event.text];
    case "question-concluded":
      return [event.conclusion];
    case "proposal-ruled":
    case "decision-closed":
      return [event.reason];
    case "walk-started":
      return [event.override];
    case "decision-opened":
      return [event.title];
    case "decision-framed": {
      const { title, context, outcome, without } = event.frame;
      return [title, context, outcome, without];
    }
    case "gate-answered":
      return [event.gate.override?.reason];
    case "seat-set":
      return [event.seat.insight, event.seat.accountability];
    case "interest-declared":
      return [event.reason];
    case "decision-linked":
      return [event.link.news];
    case "decision-amended":
      return [event.text, event.reason];
    case "review-held":
      return [event.actual, ...(event.goals ?? []).map(({ actual }) => actual), event.lessons];
    case "seat-removed":
    case "delegate-accepted":
    case "questions-chosen":
    case "rule-chosen":
    case "person-arrived":
    case "person-left":
    case "person-marked-present":
    case "question-opened":
    case "answers-revealed":
    case "time-extended":
    case "facilitation-handed-over":
    case "facilitation-claimed":
    case "record-written":
    case "decision-read":
    case "person-marked-absent":
    case "interest-withdrawn":
    case "decision-unlinked":
    case "decision-resumed":
    case "decision-succeeded":
      return [];
  }
}

function answerWords({ text, goal, risk, rights }: Answer): readonly (string | undefined)[] {
  return [
    text?.text,
    text?.source,
    goal?.metric,
    goal?.baseline,
    goal?.target,
    goal?.owner,
    risk?.what,
    risk?.whoCouldSee,
    rights?.what,
    rights?.who,
    rights?.limit,
    rights?.escalateTo,
  ];
}
