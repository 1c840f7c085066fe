import type { DecisionId } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import { StoreError } from "#flows/store-error.ts";
import { adviceFor, refusalSentence } from "#surfaces/shared/advice.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./opening.module.css";

interface TakeUpProps {
  readonly word?: string;
  readonly decision: DecisionId;
  readonly title: string;
  /** The meeting that takes it up. */
  readonly meetingInfo: MeetingInfo;
}

interface Taking {
  readonly isBusy: boolean;
  readonly problem?: string;
}

/** Brings a decision that was put off, or not begun, to the table of this meeting. */
export function TakeUp({ word = "Take it up here", decision, title, meetingInfo }: TakeUpProps) {
  const { takeUp } = useMeeting();
  const [{ isBusy, problem }, setTaking] = useState<Taking>({ isBusy: false });
  const take = () => {
    setTaking({ isBusy: true });
    takeUp(decision, meetingInfo).then(
      (said) =>
        setTaking({ isBusy: false, ...(!said.ok && { problem: refusalSentence(said.refusal) }) }),
      (error: unknown) =>
        setTaking(() => {
          // Thrown while rendering, our own mistake reaches the error boundary.
          if (!(error instanceof StoreError)) throw error;
          return { isBusy: false, problem: adviceFor(error) };
        }),
    );
  };
  return (
    <div className={styles.takeUp}>
      <Button aria-label={`${word}: ${title}`} disabledFocusable={isBusy} onClick={take}>
        {isBusy ? "Reading what was said…" : word}
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
