import { hasEnded } from "#domain/decision/status.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { QuestionList } from "#domain/questions/question.ts";
import { builtInLists } from "#domain/questions/lists.ts";
import type { DecisionRegister, Drafts, Roster, StandingRoles } from "#flows/ports.ts";
import { Page } from "#surfaces/page/page.tsx";
import { statusWords } from "#surfaces/page/status-words.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FollowingNotice } from "#surfaces/shared/saying/following-notice.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { DecisionCard } from "./cards/decision-card.tsx";
import { GateCard } from "./cards/gate-card.tsx";
import { QuestionsCard } from "./cards/questions-card.tsx";
import { RuleCard } from "./cards/rule-card.tsx";
import { SessionsBefore } from "./earlier/sessions-before.tsx";
import { Opening } from "./opening/opening.tsx";
import { OwnPart } from "./own/own-part.tsx";
import styles from "./prepare-surface.module.css";
import { PreparingProvider } from "./preparing.ts";
import { ReadyPanel } from "./ready/ready-panel.tsx";
import { TableCard } from "./seating/table-card.tsx";
import { usePreparation } from "./use-preparation.ts";
import { whenWords } from "./when-words.ts";

export interface PrepareSurfaceProps {
  readonly roster: Roster;
  readonly register: DecisionRegister;
  readonly standingRoles?: StandingRoles;
  readonly drafts: Drafts;
  /** The meeting this tab is in, as Teams tells it. */
  readonly meetingInfo: MeetingInfo;
  /** Epoch milliseconds by this browser's clock. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly openLink: (url: string) => void;
  /** The question lists this deployment offers. */
  readonly questionLists?: readonly QuestionList[];
  /** The list that was chosen when this tab was set up. */
  readonly questionListId?: string;
}

/** The meeting details tab: what is decided, who sits at the table, and whether all is ready. */
export function PrepareSurface(props: PrepareSurfaceProps) {
  const { meeting, following } = useMeeting().picture;
  if (meeting.opened === undefined && following.kind !== "live") {
    return (
      <Page title="Prepare a decision">
        <Notices />
      </Page>
    );
  }
  if (meeting.opened === undefined || hasEnded(meeting.status)) {
    const { questionLists = builtInLists, questionListId } = props;
    return <Opening {...props} firstList={questionLists.find(({ id }) => id === questionListId)} />;
  }
  return <Preparation {...props} />;
}

function Preparation(props: PrepareSurfaceProps) {
  const { questionLists = builtInLists, now } = props;
  const preparing = usePreparation({ ...props, questionLists });
  const { meeting, canPrepare } = preparing;
  const who = canPrepare ? "" : " · You can look, and answer the questions early";
  return (
    <div className={styles.prepare}>
      <Page
        title={meeting.frame.title}
        lead={`${statusWords[meeting.status]} · ${whenWords(meetingOf(meeting), now())}${who}`}
      >
        <Notices />
        <PreparingProvider value={preparing}>
          <div className={styles.layout}>
            <div className={styles.cards}>
              <SessionsBefore />
              <OwnPart />
              <DecisionCard />
              <GateCard />
              <TableCard />
              <QuestionsCard />
              <RuleCard />
            </div>
            <div className={styles.side}>
              <ReadyPanel />
            </div>
          </div>
        </PreparingProvider>
      </Page>
    </div>
  );
}

function Notices() {
  return (
    <div className={styles.notices}>
      <FollowingNotice />
      <TamperingNotice />
    </div>
  );
}
