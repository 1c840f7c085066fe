import { sentenceAbout } from "../../../cli/sentences.ts";
import type { Trial } from "../trial.ts";
import type { Finding, Probe } from "./finding.ts";
import { pushOnAList, twoWriters, uniqueColumn, userInformationList } from "./lists.ts";
import { attendeesResponses, guestAccess, meetingThreads } from "./people.ts";
import { crossOriginRest, forgedAuthor, readableHeaders } from "./share-point.ts";

const probes: readonly Probe[] = [
  pushOnAList,
  uniqueColumn,
  twoWriters,
  forgedAuthor,
  crossOriginRest,
  readableHeaders,
  userInformationList,
  attendeesResponses,
  guestAccess,
  meetingThreads,
];

/** Tries everything out that only a tenant can tell, one after the other. */
export async function findAll(
  trial: Trial,
  note: (line: string) => void = () => undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { question, find } of probes) {
    note(`${question}…`);
    try {
      findings.push({ question, ...(await find(trial)) });
    } catch (failure) {
      findings.push({ question, found: "it failed", seen: [sentenceAbout(failure)] });
    }
  }
  return findings;
}

/** The findings as Markdown, to be pasted into an issue. */
export function reportOf(trial: Trial, findings: readonly Finding[], day: string): string {
  const where = trial.isSandbox ? "a sandbox" : new URL(trial.site.webUrl).hostname;
  const whom = trial.member === trial.owner ? "one person" : "an owner and a member";
  return [
    "## What a tenant says",
    "",
    `${day}, ${where}, as ${whom}${trial.guest === undefined ? "" : " and a guest"}.`,
    ...findings.flatMap(({ question, found, seen, how }, at) => [
      "",
      `### ${at + 1}. ${question}`,
      "",
      `finding: ${found}`,
      ...(seen.length > 0 ? ["", ...seen.map((line) => `- \`${line.replaceAll("`", "'")}\``)] : []),
      ...(how === undefined ? [] : ["", `To find out more: ${how}`]),
    ]),
    "",
  ].join("\n");
}
