import { adviceFor, causeOf } from "#surfaces/shared/advice.ts";
import { clockTime, wholeNumber } from "#surfaces/shared/formats.ts";
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
        <div className={styles.reading}>
          <output>Reading the decision</output>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} />
          </span>
          {/* Not spoken: a long log would not let anybody hear anything else. */}
          {following.rows > 0 && (
            <span className={styles.count}>{wholeNumber(following.rows)} events so far</span>
          )}
        </div>
      );
    case "behind":
      return (
        <output className={styles.notice}>
          Behind since {clockTime(following.sinceMs)}: {causeOf(following.why)}. Trying again by
          itself.
        </output>
      );
    case "stopped":
      return (
        <p className={styles.notice} role="alert">
          {adviceFor(following.why)}
        </p>
      );
  }
}
