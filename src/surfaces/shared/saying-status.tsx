import { useEffect, useState } from "react";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Saying } from "#flows/meeting/live-meeting.ts";
import { adviceFor, causeOf, refusalSentence } from "./advice.ts";
import { clockTime } from "./formats.ts";
import { useAnnounce } from "./live-region.tsx";
import { useMeeting } from "./meeting-context.tsx";
import { copyText } from "#surfaces/shared/saying/copy-text.ts";
import { wordsOf } from "#surfaces/shared/saying/words-of.ts";
import styles from "./saying-status.module.css";

interface SayingStatusProps {
  /** What was said; nothing is shown while there is none. */
  readonly saying: Saying | undefined;
}

/** Whether SharePoint has what this person said: saved, waiting, or not saved and what to do. */
export function SayingStatus({ saying }: SayingStatusProps) {
  const announce = useAnnounce();
  const sentence = saying && sentenceOf(saying);
  const isSettled = saying !== undefined && saying.state.kind !== "waiting";
  useEffect(() => {
    if (isSettled && sentence !== undefined) announce(sentence);
  }, [announce, isSettled, sentence]);
  if (saying === undefined) return null;
  const hasFailed = saying.state.kind === "failed" || saying.state.kind === "refused";
  return (
    <span className={styles.status}>
      <span className={`${styles.sentence} ${styles[saying.state.kind]}`}>{sentence}</span>
      {hasFailed && <WaysOn saying={saying} />}
    </span>
  );
}

/** What to do with something that was not saved: nothing anybody wrote is lost. */
function WaysOn({ saying }: { readonly saying: Saying }) {
  const { tryAgain, discard } = useMeeting();
  const words = wordsOf(saying.event);
  return (
    <span className={styles.ways}>
      {saying.state.kind === "failed" && (
        <button type="button" className={styles.way} onClick={() => tryAgain(saying.id)}>
          Try again
        </button>
      )}
      {words !== undefined && <CopyButton words={words} />}
      <button type="button" className={styles.way} onClick={() => discard(saying.id)}>
        Put aside
      </button>
    </span>
  );
}

function CopyButton({ words }: { readonly words: string }) {
  const [outcome, setOutcome] = useState("Copy");
  return (
    <button
      type="button"
      className={styles.way}
      onClick={() => void copyText(words).then((done) => setOutcome(done ? "Copied" : words))}
    >
      {outcome}
    </button>
  );
}

/** The first saying of these, newest first, that is about what a part shows. */
export function latestSaying(
  sayings: readonly Saying[],
  isAbout: (event: DecisionEvent) => boolean,
): Saying | undefined {
  return sayings.findLast(({ event }) => isAbout(event));
}

function sentenceOf({ state }: Saying): string {
  switch (state.kind) {
    case "waiting":
      return state.why === undefined
        ? "Saving"
        : `Waiting: ${causeOf(state.why)} since ${clockTime(state.sinceMs)}.`;
    case "saved":
      return `Saved ${clockTime(state.atMs)}`;
    case "failed":
      return `Not saved: ${adviceFor(state.why)}`;
    case "refused":
      return `Not counted: ${refusalSentence(state.why)}`;
  }
}
