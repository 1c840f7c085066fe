import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { SeatAvatar } from "#surfaces/shared/table/seat-avatar.tsx";
import { type SeatLook, seatWords } from "#surfaces/shared/table/seat-look.ts";
import styles from "./ring-seat.module.css";

interface RingSeatProps {
  readonly look: SeatLook;
  readonly label: "above" | "below";
  readonly isDone: boolean;
  readonly isSelected: boolean;
  readonly hasName: boolean;
  /** Absent where the seat is only a picture. */
  readonly onPick?: () => void;
}

/** One seat of the ring: its circle, its function and who sits there. */
export function RingSeat(props: RingSeatProps) {
  const { look, label, isDone, isSelected, hasName, onPick } = props;
  const inside = (
    <>
      <SeatAvatar look={look} size="large" isDone={isDone} />
      <span className={styles.words} aria-hidden={onPick !== undefined}>
        <span className={styles.function}>{look.function}</span>
        {hasName && <span className={styles.part}>{secondLine(look)}</span>}
      </span>
    </>
  );
  const className = `${styles.seat} ${styles[label]}`;
  if (onPick === undefined) return <span className={className}>{inside}</span>;
  return (
    <button type="button" className={className} aria-pressed={isSelected} onClick={onPick}>
      {inside}
      <span className={hidden}>{seatWords(look)}</span>
    </button>
  );
}

/** Who, or what is missing; a duty that matters to all goes before the name. */
function secondLine({ name, state, duty, standing }: SeatLook): string {
  if (state === "empty") return standing;
  const who = name ?? standing;
  if (state === "delegate") return `${who}, delegate`;
  if (state === "recused") return `${who}, recused`;
  if (duty === "decider") return `${who}, decides`;
  return duty === "sign-off" ? `${who}, signs off` : who;
}
