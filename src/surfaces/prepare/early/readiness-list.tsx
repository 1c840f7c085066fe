import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { StateMark } from "#surfaces/page/state-mark.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { askToAnswer } from "#surfaces/prepare/ready/messages.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type Readiness, readiness, readinessWords } from "./readiness.ts";
import styles from "./readiness-list.module.css";

/** How far each seat has come before the meeting, and a reminder for those who have not begun. */
export function ReadinessList() {
  const { meeting, me, canPrepare } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  const seats = readiness(meeting);
  if (seats.length === 0 || meeting.status === "in-session") return null;
  const silent = seats
    .filter(({ state }) => state === "nothing" || state === "read")
    .flatMap(({ place }) => place.seat.person ?? [])
    .filter(({ id }) => id !== me.id);
  const message = askToAnswer({ meeting, to: silent, from: me });
  return (
    <section className={styles.early} aria-labelledby="early-heading">
      <h3 className={styles.heading} id="early-heading">
        Early answers
      </h3>
      <ul className={styles.seats}>
        {seats.map((one) => (
          <Row key={one.place.seat.id} readiness={one} />
        ))}
      </ul>
      {seats.every(({ answered }) => answered === 0) && (
        <p className={styles.quiet}>Anybody at the table may answer now, in card 4.</p>
      )}
      {canPrepare && silent.length > 0 && (
        <div>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Remind them…
          </Button>
        </div>
      )}
      {isOpen && silent.length > 0 && <TextToSend label={message.label} text={message.text} />}
    </section>
  );
}

function Row({ readiness: one }: { readonly readiness: Readiness }) {
  const { seat } = one.place;
  const [first] = one.people;
  return (
    <li className={styles.seat}>
      <StateMark mark={isDone(one) ? "done" : "to-do"} />
      <span>
        <span className={styles.name}>{first?.name ?? seat.function}</span>{" "}
        <span className={styles.quiet}>
          {seat.function} · {readinessWords(one)}
        </span>
      </span>
    </li>
  );
}

function isDone({ state }: Readiness): boolean {
  return state === "all" || state === "recused" || state === "not-asked";
}
