import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import { ownCommitments } from "./commitments.ts";
import styles from "./closed.module.css";

/** What this person takes away; absent where nothing names them. */
export function OwnCommitments() {
  const { meeting, me } = useMeeting().picture;
  const commitments = ownCommitments(meeting, me);
  if (commitments.length === 0) return null;
  return (
    <section className={styles.mine}>
      <h3 className={text.label}>What you answer for</h3>
      <ul className={styles.commitments}>
        {commitments.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
