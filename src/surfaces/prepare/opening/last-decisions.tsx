import type { DecisionRegister, KeptDecision } from "#flows/ports.ts";
import { type Asked, useAsked } from "#surfaces/page/use-asked.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { statusWords } from "#surfaces/page/status-words.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import styles from "./opening.module.css";

interface LastDecisionsProps {
  readonly register: DecisionRegister;
  readonly openLink: (url: string) => void;
}

/** The three decisions last framed on this site: nobody starts from an empty page. */
export function LastDecisions({ register, openLink }: LastDecisionsProps) {
  const asked = useAsked(register, list);
  return (
    <section className={styles.past} aria-labelledby="past-heading">
      <h2 className={styles.heading} id="past-heading">
        Last framed on this site
      </h2>
      <Past asked={asked} openLink={openLink} />
    </section>
  );
}

interface PastProps {
  readonly asked: Asked<Awaited<ReturnType<DecisionRegister["list"]>>>;
  readonly openLink: (url: string) => void;
}

function Past({ asked, openLink }: PastProps) {
  if (asked.kind === "asking") return <p className={styles.quiet}>Looking…</p>;
  if (asked.kind === "failed") return <p className={styles.quiet}>{adviceFor(asked.why)}</p>;
  const last = asked.answer.decisions.slice(0, 3);
  if (last.length === 0) return <p className={styles.quiet}>None yet: yours is the first.</p>;
  return (
    <ul className={styles.decisions}>
      {last.map((kept) => (
        <PastDecision key={kept.item} kept={kept} onOpen={() => openLink(kept.webUrl)} />
      ))}
    </ul>
  );
}

function PastDecision({
  kept: { row, createdAtMs },
  onOpen,
}: {
  readonly kept: KeptDecision;
  readonly onOpen: () => void;
}) {
  const day = calendarDay(new Date(row.decidedAtMs ?? createdAtMs).toISOString().slice(0, 10));
  return (
    <li className={styles.decision}>
      <button type="button" className={styles.title} onClick={onOpen}>
        {row.title}
      </button>
      <span className={styles.status}>
        {statusWords[row.status]} · {day}
      </span>
      <span className={styles.outcome}>{row.outcome === "" ? row.wantedOutcome : row.outcome}</span>
    </li>
  );
}

function list(register: DecisionRegister) {
  return register.list();
}
