import { hidden } from "#surfaces/shared/frame/hidden.ts";
import styles from "./time-left.module.css";

interface TimeLeftProps {
  /** Epoch milliseconds, server time. */
  readonly endsAtMs: number;
  readonly wholeMs: number;
  /** Epoch milliseconds, server time: this browser's clock plus its offset. */
  readonly nowMs: number;
  /** Where the words stand somewhere else. */
  readonly isQuiet?: boolean;
}

/** Time left as a thin bar; in words when under a minute, and when it is over. */
export function TimeLeft({ endsAtMs, wholeMs, nowMs, isQuiet = false }: TimeLeftProps) {
  const leftMs = endsAtMs - nowMs;
  const share = Math.min(1, Math.max(0, leftMs / wholeMs));
  const isShort = leftMs < 60_000;
  return (
    <div className={styles.time}>
      <div className={styles.track} aria-hidden="true">
        <div
          className={isShort ? styles.short : styles.bar}
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
      {!isQuiet && <span className={isShort ? styles.words : hidden}>{timeWords(leftMs)}</span>}
    </div>
  );
}

/** "3 minutes left", "40 seconds left", "Time is up", "Time is up, 2 minutes over". */
export function timeWords(leftMs: number): string {
  if (leftMs >= 60_000) return `${plural(Math.ceil(leftMs / 60_000), "minute")} left`;
  if (leftMs > 0) return `${plural(Math.ceil(leftMs / 1000), "second")} left`;
  const over = Math.floor(-leftMs / 60_000);
  return over === 0 ? "Time is up" : `Time is up, ${plural(over, "minute")} over`;
}

function plural(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
