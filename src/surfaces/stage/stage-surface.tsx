import { type Moment, momentOf } from "#domain/moment.ts";
import { ChangesAnnounced } from "#surfaces/shared/announcing/changes-announced.tsx";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FollowingNotice } from "#surfaces/shared/saying/following-notice.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { StageAnnouncement } from "./stage-announcement.tsx";
import { StageClosed } from "./stage-closed.tsx";
import { StageFoot } from "./stage-foot.tsx";
import { StageGathering } from "./stage-gathering.tsx";
import { StageQuestion } from "./stage-question.tsx";
import { StageStances } from "./stage-stances.tsx";
import { StageTalk } from "./stage-talk.tsx";
import styles from "./stage.module.css";

export interface StageSurfaceProps {
  /** Epoch milliseconds by this browser's clock. Give the same function every time. */
  readonly now: () => number;
}

/** The same moment large, read from across a room. */
export function StageSurface({ now }: StageSurfaceProps) {
  const { meeting, following } = useMeeting().picture;
  const moment = momentOf(meeting);
  const isKnown = moment.kind !== "nothing-framed" || following.kind === "live";
  return (
    <div className={styles.stage}>
      {isKnown ? <FollowingNotice /> : <NotYetKnown />}
      <TamperingNotice isBrief />
      {isKnown && (
        <>
          <ChangesAnnounced />
          <StageAnnouncement moment={moment} />
          <main className={styles.main}>
            <StageMoment moment={moment} now={now} />
          </main>
          <StageFoot moment={moment} now={now} />
        </>
      )}
    </div>
  );
}

/** Before the log is read, and where it cannot be. */
function NotYetKnown() {
  const isStopped = useMeeting().picture.following.kind === "stopped";
  return (
    <main className={styles.unknown}>
      <h1 className={isStopped ? styles.title : hidden}>
        {isStopped ? "You cannot follow this decision" : "Quorate"}
      </h1>
      <FollowingNotice />
    </main>
  );
}

interface StageMomentProps extends StageSurfaceProps {
  readonly moment: Moment;
}

function StageMoment({ moment, now }: StageMomentProps) {
  switch (moment.kind) {
    case "nothing-framed":
      return (
        <StageTalk
          over="Quorate"
          title="No decision is framed yet"
          under="Frame it in the details of this meeting."
        />
      );
    case "gathering":
      return <StageGathering />;
    case "question":
      return <StageQuestion moment={moment} />;
    case "proposing":
      return <StageGathering isProposing />;
    case "stances":
      return <StageStances proposal={moment.proposal} now={now} />;
    case "closed":
      return <StageClosed closing={moment.closing} />;
  }
}
