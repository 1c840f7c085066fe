import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Method, Quorum, Rule } from "#domain/deciding/rule.ts";
import { driverSeats, presentDrivers } from "#domain/table/seating.ts";
import { counted } from "#domain/table/sentences.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Card } from "./card.tsx";
import styles from "./rule-card.module.css";

const methods: readonly { readonly id: Method; readonly name: string; readonly meaning: string }[] =
  [
    {
      id: "single-decider",
      name: "One decides",
      meaning: "The decider hears every stance, then decides. Fast, and it is clear who answers.",
    },
    {
      id: "consent",
      name: "Consent",
      meaning: "It passes unless a driver objects with a ground. For what all have to carry.",
    },
  ];

/** The rule, fixed before anybody takes a stance. */
export function RuleCard() {
  const { meeting, tell } = usePreparing();
  const { rule, seats, presence } = meeting;
  const drivers = driverSeats(seats);
  const choose = (change: Partial<Rule>) =>
    tell({ kind: "rule-chosen", rule: { ...rule, ...change } });
  const sentence = ruleSentence(rule, {
    entitled: drivers.filter(({ seat }) => seat.person !== undefined).length,
    present: presentDrivers(seats, presence).length,
  });
  return (
    <Card
      id="rule"
      number={5}
      name="How we will decide"
      summary={summaryOf(rule)}
      isMissing={false}
      kinds={["rule-chosen"]}
    >
      <fieldset className={styles.choices}>
        <legend className={fieldStyles.label}>Method</legend>
        {methods.map(({ id, name, meaning }) => (
          <label key={id} className={styles.choice} data-chosen={rule.method === id}>
            <input
              type="radio"
              name="method"
              className={styles.radio}
              checked={rule.method === id}
              onChange={() => choose({ method: id })}
            />
            <span className={styles.name}>{name}</span>
            <span className={styles.meaning}>{meaning}</span>
          </label>
        ))}
      </fieldset>
      <QuorumChoice
        quorum={rule.quorum}
        most={Math.max(1, drivers.length)}
        onChoose={(quorum) => void choose({ quorum })}
      />
      <p className={styles.sentence}>{sentence}</p>
    </Card>
  );
}

function summaryOf({ method, quorum }: Rule): string {
  const name = methods.find(({ id }) => id === method)?.name ?? "";
  return quorum.kind === "required-drivers"
    ? `${name} · quorum: all required drivers`
    : `${name} · quorum: ${counted(quorum.drivers, "driver")}`;
}

interface QuorumChoiceProps {
  readonly quorum: Quorum;
  readonly most: number;
  readonly onChoose: (quorum: Quorum) => void;
}

/** How many drivers must be there. */
function QuorumChoice({ quorum, most, onChoose }: QuorumChoiceProps) {
  const count = quorum.kind === "count" ? quorum.drivers : most;
  const numbers = Array.from({ length: Math.max(most, count) }, (_, index) => index + 1);
  return (
    <fieldset className={styles.choices}>
      <legend className={fieldStyles.label}>Quorum</legend>
      <label className={styles.choice} data-chosen={quorum.kind === "required-drivers"}>
        <input
          type="radio"
          name="quorum"
          className={styles.radio}
          checked={quorum.kind === "required-drivers"}
          onChange={() => onChoose({ kind: "required-drivers" })}
        />
        <span className={styles.name}>All required drivers</span>
      </label>
      <div className={styles.choice} data-chosen={quorum.kind === "count"}>
        <input
          type="radio"
          name="quorum"
          className={styles.radio}
          aria-label="A number of drivers"
          checked={quorum.kind === "count"}
          onChange={() => onChoose({ kind: "count", drivers: count })}
        />
        <span>
          At least
          <select
            className={`${fieldStyles.select} ${styles.number}`}
            aria-label="Drivers needed"
            value={count}
            onChange={(event) => onChoose({ kind: "count", drivers: Number(event.target.value) })}
          >
            {numbers.map((number) => (
              <option key={number}>{number}</option>
            ))}
          </select>
          drivers
        </span>
      </div>
    </fieldset>
  );
}
