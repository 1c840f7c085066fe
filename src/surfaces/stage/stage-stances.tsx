import { useEffect } from "react";
import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Proposal } from "#domain/meeting-state.ts";
import { hearingOf } from "#surfaces/shared/answers/hearing.ts";
import { stancesGiven } from "#surfaces/shared/answers/stances-given.ts";
import { StanceList } from "#surfaces/shared/answers/stance-list.tsx";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
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
  const announce = useAnnounce();
  const result = isShown ? resultSentence(standing) : undefined;
  useEffect(() => {
    if (result !== undefined) announce(result);
  }, [announce, result]);
  const done = stancesGiven(meeting, proposal);
  return (
    <>
      <StageTalk
        over="The proposal"
        title={`“${proposal.text}”`}
        isQuiet
        under={result ?? ruleSentence(proposal.rule, standing)}
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
            <span>{standing.present === 1 ? "stance" : "stances"} given</span>
          </TableRing>
        </div>
      )}
    </>
  );
}
