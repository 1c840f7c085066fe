import { Button } from "@fluentui/react-components";
import { tally } from "#domain/deciding/tally.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { type Moment, endOfTimeBox } from "#domain/moment.ts";
import { isFacilitator } from "#domain/rights/people.ts";
import { hearingOf } from "#surfaces/shared/answers/hearing.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { TimeLeft, timeWords } from "#surfaces/shared/time-left.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useTick } from "#surfaces/shared/use-tick.ts";
import styles from "./stage.module.css";

interface StageFootProps {
  readonly moment: Moment;
  readonly now: () => number;
}

/** What to do where, how long, and for the facilitator the next act that needs no words. */
export function StageFoot({ moment, now }: StageFootProps) {
  const { meeting, me, clockOffsetMs } = useMeeting().picture;
  const nowMs = useTick(now) + clockOffsetMs;
  const { act, problem } = useAct();
  const next = isFacilitator(meeting, me.id) ? nextAct(meeting, moment, nowMs) : undefined;
  const time = moment.kind === "question" ? timeOf(moment) : undefined;
  return (
    <footer className={styles.foot}>
      {time && <TimeLeft {...time} nowMs={nowMs} isQuiet />}
      <div className={styles.line}>
        <p className={styles.under}>
          {hintOf(meeting, moment, nowMs)}
          {time && moment.kind === "question" && ` · ${timeWords(time.endsAtMs - nowMs)}`}
        </p>
        {problem !== undefined && <p className={styles.under}>{problem}</p>}
        {next && (
          <Button appearance="primary" size="large" onClick={() => act(next.event)}>
            {next.label}
          </Button>
        )}
      </div>
    </footer>
  );
}

function timeOf({ question, round }: Extract<Moment, { kind: "question" }>) {
  const endsAtMs = endOfTimeBox(question, round);
  if (endsAtMs === undefined) return undefined;
  return { endsAtMs, wholeMs: (question.minutes + round.extraMinutes) * 60_000 };
}

function hintOf(meeting: Meeting, moment: Moment, nowMs: number): string {
  switch (moment.kind) {
    case "question":
      return moment.round.revealed ? "Talk about it" : "Answer in your side panel";
    case "stances":
      return hearingOf(meeting, moment.proposal, nowMs).isShown
        ? ""
        : "Take your stance in your side panel";
    case "gathering":
      return "Open Quorate in the side panel of this meeting";
    case "closed":
      return moment.isRecorded ? "Recorded in SharePoint" : "The record is being written";
    case "nothing-framed":
    case "proposing":
      return "";
  }
}

function nextAct(
  meeting: Meeting,
  moment: Moment,
  nowMs: number,
): { readonly label: string; readonly event: DecisionEvent } | undefined {
  if (moment.kind === "question") {
    const { question, round } = moment;
    return round.revealed
      ? {
          label: "Conclude and go on",
          event: { kind: "question-concluded", question: question.id, conclusion: round.draft },
        }
      : { label: "Reveal", event: { kind: "answers-revealed", question: question.id } };
  }
  if (moment.kind !== "stances") return undefined;
  const { state } = tally({ ...meeting, proposal: moment.proposal, atMs: nowMs });
  if (state !== "passed") return undefined;
  return { label: "Close", event: { kind: "decision-closed", outcome: "decided" } };
}
