import { seatOf } from "#domain/table/seating.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { InterestForm } from "#surfaces/walk/later/parts.ts";
import { text } from "#surfaces/walk/text.ts";
import { RecusedNote } from "./recused-note.tsx";

/**
 * Asks whoever has a seat for a conflict of interest, in one folded line; once declared, says what
 * follows from it. Absent for everybody else.
 */
export function InterestOffer() {
  const { meeting, me } = useMeeting().picture;
  const place = seatOf(meeting.seats, me.id, meeting.presence);
  if (place === undefined) return null;
  if (place.recused !== undefined) return <RecusedNote place={place} />;
  return (
    <details className={text.fold}>
      <summary>Do you have a conflict of interest in this?</summary>
      <div className={text.folded}>
        <InterestForm seat={place.seat} />
      </div>
    </details>
  );
}
