import { useEffect } from "react";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { DecisionPicture, OpenDecision } from "#flows/afterwards/decision-picture.ts";
import { isPreparer } from "#domain/rights/people.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { SayingStatus, latestSaying } from "#surfaces/shared/saying-status.tsx";
import { Button } from "@fluentui/react-components";
import styles from "./afterwards.module.css";

interface AfterStateProps {
  readonly open: OpenDecision;
  readonly picture: DecisionPicture;
}

/** Whether what was said has arrived, in the log and in the row. Nothing while all is well. */
export function AfterState({ open, picture }: AfterStateProps) {
  const { row, meeting, me } = picture;
  const said = latestSaying(picture.sayings, isAfter);
  const sentence = sentenceOf(picture);
  const announce = useAnnounce();
  useEffect(() => {
    if (sentence !== undefined) announce(sentence);
  }, [announce, sentence]);
  if (said === undefined && sentence === undefined) return null;
  return (
    <div className={styles.state}>
      <MeetingProvider live={open}>
        <SayingStatus saying={said} />
      </MeetingProvider>
      {sentence !== undefined && <p className={styles.sentence}>{sentence}</p>}
      {row.kind === "changed-by-hand" && isPreparer(meeting, me) && (
        <Button size="small" onClick={() => open.putRight()}>
          Write what the log tells
        </Button>
      )}
    </div>
  );
}

const kinds: ReadonlySet<DecisionEvent["kind"]> = new Set([
  "decision-amended",
  "decision-succeeded",
  "review-held",
]);

function isAfter({ kind }: DecisionEvent): boolean {
  return kinds.has(kind);
}

function sentenceOf({ row, recording }: DecisionPicture): string | undefined {
  if (recording.kind === "failed") {
    return `The record is not written yet. ${adviceFor(recording.why)}`;
  }
  switch (row.kind) {
    case "kept":
    case "writing":
      return undefined;
    case "failed":
      return `The list does not show the latest yet. ${adviceFor(row.why)}`;
    case "changed-by-hand":
      return "Somebody changed what the list says of this decision. The log tells otherwise: verify it below.";
  }
}
