import type { DecisionEvent } from "#domain/log/event.ts";
import { may } from "#domain/rights/judge.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { Button, Link } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { closedUntil } from "./closed-until.ts";
import { RoutineRecord } from "./routine-record.tsx";
import styles from "./start.module.css";

/** The way into the walk: closed while something blocks, with the reason beside it. */
export function Start() {
  const { meeting, me, serverNow, tell, goTo } = usePreparing();
  if (meeting.status === "in-session") {
    return (
      <p className={styles.reason}>
        The walk has started. Open Quorate in the side panel of the meeting to take part.
      </p>
    );
  }
  const refusal = may(meeting, me.id, { kind: "walk-started" }, serverNow());
  if (refusal === undefined) {
    return (
      <Button
        appearance="primary"
        size="large"
        className={styles.button}
        onClick={() => tell({ kind: "walk-started" })}
      >
        Start the walk
      </Button>
    );
  }
  switch (refusal.reason) {
    case "gate-unanswered":
      return (
        <Closed reason="Closed until you say whether this decision needs a group.">
          <Link as="button" onClick={() => goTo({ card: "gate" })}>
            Answer the questions
          </Link>
        </Closed>
      );
    case "routine":
      return <RoutineRecord />;
    case "table-not-ready":
      return (
        <Closed reason={closedUntil(refusal.findings, meeting)}>
          <WithReason
            word="Start anyway…"
            label="Why do you start all the same? It goes into the record."
            confirm="Start with this reason"
            toEvent={(override) => ({ kind: "walk-started", override })}
          />
        </Closed>
      );
    default:
      return <p className={styles.reason}>{refusalSentence(refusal)}</p>;
  }
}

interface ClosedProps {
  readonly reason: string;
  readonly children: ReactNode;
}

function Closed({ reason, children }: ClosedProps) {
  const id = useId();
  return (
    <div className={styles.start}>
      <Button
        appearance="primary"
        size="large"
        className={styles.button}
        disabledFocusable
        aria-describedby={id}
      >
        Start the walk
      </Button>
      <p className={styles.reason} id={id}>
        {reason}
      </p>
      {children}
    </div>
  );
}

interface WithReasonProps {
  readonly word: string;
  readonly label: string;
  readonly confirm: string;
  readonly toEvent: (reason: string) => DecisionEvent;
}

/** Something one may do, with a reason that is kept. */
function WithReason({ word, label, confirm, toEvent }: WithReasonProps) {
  const { tell } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const id = useId();
  const reason = cleanText(text);
  const isFit = reason !== "" && reason.length <= briefLimit;
  if (!isOpen) {
    return (
      <div>
        <Link as="button" onClick={() => setOpen(true)}>
          {word}
        </Link>
      </div>
    );
  }
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={fieldStyles.input}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className={fieldStyles.counter} data-over={reason.length > briefLimit}>
        {reason.length} / {briefLimit}
      </span>
      <div className={styles.row}>
        <Button
          disabledFocusable={!isFit}
          onClick={() => {
            if (isFit && tell(toEvent(reason))) setOpen(false);
          }}
        >
          {confirm}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
