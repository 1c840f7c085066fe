import { latestAnswers } from "#domain/latest-answers.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { GivenAnswer, Meeting } from "#domain/meeting-state.ts";
import { answerLine } from "#domain/questions/answer-lines.ts";
import type { Question } from "#domain/questions/question.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { type Exported, isoDay, linesOf, linksOf } from "./exported.ts";
import { address, bullets, inline, page, paragraphs, part, quotation } from "./markdown.ts";
import { statusWord } from "./status-word.ts";

/**
 * One decision as minutes in Markdown, for people: what, why, who, how, and what each question
 * said, with everybody's answer where the log is at hand. Hostile text stays text.
 */
export function minutes(exported: Exported): string {
  const { row, meeting } = exported;
  return page([
    `# ${inline(row.title)}`,
    quotation(row.outcome),
    facts(exported),
    part("## Linked decisions", bullets(linksOf(row))),
    part("## Amendments", bullets(linesOf(row.amendments))),
    part(
      "## Why",
      pairs([
        ["Why now", row.context],
        ["Wanted outcome", row.wantedOutcome],
        ["Without it", row.withoutIt],
        ["Gate", row.gateReasons],
      ]),
    ),
    part("## Who", bullets(linesOf(row.table))),
    part("## How", how(row)),
    part("## Options", bullets(linesOf(row.options))),
    part("## Conditions", bullets(linesOf(row.conditions))),
    part("## Dissent", bullets(linesOf(row.dissentByName))),
    part("## What each question said", said(row, meeting)),
    part("## Goals", bullets(linesOf(row.goals))),
    part("## Risks to understand", bullets(linesOf(row.risks))),
    part("## Milestones", bullets(linesOf(row.milestones))),
    part("## Decision rights", bullets(linesOf(row.rights))),
    part("## Communication", bullets(linesOf(row.communication))),
    part("## History", bullets(linesOf(row.history))),
    part("## Review", bullets(linesOf(row.reviewResult))),
    part("## Lessons", bullets(linesOf(row.lessons))),
    proof(row),
  ]);
}

function facts({ item, row, webUrl, meeting }: Exported): string {
  const lines = [
    ["Decision", item],
    ["Status", statusWord(row.status)],
    ["Decided on", row.decidedAtMs === undefined ? "" : isoDay(row.decidedAtMs)],
    ["Decider", row.decider?.name ?? ""],
    ["Lead function", row.leadFunction],
    ["Facilitator", row.facilitator?.name ?? ""],
    ["Review on", row.reviewOn ?? ""],
    ["Meeting", (meeting && meetingOf(meeting)?.subject) ?? ""],
  ] as const;
  return [
    ...lines.flatMap(([word, text]) => (text === "" ? [] : `- ${word}: ${inline(text)}`)),
    `- In SharePoint: ${address(webUrl)}`,
  ].join("\n");
}

function how({ proposal, rule, result }: DecisionRow): string {
  return [
    proposal === "" ? "" : `**Proposal**\n\n${quotation(proposal)}`,
    pairs([
      ["Rule", rule],
      ["Result", result],
    ]),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function pairs(given: readonly (readonly [word: string, text: string])[]): string {
  return given
    .filter(([, text]) => text !== "")
    .map(([word, text]) => `**${word}**\n\n${paragraphs(text)}`)
    .join("\n\n");
}

function said({ conclusions }: DecisionRow, meeting: Meeting | undefined): string {
  const asked = meeting?.list.questions.filter(({ id }) => meeting.rounds.has(id)) ?? [];
  if (asked.length === 0) return bullets(linesOf(conclusions));
  return asked
    .map((question, at) => {
      const round = meeting?.rounds.get(question.id);
      const conclusion = round?.conclusion ?? "";
      const answers = latestAnswers(round).map((given) => answered(question, given));
      return page([
        `### ${at + 1}. ${inline(question.text)}`,
        conclusion === "" ? "No conclusion." : `**${inline(conclusion)}**`,
        bullets(answers),
      ]).trimEnd();
    })
    .join("\n\n");
}

function answered(question: Question, { of, recordedBy, answer }: GivenAnswer): string {
  const hand = recordedBy === undefined ? "" : `, written down by ${recordedBy.name}`;
  return `${of.name}${hand}: ${answerLine(question, answer)}`;
}

function proof({ hash, events }: DecisionRow): string {
  if (hash === "") return "";
  return `---\n\nSHA-256 over the ${events} events of its log: ${inline(hash)}`;
}
