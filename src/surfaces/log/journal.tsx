import type { Status } from "#domain/decision/status.ts";
import { hasEnded } from "#domain/decision/status.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { type Mark, StateMark } from "#surfaces/page/state-mark.tsx";
import { statusWords } from "#surfaces/page/status-words.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { TableLine } from "#surfaces/shared/table/table-line.tsx";
import { Button } from "@fluentui/react-components";
import { memo, useEffect, useRef } from "react";
import { isOverdue, reviewDue } from "./filters.ts";
import styles from "./journal.module.css";

interface JournalProps {
  readonly decisions: readonly KeptDecision[];
  readonly today: string;
  /** The decision one has come back from. */
  readonly cameFrom: string | undefined;
  /** How many of them are shown. */
  readonly shown: number;
  readonly onOpen: (kept: KeptDecision) => void;
  readonly onMore: () => void;
}

/** The decisions of this site, newest first. */
export function Journal({ decisions, today, cameFrom, shown, onOpen, onMore }: JournalProps) {
  if (decisions.length === 0) {
    return <p className={styles.quiet}>No decision fits. Change a word of the sentence above.</p>;
  }
  return (
    <div className={styles.space}>
      <ol className={styles.journal}>
        {decisions.slice(0, shown).map((kept) => (
          <Entry
            key={kept.item}
            kept={kept}
            today={today}
            isReturn={kept.item === cameFrom}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {decisions.length > shown && (
        <p className={styles.more}>
          <Button onClick={onMore}>Show more</Button>
          <span>
            {shown} of {decisions.length} shown
          </span>
        </p>
      )}
    </div>
  );
}

interface EntryProps {
  readonly kept: KeptDecision;
  readonly today: string;
  readonly isReturn: boolean;
  readonly onOpen: (kept: KeptDecision) => void;
}

/** The same as before as long as its row is: changing a filter costs what changes in view. */
const Entry = memo(function Entry({ kept, today, isReturn, onOpen }: EntryProps) {
  const { row, createdAtMs, item } = kept;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReturn) button.current?.focus();
  }, [isReturn]);
  const at = row.decidedAtMs ?? createdAtMs;
  const due = reviewDue(row);
  return (
    <li className={styles.entry}>
      <time className={styles.when} dateTime={new Date(at).toISOString()}>
        {shortDay.format(at)}
      </time>
      <h2 className={styles.heading}>
        <button ref={button} type="button" className={styles.title} onClick={() => onOpen(kept)}>
          {row.title}
        </button>
      </h2>
      <span className={styles.status}>
        <StateMark mark={markOf(row.status)} />
        {statusWords[row.status]}
      </span>
      <p className={styles.outcome}>{row.outcome === "" ? row.wantedOutcome : row.outcome}</p>
      <div className={styles.facts}>
        <span>No. {item}</span>
        {hasEnded(row.status) && <TableLine {...row} />}
        {due !== undefined && (
          <span className={isOverdue(row, today) ? styles.overdue : undefined}>
            {isOverdue(row, today) ? "Review overdue since " : "Review on "}
            {calendarDay(due)}
          </span>
        )}
      </div>
    </li>
  );
});

const shortDay = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});

function markOf(status: Status): Mark {
  if (!hasEnded(status) || status === "deferred") return "to-do";
  if (status === "superseded") return "warn";
  return status === "rejected" || status === "withdrawn" || status === "reversed"
    ? "wrong"
    : "done";
}
