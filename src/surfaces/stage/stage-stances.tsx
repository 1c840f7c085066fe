import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Proposal } from "#domain/meeting-state.ts";
import { hearingOf } from "#surfaces/shared/answers/hearing.ts";
import { StanceList } from "#surfaces/shared/answers/stance-list.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import { useTick } from "#surfaces/shared/use-tick.ts";
import { StageDetails } from "./stage-details.tsx";
import { StageTalk } from "./stage-talk.tsx";
import styles from "./stage.module.css";

interface StageStancesProps {
  readonly proposal: Proposal;
  readonly now: () => number;
}

/** The proposal and its rule; who has taken a stance, and then the result with its arithmetic. */
export function StageStances({ proposal, now }: StageStancesProps) {
  const { meeting, clockOffsetMs } = useMeeting().picture;
  const nowMs = useTick(now, 5000) + clockOffsetMs;
  const { standing, isShown } = hearingOf(meeting, proposal, nowMs);
  const done = { seats: new Set(proposal.stances.keys()), word: "stance given" };
  return (
    <>
      <StageTalk
        over="The proposal"
        title={`“${proposal.text}”`}
        isQuiet
        under={isShown ? resultSentence(standing) : ruleSentence(proposal.rule, standing)}
      >
        <StageDetails proposal={proposal} />
      </StageTalk>
      {isShown ? (
        <div className={styles.bars}>
          <StanceList votes={standing.votes} />
        </div>
      ) : (
        <div className={styles.picture}>
          <TableRing isFar seats={seatLooks(meeting)} done={done}>
            <strong className={styles.figure}>
              {standing.cast} of {standing.present}
            </strong>
            <span>stances given</span>
          </TableRing>
        </div>
      )}
    </>
  );
}
