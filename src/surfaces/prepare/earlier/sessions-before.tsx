import { newestFirst } from "#domain/chain.ts";
import type { EarlierSession } from "#domain/meeting-state.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import styles from "./past.module.css";

/** Where this decision was before, and why it was put off there. */
export function SessionsBefore() {
  const { meeting } = usePreparing();
  const sessions = Array.from(newestFirst(meeting.earlier));
  if (sessions.length === 0) return null;
  return (
    <aside className={styles.before} aria-label="Where it was before">
      {sessions.map((session, index) => (
        <p key={sessions.length - index} className={styles.session}>
          {sentenceOf(session)}
        </p>
      ))}
      <p className={styles.quiet}>
        Seats, answers and conclusions stand. Who is here and the proposal begin anew.
      </p>
    </aside>
  );
}

function sentenceOf({ meeting, closing }: EarlierSession): string {
  if (closing === undefined)
    return `Prepared for “${meeting.subject}”, and carried over from there.`;
  const day = calendarDay(new Date(closing.atMs).toISOString().slice(0, 10));
  const why = closing.reason === undefined ? "" : `: ${closing.reason}`;
  return `Deferred in “${meeting.subject}” on ${day}${why}`;
}
