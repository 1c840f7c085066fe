import { useEffect } from "react";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import styles from "./closed.module.css";

interface RecordStateProps {
  readonly openLink: (url: string) => Promise<void>;
  /** Where it can be read; absent until known. */
  readonly url: string | undefined;
}

/** Whether the record stands in SharePoint, and the way to it. */
export function RecordState({ openLink, url }: RecordStateProps) {
  const { meeting, recording } = useMeeting().picture;
  const announce = useAnnounce();
  const isRecorded = meeting.record !== undefined;
  useEffect(() => {
    if (isRecorded) announce("The record is in SharePoint");
  }, [isRecorded, announce]);
  if (meeting.record === undefined) {
    return (
      <p className={styles.state}>
        {recording.kind === "failed"
          ? `The record is not written yet. ${adviceFor(recording.why)}`
          : "The record is being written."}
      </p>
    );
  }
  return (
    <p className={styles.recorded}>
      <span>Recorded in SharePoint at {clockTime(meeting.record.atMs)}</span>
      {url !== undefined && (
        <button type="button" className={text.link} onClick={() => void openLink(url)}>
          Open the record
        </button>
      )}
    </p>
  );
}
