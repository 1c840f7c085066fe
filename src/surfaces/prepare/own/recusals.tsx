import { seatList } from "#domain/table/seating.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { recusalSentence } from "./conflict-of-interest.tsx";
import styles from "./own.module.css";

/** Who is recused and why: everybody at the table reads it. */
export function Recusals() {
  const { meeting } = usePreparing();
  const recused = seatList(meeting.seats).filter((place) => place.recused !== undefined);
  if (recused.length === 0) return null;
  return (
    <ul className={styles.recusals} aria-label="Recused">
      {recused.map((place) => (
        <li key={place.seat.id} className={styles.line}>
          {recusalSentence(place)}
        </li>
      ))}
    </ul>
  );
}
