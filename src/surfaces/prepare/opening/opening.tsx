import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { outcomeSentence } from "#domain/record/outcome-sentence.ts";
import type { DecisionRegister, Drafts } from "#flows/ports.ts";
import { Page } from "#surfaces/page/page.tsx";
import { statusWords } from "#surfaces/page/status-words.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FollowingNotice } from "#surfaces/shared/saying/following-notice.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { FrameADecision } from "./frame-a-decision.tsx";
import { LastDecisions } from "./last-decisions.tsx";
import styles from "./opening.module.css";

interface OpeningProps {
  readonly meetingInfo: MeetingInfo;
  readonly drafts: Drafts;
  readonly register: DecisionRegister;
  readonly openLink: (url: string) => void;
}

/** Before a decision is framed, and after one has ended. */
export function Opening({ meetingInfo, drafts, register, openLink }: OpeningProps) {
  const { meeting } = useMeeting().picture;
  return (
    <Page
      title={meeting.closing === undefined ? "What do you want to decide?" : meeting.frame.title}
      lead={
        meeting.closing === undefined ? `For “${meetingInfo.subject}”` : statusWords[meeting.status]
      }
    >
      <FollowingNotice />
      <TamperingNotice />
      <Ended meeting={meeting} />
      <div className={styles.opening}>
        {meeting.closing !== undefined && (
          <h2 className={styles.heading}>Another decision for this meeting</h2>
        )}
        <FrameADecision meetingInfo={meetingInfo} drafts={drafts} />
        <LastDecisions register={register} openLink={openLink} />
      </div>
    </Page>
  );
}

function Ended({ meeting: { closing, proposal } }: { readonly meeting: Meeting }) {
  if (closing === undefined) return null;
  return (
    <div className={styles.closed}>
      <p className={styles.result}>{outcomeSentence(closing, proposal)}</p>
    </div>
  );
}
