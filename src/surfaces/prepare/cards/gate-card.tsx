import { gateSentence, signalQuestions } from "#domain/decision/gate-sentence.ts";
import { type GateAnswer, type Signal, passGate, signals } from "#domain/decision/gate.ts";
import { owningFunction } from "#domain/decision/owning-function.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { useId, useState } from "react";
import { Card } from "./card.tsx";
import styles from "./gate-card.module.css";
import { GateOverride } from "./gate-override.tsx";

/** Whether this decision needs a group: plain questions, and the answer as it forms. */
export function GateCard() {
  const { meeting, tell } = usePreparing();
  const { gate } = meeting;
  // Until the first yes nothing is in the log: noes are only shown, and count once you press Done.
  const [noes, setNoes] = useState<readonly Signal[]>([]);
  const given = gate?.signals ?? [];

  const standing = (signal: Signal): boolean | undefined => {
    if (given.includes(signal)) return true;
    return gate !== undefined || noes.includes(signal) ? false : undefined;
  };

  const answer = (signal: Signal, yes: boolean) => {
    const next = signals.filter((one) => (one === signal ? yes : given.includes(one)));
    const left = [...noes, signal];
    if (yes || gate !== undefined || signals.every((one) => left.includes(one))) {
      tell({ kind: "gate-answered", gate: { ...gate, signals: next } });
    } else {
      setNoes(left);
    }
  };

  return (
    <Card
      id="gate"
      number={2}
      name="Does it need a group?"
      summary={gate === undefined ? "Six questions with yes or no." : gateWords(meeting, gate)}
      isMissing={gate === undefined}
      kinds={["gate-answered"]}
      openWord={gate === undefined ? "Answer" : "Edit"}
      onDone={() => {
        if (gate === undefined) tell({ kind: "gate-answered", gate: { signals: [] } });
      }}
    >
      <div>
        {signals.map((signal) => (
          <SignalRow
            key={signal}
            question={signalQuestions[signal]}
            yes={standing(signal)}
            onAnswer={(yes) => answer(signal, yes)}
          />
        ))}
      </div>
      <output className={gate === undefined ? styles.quiet : styles.answer}>
        {gate === undefined
          ? "Answer what you know. Whatever is left open counts as no."
          : gateWords(meeting, gate)}
      </output>
      {gate !== undefined && <GateOverride gate={gate} />}
    </Card>
  );
}

function gateWords(meeting: Meeting, gate: GateAnswer): string {
  return gateSentence(passGate(gate), owningFunction(meeting));
}

interface SignalRowProps {
  readonly question: string;
  readonly yes: boolean | undefined;
  readonly onAnswer: (yes: boolean) => void;
}

function SignalRow({ question, yes, onAnswer }: SignalRowProps) {
  const id = useId();
  return (
    <fieldset className={styles.signal} aria-labelledby={id}>
      <span id={id}>{question}</span>
      <span className={styles.choice}>
        {[false, true].map((option) => (
          <label
            key={String(option)}
            className={styles.option}
            data-chosen={yes === option}
            data-yes={option}
          >
            <input
              type="radio"
              className={styles.radio}
              name={id}
              checked={yes === option}
              onChange={() => onAnswer(option)}
            />
            {option ? "Yes" : "No"}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
