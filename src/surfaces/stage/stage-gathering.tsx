import { driverSeats, presentDrivers } from "#domain/table/seating.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import { StageTalk } from "./stage-talk.tsx";
import styles from "./stage.module.css";

/** The table before the walk, and while the proposal is written. */
export function StageGathering({ isProposing = false }: { readonly isProposing?: boolean }) {
  const { meeting } = useMeeting().picture;
  const { seats, presence, frame } = meeting;
  const voiced = [...seats.values()].filter(({ recused }) => recused === undefined);
  const leader = meeting.facilitator?.person.name ?? "The facilitator";
  return (
    <>
      {isProposing ? (
        <StageTalk
          over="Every question is concluded"
          title="The proposal comes next"
          under={`${leader} is writing it.`}
        />
      ) : (
        <StageTalk
          over={meeting.earlier === undefined ? "Before the walk" : "Taken up again"}
          title={frame.title}
          {...(frame.outcome !== "" && { under: frame.outcome })}
        />
      )}
      <div className={styles.picture}>
        <TableRing isFar seats={seatLooks(meeting)}>
          <strong className={styles.figure}>
            {presentDrivers(voiced, presence).length} of {driverSeats(voiced).length}
          </strong>
          <span>drivers here</span>
        </TableRing>
      </div>
    </>
  );
}
