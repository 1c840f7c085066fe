import { gateSentence } from "#domain/decision/gate-sentence.ts";
import { passGate } from "#domain/decision/gate.ts";
import { owningFunction } from "#domain/decision/owning-function.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { outcomeSentence } from "#domain/record/outcome-sentence.ts";
import { deciderSeat } from "#domain/table/seating.ts";
import type { KeptDecisions } from "#surfaces/prepare/earlier/use-kept-decisions.ts";
import { Link } from "@fluentui/react-components";
import styles from "./opening.module.css";
import { TakeUp } from "./take-up.tsx";

interface EndedProps {
  readonly meeting: Meeting;
  readonly meetingInfo: MeetingInfo;
  readonly asked: KeptDecisions;
  readonly openLink: (url: string) => void;
}

/** How the last decision of this meeting ended, its record, and the way back to one put off. */
export function Ended({ meeting, meetingInfo, asked, openLink }: EndedProps) {
  const { closing, proposal, opened, status, frame, record } = meeting;
  if (closing === undefined || opened === undefined) return null;
  const rows = asked.kind === "answered" ? asked.answer.decisions : [];
  const kept = rows.find(({ row }) => row.decision === opened.decision);
  return (
    <div className={styles.closed}>
      <p className={styles.result}>{outcomeSentence(closing, proposal)}</p>
      {status === "not-needed" && <p className={styles.why}>{ownerSentence(meeting)}</p>}
      {record !== undefined && kept !== undefined ? (
        <p className={styles.why}>
          It is in the list.{" "}
          <Link as="button" onClick={() => openLink(kept.webUrl)}>
            Open the record
          </Link>
        </p>
      ) : (
        <output className={styles.quiet}>Writing the record…</output>
      )}
      {status === "deferred" && (
        <TakeUp
          word="Take it up again"
          decision={opened.decision}
          title={frame.title}
          meetingInfo={meetingInfo}
        />
      )}
    </div>
  );
}

/** Who decided it instead of a group, and why no group was needed. */
function ownerSentence(meeting: Meeting): string {
  const { gate, closing } = meeting;
  const decider = deciderSeat(closing?.seats ?? meeting.seats)?.seat;
  const name = decider?.person?.name;
  const who =
    decider === undefined
      ? ""
      : `Decided by ${name === undefined ? decider.function : `${decider.function} (${name})`}. `;
  return who + (gate === undefined ? "" : gateSentence(passGate(gate), owningFunction(meeting)));
}
