import type { SeatAtTable } from "#domain/meeting-state.ts";
import { seatList, standIns } from "#domain/table/seating.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { ConflictOfInterest } from "./conflict-of-interest.tsx";
import { DelegateOffer } from "./delegate-offer.tsx";
import styles from "./own.module.css";

/** What concerns whoever is looking: the seat they sit on, and the seats they are asked to fill. */
export function OwnPart() {
  const { meeting, me } = usePreparing();
  const seats = seatList(meeting.seats);
  const offers = seats.filter(
    ({ seat, delegateAccepted }) => seat.delegate?.id === me.id && !delegateAccepted,
  );
  const standing = standIns(meeting.seats);
  const held = seats.filter(
    ({ seat }) => seat.person?.id === me.id || standing.get(seat.id)?.id === me.id,
  );
  if (offers.length === 0 && held.length === 0) return null;
  return (
    <section className={styles.own} aria-labelledby="own-heading">
      <h2 className={styles.heading} id="own-heading">
        Your part
      </h2>
      {offers.map((place) => (
        <DelegateOffer key={place.seat.id} place={place} />
      ))}
      {held.map((place) => (
        <div key={place.seat.id} className={styles.part}>
          <p className={styles.line}>{partSentence(place, me.id)}</p>
          <ConflictOfInterest place={place} />
        </div>
      ))}
    </section>
  );
}

function partSentence({ seat, recused }: SeatAtTable, me: string): string {
  const { person, function: name } = seat;
  if (recused !== undefined) return `You sit at the ${name} seat, and it is recused.`;
  if (person?.id === me) return `You sit at the ${name} seat: ${dutyWords(seat)}.`;
  const whom = person === undefined ? "" : ` when ${person.name} cannot`;
  return `You sit at the ${name} seat${whom}: ${dutyWords(seat)}.`;
}

function dutyWords(seat: SeatAtTable["seat"]): string {
  switch (seat.duty) {
    case "decider":
      return "you decide, after hearing the others";
    case "sign-off":
      return `you take a stance and must agree on ${seat.ground}`;
    case "member":
      return "you take a stance";
    case "contributor":
      return "you answer the questions that are for everybody";
    case "performer":
      return "you carry out what is decided";
    case "informed":
      return "you are told what is decided";
  }
}
