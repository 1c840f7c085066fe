import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { tally } from "#domain/deciding/tally.ts";
import type { Closing } from "#domain/meeting-state.ts";
import { StanceList } from "#surfaces/shared/answers/stance-list.tsx";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { outcomeWords } from "#surfaces/shared/outcome-words.ts";
import { StageDetails } from "./stage-details.tsx";
import { StageTalk } from "./stage-talk.tsx";
import styles from "./stage.module.css";

/** How it ended. */
export function StageClosed({ closing }: { readonly closing: Closing }) {
  const { meeting } = useMeeting().picture;
  const { proposal, frame } = meeting;
  const { outcome, reason, reviewOn } = closing;
  const isTallied = proposal !== undefined && proposal.stances.size > 0;
  const standing = isTallied ? tally({ ...closing, proposal }) : undefined;
  const title = proposal === undefined ? frame.title : `“${proposal.text}”`;
  return (
    <>
      <StageTalk over={outcomeWords[outcome]} title={title} isQuiet={proposal !== undefined}>
        {standing !== undefined && <p className={styles.under}>{resultSentence(standing, true)}</p>}
        {proposal !== undefined && <StageDetails proposal={proposal} />}
        {reason !== undefined && <p className={styles.under}>{reason}</p>}
        {reviewOn !== undefined && (
          <p className={styles.under}>Review on {calendarDay(reviewOn)}</p>
        )}
      </StageTalk>
      {standing !== undefined && (
        <div className={styles.bars}>
          <StanceList votes={standing.votes} />
        </div>
      )}
    </>
  );
}
