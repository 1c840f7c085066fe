import { newestFirst, oldestFirst } from "#domain/chain.ts";
import { linkLine } from "#domain/linking/link.ts";
import type { HeldReview, Meeting } from "#domain/meeting-state.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import { oneLine } from "#domain/text.ts";
import type { DecisionRow } from "./decision-row.ts";

/** What became of a decision, as the record tells it: dated lines, oldest first. */
export function afterLines(
  meeting: Meeting,
): Pick<
  DecisionRow,
  "history" | "amendments" | "replaces" | "replacedBy" | "reviewedAtMs" | "reviewResult" | "lessons"
> {
  const { amendments, successors, reviews } = meeting.after ?? {};
  const latest = reviews?.newest;
  return {
    history: historyLines(meeting).join("\n"),
    amendments: oldestFirst(amendments)
      .map(({ text, reason, by, atMs }) =>
        dated(atMs, `${by.name}: ${oneLine(text)} (because: ${oneLine(reason)})`),
      )
      .join("\n"),
    replaces: Array.from(meeting.links.values(), ({ relation, to, title, news }) =>
      linkLine(relation, { decision: to, title, news }),
    ).join("\n"),
    replacedBy: oldestFirst(successors)
      .map(({ how, decision, title }) => linkLine(how, { decision, title }))
      .join("\n"),
    ...(latest !== undefined && { reviewedAtMs: latest.atMs }),
    reviewResult: latest === undefined ? "" : reviewLines(latest).join("\n"),
    lessons: oldestFirst(reviews)
      .filter(({ lessons }) => lessons !== "")
      .map(({ lessons, atMs }) => dated(atMs, lessons))
      .join("\n"),
  };
}

/** The meetings before the one it was taken in, and why each put it off. */
function historyLines(meeting: Meeting): readonly string[] {
  const before = Array.from(newestFirst(meeting.earlier)).toReversed();
  const lines = before.map(({ meeting: { subject }, closing }) =>
    closing === undefined
      ? oneLine(`Carried over from “${subject}”`)
      : dated(closing.atMs, `Deferred in “${subject}”: ${closing.reason ?? ""}`),
  );
  const { resumed } = meeting;
  if (resumed === undefined) return lines;
  const subject = meetingOf(meeting)?.subject ?? "";
  return [...lines, dated(resumed.atMs, `Taken up in “${subject}” by ${resumed.by.name}`)];
}

function reviewLines({ actual, goals, verdict, by, atMs }: HeldReview): readonly string[] {
  const word = verdict === "close" ? "Reviewed for the last time" : "Reviewed";
  return [
    dated(atMs, `${word} by ${by.name}: ${actual}`),
    ...goals.map((goal) => oneLine(`${goal.metric}: ${goal.actual}`)),
  ];
}

function dated(atMs: number, text: string): string {
  return oneLine(`${new Date(atMs).toISOString().slice(0, 10)} ${text}`);
}
