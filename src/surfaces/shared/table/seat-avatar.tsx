import type { SeatLook } from "./seat-look.ts";
import { SeatMark, TickMark } from "./seat-mark.tsx";
import styles from "./seat-avatar.module.css";

interface SeatAvatarProps {
  readonly look: SeatLook;
  /** `small` 26 px, `medium` 40 px, `large` grows with what is around it. */
  readonly size: "small" | "medium" | "large";
  /** A tick: this seat has done what is asked for now. */
  readonly isDone?: boolean;
}

/** One seat as a circle. A picture only: whoever uses it says the same in words beside it. */
export function SeatAvatar({ look, size, isDone = false }: SeatAvatarProps) {
  const { state, role, code } = look;
  return (
    <span aria-hidden="true" className={`${styles.seat} ${styles[size]}`}>
      {state === "delegate" && <span className={`${styles.behind} ${styles[role]}`} />}
      <span className={`${styles.disc} ${styles[role]} ${styles[state]}`}>
        {state === "empty" ? "+" : code}
      </span>
      {isDone ? <TickMark /> : <SeatMark look={look} />}
    </span>
  );
}
