import { useEffect, useState } from "react";
import type { DecisionRegister } from "#flows/ports.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import styles from "./closed.module.css";

interface RecordStateProps {
  readonly openLink: (url: string) => Promise<void>;
  readonly register?: Pick<DecisionRegister, "find">;
}

/** Whether the record stands in SharePoint, and the way to it. */
export function RecordState({ openLink, register }: RecordStateProps) {
  const { meeting, recording } = useMeeting().picture;
  const announce = useAnnounce();
  const isRecorded = meeting.record !== undefined;
  useEffect(() => {
    if (isRecorded) announce("The record is in SharePoint");
  }, [isRecorded, announce]);
  const url = useRecordUrl(isRecorded ? register : undefined);
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

/** Where the record can be read; undefined until known, and where it cannot be found. */
function useRecordUrl(register: Pick<DecisionRegister, "find"> | undefined): string | undefined {
  const decision = useMeeting().picture.meeting.opened?.decision;
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (register === undefined || decision === undefined) return undefined;
    let isGone = false;
    // Without it the record is there all the same, only without a link.
    register.find(decision).then(
      (kept) => {
        if (!isGone) setUrl(kept?.webUrl);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [register, decision]);
  return url;
}
