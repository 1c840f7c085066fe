import type { Saying } from "#flows/meeting/live-meeting.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { SayingStatus } from "#surfaces/shared/saying-status.tsx";
import { wordsOf } from "./words-of.ts";
import styles from "./troubled-sayings.module.css";

/** What this person said that did not get through, where no part of the screen shows it already. */
export function TroubledSayings() {
  const { sayings } = useMeeting().picture;
  const troubled = sayings.filter(isTroubled);
  if (troubled.length === 0) return null;
  return (
    <ul className={styles.sayings}>
      {troubled.map((saying) => (
        <li key={saying.id} className={styles.saying}>
          <Words saying={saying} />
          <SayingStatus saying={saying} />
        </li>
      ))}
    </ul>
  );
}

function Words({ saying }: { readonly saying: Saying }) {
  const words = wordsOf(saying.event);
  return words === undefined ? null : <span className={styles.words}>{words}</span>;
}

function isTroubled({ event, state }: Saying): boolean {
  // Answers and stances stand with their own status where they were given.
  if (event.kind === "question-answered" || event.kind === "stance-taken") return false;
  if (state.kind === "failed") return event.kind !== "person-arrived";
  // Somebody did the very same: there is nothing to mend and nothing lost.
  if (state.kind !== "refused" || state.why.reason === "already-so") return false;
  return wordsOf(event) !== undefined || event.kind === "walk-started";
}
