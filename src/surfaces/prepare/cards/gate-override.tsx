import { type GateAnswer, passGate } from "#domain/decision/gate.ts";
import { cleanText } from "#domain/text.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button, Link } from "@fluentui/react-components";
import { useId, useState } from "react";
import styles from "./card.module.css";

interface GateOverrideProps {
  readonly gate: GateAnswer;
}

/** Going against what the gate says: allowed, with a reason that goes into the record. */
export function GateOverride({ gate }: GateOverrideProps) {
  const { tell } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  const other =
    passGate({ signals: gate.signals }).route === "routine" ? "collaborative" : "routine";
  const word = other === "routine" ? "Leave it with one function" : "Take it to a group";

  if (gate.override !== undefined) {
    return (
      <div>
        <Link
          as="button"
          onClick={() => tell({ kind: "gate-answered", gate: { signals: gate.signals } })}
        >
          Follow the questions again
        </Link>
      </div>
    );
  }
  if (!isOpen) {
    return (
      <div>
        <Link as="button" onClick={() => setOpen(true)}>
          {word} all the same…
        </Link>
      </div>
    );
  }
  const override = () => {
    const text = cleanText(reason);
    if (text === "") return;
    const taken = tell({
      kind: "gate-answered",
      gate: { signals: gate.signals, override: { route: other, reason: text } },
    });
    if (taken) setOpen(false);
  };
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        Why, although the questions say otherwise?
      </label>
      <textarea
        id={id}
        className={fieldStyles.input}
        rows={2}
        maxLength={280}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.foot}>
        <Button disabledFocusable={cleanText(reason) === ""} onClick={override}>
          {word}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
