import styles from "./bars.module.css";

/** One bar: what it stands for, how many, and whose. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Shown under the bar: names, or what was said. */
  readonly under?: string;
  /** Whether the person who looks is among them. */
  readonly isMine?: boolean;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly of: number;
}

/** Counts as bars, each with its number in words: read without colour and without the picture. */
export function Bars({ bars, of }: BarsProps) {
  return (
    <ul className={styles.bars}>
      {bars.map(({ id, label, count, under, isMine = false }) => (
        <li key={id} className={styles.item}>
          <span className={styles.label}>
            <span>
              {label}
              {isMine && <span className={styles.mine}> · yours</span>}
            </span>
            <span className={styles.count}>
              {count} of {of}
            </span>
          </span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.bar}
              style={{ transform: `scaleX(${of === 0 ? 0 : count / of})` }}
            />
          </span>
          {under !== undefined && under !== "" && <span className={styles.under}>{under}</span>}
        </li>
      ))}
    </ul>
  );
}
