import styles from "./state-mark.module.css";

export type Mark = "to-do" | "busy" | "done" | "warn" | "wrong";

interface StateMarkProps {
  readonly mark: Mark;
}

/** A small sign beside words that say the same: each mark has its own shape, not only its colour. */
export function StateMark({ mark }: StateMarkProps) {
  switch (mark) {
    case "to-do":
      return (
        <svg viewBox="0 0 20 20" className={styles.mark} aria-hidden="true">
          <circle {...outline} cx="10" cy="10" r="7.5" strokeDasharray="3 2.9" />
        </svg>
      );
    case "busy":
      return (
        <svg viewBox="0 0 20 20" className={`${styles.mark} ${styles.busy}`} aria-hidden="true">
          <circle {...outline} cx="10" cy="10" r="7.5" opacity="0.25" />
          <path {...outline} strokeWidth="2" d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
        </svg>
      );
    case "done":
      return (
        <svg viewBox="0 0 20 20" className={`${styles.mark} ${styles.done}`} aria-hidden="true">
          <circle cx="10" cy="10" r="8" fill="currentColor" />
          <path
            {...outline}
            stroke="var(--colorNeutralBackground1)"
            d="m6.4 10.3 2.4 2.4 4.8-5.2"
          />
        </svg>
      );
    case "warn":
      return (
        <svg viewBox="0 0 20 20" className={`${styles.mark} ${styles.warn}`} aria-hidden="true">
          <path {...outline} d="M10 2.8 17.6 16.4H2.4zM10 8v4" />
          <circle cx="10" cy="14.2" r="0.9" fill="currentColor" />
        </svg>
      );
    case "wrong":
      return (
        <svg viewBox="0 0 20 20" className={`${styles.mark} ${styles.wrong}`} aria-hidden="true">
          <circle {...outline} cx="10" cy="10" r="7.5" />
          <path {...outline} d="m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6" />
        </svg>
      );
  }
}

const outline = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;
