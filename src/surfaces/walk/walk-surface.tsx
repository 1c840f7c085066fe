import { useEffect } from "react";
import { momentOf } from "#domain/moment.ts";
import type { DecisionRegister, Drafts, Host } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { ChangesAnnounced } from "#surfaces/shared/announcing/changes-announced.tsx";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FollowingNotice } from "#surfaces/shared/saying/following-notice.tsx";
import { ReaderNotice } from "#surfaces/shared/saying/reader-notice.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { TroubledSayings } from "#surfaces/shared/saying/troubled-sayings.tsx";
import { fetchParts } from "./later/parts.ts";
import { WalkFoot } from "./leading/walk-foot.tsx";
import { MomentNow } from "./moment-now.tsx";
import { WalkHead } from "./walk-head.tsx";
import styles from "./walk-surface.module.css";

export interface WalkSurfaceProps {
  readonly host: Pick<Host, "canShareToStage" | "shareToStage" | "openLink">;
  /** Epoch milliseconds by this browser's clock. Give the same function every time. */
  readonly now: () => number;
  readonly drafts: Drafts;
  /** Where the record's link comes from; without it the record is shown without a link. */
  readonly register?: Pick<DecisionRegister, "find">;
  /** The ways to tell others of a decision. Give the same function every time. */
  readonly sharing?: () => Promise<Sharing>;
}

/** The side panel: one person's place at the table, and the one thing to do now. */
export function WalkSurface({ host, now, drafts, register, sharing }: WalkSurfaceProps) {
  const { meeting, following } = useMeeting().picture;
  const moment = momentOf(meeting);
  const isLive = following.kind === "live";
  useEffect(() => {
    // Once the log is read nothing more urgent is on the line.
    if (isLive) void fetchParts();
  }, [isLive]);
  // Before the list is read, "nothing is framed" would be a guess.
  const isKnown = moment.kind !== "nothing-framed" || isLive;
  return (
    <div className={styles.walk}>
      {isKnown && <WalkHead moment={moment} now={now} />}
      <main className={styles.main}>
        {!isKnown && (
          <h1 className={following.kind === "stopped" ? styles.title : hidden}>
            {following.kind === "stopped" ? "You cannot follow this decision" : "Quorate"}
          </h1>
        )}
        <FollowingNotice />
        <TamperingNotice />
        {isKnown && (
          <>
            <ChangesAnnounced />
            {moment.kind !== "closed" && <ReaderNotice />}
            <TroubledSayings />
            <MomentNow
              moment={moment}
              now={now}
              drafts={drafts}
              openLink={host.openLink}
              register={register}
              sharing={sharing}
            />
          </>
        )}
      </main>
      {isKnown && <WalkFoot moment={moment} now={now} drafts={drafts} host={host} />}
    </div>
  );
}
