import type { KeptDecision } from "#flows/ports.ts";
import { statusWords } from "#surfaces/page/status-words.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import type { ReactNode } from "react";
import styles from "./past.module.css";

interface PastLineProps {
  readonly kept: KeptDecision;
  readonly openLink: (url: string) => void;
  /** What can be done with it, or more to say of it. */
  readonly children?: ReactNode;
}

/** One decision of the list: what it is called, how and when it ended, and what came out. */
export function PastLine({
  kept: { row, createdAtMs, webUrl },
  openLink,
  children,
}: PastLineProps) {
  const day = calendarDay(new Date(row.decidedAtMs ?? createdAtMs).toISOString().slice(0, 10));
  return (
    <li className={styles.decision}>
      <button type="button" className={styles.title} onClick={() => openLink(webUrl)}>
        {row.title}
      </button>
      <span className={styles.status}>
        {statusWords[row.status]} · {day}
      </span>
      <span className={styles.outcome}>{row.outcome === "" ? row.wantedOutcome : row.outcome}</span>
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </li>
  );
}
