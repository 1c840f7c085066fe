import { linkWord, namedDecisions } from "#domain/linking/link.ts";
import { listed } from "#domain/table/sentences.ts";
import { cleanText, oneLine } from "#domain/text.ts";
import { type Exported, isoDay, linesOf } from "./exported.ts";
import { absentees } from "./seats-as-recorded.ts";
import { statusWord } from "./status-word.ts";

/**
 * A decision on one screen, for those who were not there: plain text to send, at most 25 lines of
 * 160 characters. What does not fit is counted, and the record is one link away.
 */
export function summary(exported: Exported): string {
  const { row, webUrl } = exported;
  return [
    greeting(exported),
    clipped(row.title),
    clipped(row.outcome === "" ? `${statusWord(row.status)}, not decided yet.` : row.outcome),
    ...said("Why", row.context),
    ...said("Meant to bring", row.wantedOutcome),
    ...said("How", row.result),
    ...listOf("Dissent", row.dissentByName, 3),
    ...listOf("Conditions", row.conditions, 2),
    ...listOf("Goals", row.goals, 2),
    ...listOf("Who decides what from here", row.rights, 2),
    ...whatNext(row),
    `The whole record: ${webUrl}`,
  ].join("\n");
}

function greeting({ row: { decidedAtMs }, meeting }: Exported): string {
  const away = meeting === undefined ? [] : absentees(meeting).map(({ name }) => oneLine(name));
  const whom = away.length === 0 ? "those who were not there" : listed(away);
  return clipped(`For ${whom}${decidedAtMs === undefined ? "" : `, from ${isoDay(decidedAtMs)}`}:`);
}

function said(word: string, text: string): readonly string[] {
  return text === "" ? [] : [clipped(`${word}: ${text}`)];
}

function listOf(word: string, text: string, most: number): readonly string[] {
  const lines = linesOf(text);
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return [
    `${word}:`,
    ...lines.slice(0, most).map((line) => clipped(`– ${line}`)),
    ...(rest > 0 ? [`– and ${rest} more in the record`] : []),
  ];
}

/** What has taken its place, where something has: else the day somebody looks at it again. */
function whatNext({ replacedBy, reviewOn }: Exported["row"]): readonly string[] {
  const [named] = namedDecisions(replacedBy).toReversed();
  if (named !== undefined) return [clipped(`${linkWord(named.how)}: ${named.title}`)];
  return reviewOn === undefined ? [] : [`To be reviewed on ${oneLine(reviewOn)}.`];
}

const longest = 160;

/** Text on one line of at most 160 characters, cut between words. */
function clipped(text: string): string {
  const line = oneLine(cleanText(text));
  const chars = Array.from(line);
  if (chars.length <= longest) return line;
  const kept = chars.slice(0, longest - 1).join("");
  const lastGap = kept.lastIndexOf(" ");
  return `${lastGap < longest / 2 ? kept : kept.slice(0, lastGap)}…`;
}
