import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import styles from "./conclusions.module.css";

/** What the table has said so far, question by question, folded. Absent before the first one. */
export function EarlierConclusions({ isOpen = false }: { readonly isOpen?: boolean }) {
  const { meeting } = useMeeting().picture;
  const concluded = meeting.list.questions.flatMap((question) => {
    const conclusion = meeting.rounds.get(question.id)?.conclusion;
    return conclusion === undefined ? [] : [{ question, conclusion }];
  });
  if (concluded.length === 0) return null;
  return (
    <details className={text.fold} open={isOpen}>
      <summary>
        What the table said{meeting.closing === undefined && " so far"} ({concluded.length})
      </summary>
      <dl className={styles.said}>
        {concluded.map(({ question, conclusion }) => (
          <div key={question.id}>
            <dt className={styles.asked}>{question.text}</dt>
            <dd className={styles.conclusion}>
              {conclusion === "" ? "Nothing was written down." : conclusion}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The number of the question during which this person came in; undefined if they were here before. */
export function useJoinedAt(): number | undefined {
  const { meeting, me } = useMeeting().picture;
  const sinceMs = meeting.presence.get(me.id)?.sinceMs;
  if (sinceMs === undefined || meeting.started === undefined) return undefined;
  if (sinceMs <= meeting.started.atMs) return undefined;
  const opened = meeting.list.questions.map(({ id }) => meeting.rounds.get(id)?.openedAtMs);
  const at = opened.findLastIndex(
    (openedAtMs) => openedAtMs !== undefined && openedAtMs <= sinceMs,
  );
  // Whoever comes in during the first question has missed nothing.
  return at > 0 ? at + 1 : undefined;
}
