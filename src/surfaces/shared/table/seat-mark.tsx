import type { SeatLook } from "./seat-look.ts";
import styles from "./seat-mark.module.css";

const star = "M8 1.6l1.9 4.1 4.5.5-3.3 3 .9 4.4L8 11.4l-4 2.2.9-4.4-3.3-3 4.5-.5z";
const tick = "M3.2 8.4l3.1 3.1 6.4-6.6";
const shield = "M8 1.5l5.2 1.8v4.1c0 3.4-2.1 5.7-5.2 7.1-3.1-1.4-5.2-3.7-5.2-7.1V3.3z";
const scales = "M8 2v11M4.5 13.5h7M2.5 4.5h11M2.5 4.5L.9 9h3.2zM13.5 4.5L11.9 9h3.2z";
const coin =
  "M8 2a6 6 0 100 12A6 6 0 008 2zM9.8 5.8H7.4a1.1 1.1 0 000 2.2h1.2a1.1 1.1 0 010 2.2H6.2";
const pen = "M2.5 13.5l.7-3 7.6-7.6 2.3 2.3-7.6 7.6zM9 4.7L11.3 7";

/** The icon of a sign-off seat's ground; a pen where the ground has none of its own. */
function iconOf(ground: string): string {
  if (/secur|privacy|protect|risk/iu.test(ground)) return shield;
  if (/legal|law|compliance|regulat/iu.test(ground)) return scales;
  if (/financ|budget|cost|money/iu.test(ground)) return coin;
  return pen;
}

/** The mark of a seat with a duty of its own: a star decides, an icon signs off on its ground. */
export function SeatMark({ look: { duty, ground } }: { readonly look: SeatLook }) {
  if (duty === "decider") {
    return (
      <svg viewBox="0 0 16 16" className={`${styles.mark} ${styles.star}`} aria-hidden="true">
        <path d={star} />
      </svg>
    );
  }
  return ground === undefined ? null : (
    <svg viewBox="-1 0 18 16" className={`${styles.mark} ${styles.line}`} aria-hidden="true">
      <path d={iconOf(ground)} />
    </svg>
  );
}

/** The mark of a seat that has done what is asked for now. */
export function TickMark() {
  return (
    <svg viewBox="0 0 16 16" className={`${styles.mark} ${styles.tick}`} aria-hidden="true">
      <path d={tick} />
    </svg>
  );
}
