import type { SeatAtTable } from "#domain/meeting-state.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Problem } from "#surfaces/walk/leading/problem.tsx";
import { text } from "#surfaces/walk/text.ts";

/** Tells somebody that their seat is recused, why, and what that means; it can be taken back. */
export function RecusedNote({ place }: { readonly place: SeatAtTable }) {
  const { me } = useMeeting().picture;
  const { act, problem } = useAct();
  const { seat, recused } = place;
  if (recused === undefined) return null;
  const isWrittenDown = recused.recordedFor !== undefined && recused.by.id !== me.id;
  return (
    <section aria-label="Your conflict of interest">
      <p className={text.lead}>
        <strong>You are recused:</strong> {recused.reason}
      </p>
      <p className={text.small}>
        {isWrittenDown && `Written down by ${recused.by.name}. `}
        You follow, and are asked for no answer and no stance.
      </p>
      <button
        type="button"
        className={text.link}
        onClick={() => act({ kind: "interest-withdrawn", seat: seat.id })}
      >
        Take it back
      </button>
      <Problem problem={problem} />
    </section>
  );
}
