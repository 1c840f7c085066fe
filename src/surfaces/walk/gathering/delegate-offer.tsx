import { Button } from "@fluentui/react-components";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import text from "./gathering.module.css";

/** Asks a person who was named a delegate whether they sit in. Absent for everybody else. */
export function DelegateOffer() {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const place = [...meeting.seats.values()].find(
    ({ seat, delegateAccepted }) => seat.delegate?.id === me.id && !delegateAccepted,
  );
  if (place === undefined) return null;
  const { id, function: name, person } = place.seat;
  return (
    <section className={text.offer} aria-label="Your delegation">
      <p className={text.offerText}>
        {person === undefined
          ? `You are named delegate for the ${name} seat.`
          : `${person.name} names you delegate for the ${name} seat.`}
      </p>
      <Button onClick={() => act({ kind: "delegate-accepted", seat: id })}>Sit in</Button>
      {problem !== undefined && <p className={text.problem}>{problem}</p>}
    </section>
  );
}
