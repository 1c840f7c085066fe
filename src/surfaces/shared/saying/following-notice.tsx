import { adviceFor, causeOf } from "#surfaces/shared/advice.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import styles from "./following-notice.module.css";

/** How well this browser keeps up with the list, where it does not: one line that says what to do. */
export function FollowingNotice() {
  const { following } = useMeeting().picture;
  switch (following.kind) {
    case "live":
      return null;
    case "loading":
      return (
        <p className={styles.quiet} role="status">
          {following.rows === 0
            ? "Reading the decision"
            : `Reading the decision: ${following.rows} events so far`}
        </p>
      );
    case "behind":
      return (
        <p className={styles.notice} role="status">
          Behind since {clockTime(following.sinceMs)}: {causeOf(following.why)}. Trying again by
          itself.
        </p>
      );
    case "stopped":
      return (
        <p className={styles.notice} role="alert">
          {adviceFor(following.why)}
        </p>
      );
  }
}
