import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { cleanText } from "#domain/text.ts";
import type { TableAnswer } from "#surfaces/shared/answers/table-answers.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { text } from "#surfaces/walk/text.ts";
import styles from "./conclusions.module.css";

/**
 * Offers the facilitator to hand an operational decision back to its function. Absent unless more
 * than half of the drivers who answered call it operational.
 */
export function HandBack({ answers }: { readonly answers: readonly TableAnswer[] }) {
  const { act, problem } = useAct();
  const [why, setWhy] = useState("Operational: its own function decides.");
  const drivers = answers.filter(({ role }) => role === "driver");
  const operational = drivers.filter(({ given }) => given.answer.choice === "operational").length;
  if (operational * 2 <= drivers.length) return null;
  const reason = cleanText(why);
  return (
    <section className={styles.offer} aria-label="Hand it back">
      <p className={text.lead}>
        {operational} of {drivers.length} drivers call this operational. Its own function can decide
        it without this table.
      </p>
      <details className={text.fold}>
        <summary>Hand it back</summary>
        <div className={text.stack}>
          <BriefField
            label="Why"
            value={why}
            onChange={setWhy}
            problem={reason === "" ? "Say why in one sentence." : problem}
          />
          <Button
            onClick={() => {
              if (reason === "") return;
              act({ kind: "decision-closed", outcome: "not-needed", reason });
            }}
          >
            Close as not needed
          </Button>
        </div>
      </details>
    </section>
  );
}
