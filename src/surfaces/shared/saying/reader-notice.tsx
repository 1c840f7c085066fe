import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import styles from "./following-notice.module.css";

/** Whether SharePoint turned down the first thing this person said: that they are here. */
export function useIsReader(): boolean {
  return useMeeting().picture.sayings.some(
    ({ event, state }) =>
      event.kind === "person-arrived" && state.kind === "failed" && state.why.kind === "forbidden",
  );
}

/** For somebody who may read the list and not write to it, such as a guest. */
export function ReaderNotice() {
  if (!useIsReader()) return null;
  return (
    <output className={styles.notice}>
      You can read this decision but not answer: you may not write on its site. Ask a site owner, or
      have the facilitator write down what you say.
    </output>
  );
}
