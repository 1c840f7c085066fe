import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { QuestionList } from "#domain/questions/question.ts";
import type { DecisionRegister, Drafts } from "#flows/ports.ts";
import { Page } from "#surfaces/page/page.tsx";
import { statusWords } from "#surfaces/page/status-words.ts";
import { useKeptDecisions } from "#surfaces/prepare/earlier/use-kept-decisions.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FollowingNotice } from "#surfaces/shared/saying/following-notice.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { useDeferredValue } from "react";
import { AlreadyThere } from "./already-there.tsx";
import { Ended } from "./ended.tsx";
import { FrameADecision } from "./frame-a-decision.tsx";
import styles from "./opening.module.css";

interface OpeningProps {
  readonly meetingInfo: MeetingInfo;
  readonly drafts: Drafts;
  readonly register: DecisionRegister;
  readonly now: () => number;
  readonly openLink: (url: string) => void;
  /** The question list a new decision begins with, where the tab was set up with one. */
  readonly firstList?: QuestionList | undefined;
}

/** Before a decision is framed, and after one has ended. */
export function Opening(props: OpeningProps) {
  const { meetingInfo, drafts, register, now, openLink, firstList } = props;
  const { meeting } = useMeeting().picture;
  const draft = useDraft(drafts, `open:${meetingInfo.key}`);
  // Looking through the list may wait for the typing.
  const title = useDeferredValue(draft[0]);
  const { closing, opened, frame, status, record } = meeting;
  // Once the record is written the list says more than it did.
  const asked = useKeptDecisions(register, record?.atMs);
  return (
    <Page
      title={closing === undefined ? "What do you want to decide?" : frame.title}
      lead={closing === undefined ? `For “${meetingInfo.subject}”` : statusWords[status]}
    >
      <FollowingNotice />
      <TamperingNotice />
      <Ended meeting={meeting} meetingInfo={meetingInfo} asked={asked} openLink={openLink} />
      <div className={styles.opening}>
        {closing !== undefined && (
          <h2 className={styles.heading}>Another decision for this meeting</h2>
        )}
        <FrameADecision meetingInfo={meetingInfo} draft={draft} firstList={firstList} />
        <AlreadyThere
          title={title}
          asked={asked}
          here={opened?.decision}
          meetingInfo={meetingInfo}
          now={now}
          openLink={openLink}
        />
      </div>
    </Page>
  );
}
