import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import { isCounting } from "#domain/deciding/counting.ts";
import type { Method } from "#domain/deciding/rule.ts";
import type { WhyOpen } from "#domain/deciding/standing.ts";
import { tally } from "#domain/deciding/tally.ts";
import type { Moment } from "#domain/moment.ts";
import { seatOf } from "#domain/table/seating.ts";
import type { Drafts, Host } from "#flows/ports.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { LeadSheet, fetchLeadParts } from "#surfaces/walk/later/lead-parts.ts";
import { proposeForm } from "#surfaces/walk/proposing/propose-form.ts";
import { concludeForm } from "#surfaces/walk/question/conclude-form.ts";
import { useServerTime } from "#surfaces/walk/use-server-time.ts";
import { LeadMenu } from "./lead-menu.tsx";
import type { SheetControl } from "./walk-foot.tsx";
import { Problem } from "./problem.tsx";
import styles from "./walk-foot.module.css";

interface FacilitatorBarProps {
  readonly moment: Moment;
  readonly now: () => number;
  readonly drafts: Drafts;
  readonly host: Pick<Host, "canShareToStage" | "shareToStage">;
  readonly sheet: SheetControl;
}

/** One button that is always the next sensible act, and a menu for the rest. */
export function FacilitatorBar({ moment, now, drafts, host, sheet }: FacilitatorBarProps) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const atMs = useServerTime(now, 5000);
  useEffect(() => {
    void fetchLeadParts();
  }, []);
  return (
    <>
      <Problem problem={problem} />
      <div className={styles.bar}>
        {nextAct()}
        <LeadMenu moment={moment} act={act} drafts={drafts} host={host} sheet={sheet} />
      </div>
    </>
  );

  function nextAct(): ReactNode {
    if (moment.kind === "question" && !moment.round.revealed) {
      const reveal = { kind: "answers-revealed", question: moment.question.id } as const;
      return <Primary onPress={() => act(reveal)}>Reveal</Primary>;
    }
    if (moment.kind === "question") {
      return <Primary onPress={() => submit(concludeForm)}>Conclude and go on</Primary>;
    }
    if (moment.kind === "proposing") {
      return <Primary onPress={() => submit(proposeForm)}>Take stances</Primary>;
    }
    if (moment.kind !== "stances") return null;
    const standing = tally({ ...meeting, proposal: moment.proposal, atMs });
    if (standing.state === "passed") {
      return (
        <Primary onPress={() => act({ kind: "decision-closed", outcome: "decided" })}>
          Close
        </Primary>
      );
    }
    if (standing.state === "failed") {
      const change = (
        <LeadSheet task="proposal" moment={moment} drafts={drafts} onClose={sheet.close} />
      );
      return <Primary onPress={() => sheet.open(change)}>Change the proposal</Primary>;
    }
    const decides = seatOf(meeting.seats, me.id, meeting.presence)?.seat.duty === "decider";
    return <p className={styles.wait}>{openWords(standing.why, standing.method, decides)}</p>;
  }
}

interface PrimaryProps {
  readonly onPress: () => void;
  readonly children: string;
}

/**
 * Always a plain button, never one that submits by itself: pressing "Reveal" turns it into
 * "Conclude" before the browser is done with the press.
 */
function Primary({ onPress, children }: PrimaryProps) {
  return (
    <Button appearance="primary" className={styles.primary} onClick={onPress}>
      {children}
    </Button>
  );
}

function submit(form: string): void {
  const found = document.getElementById(form);
  if (found instanceof HTMLFormElement) found.requestSubmit();
}

/** What the facilitator waits for. */
function openWords(why: WhyOpen, method: Method, decides: boolean): string {
  switch (why) {
    case "quorum-unmet":
      return "Wait for the quorum, or defer.";
    case "stances-missing":
      return isCounting(method)
        ? "Close once every driver here has taken a stance, or has had a minute."
        : "Close once every driver here has taken a stance.";
    case "sign-off-missing":
      return "Close once every sign-off has agreed.";
    case "no-decider":
      return "Nobody here can decide. Seat a decider, or change the proposal's rule.";
    case "decider-recused":
      return "The decider is recused. Seat another, or change the proposal's rule.";
    case "decider-has-not-ruled":
      return decides ? "Give your ruling, then close." : "Close once the decider has ruled.";
  }
}
