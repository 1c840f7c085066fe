import { Button } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { Proposal } from "#domain/meeting-state.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { SayingStatus, latestSaying } from "#surfaces/shared/saying-status.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { text } from "#surfaces/walk/text.ts";
import styles from "./stance-box.module.css";

const rulings = [
  { id: "accept", label: "Accept the proposal", meaning: "It is decided as it stands." },
  { id: "turn-down", label: "Turn it down", meaning: "It must change, or it will not be done." },
] as const;

/** The decider's word, after hearing the stances. */
export function RulingBox({ proposal }: { readonly proposal: Proposal }) {
  const { sayings } = useMeeting().picture;
  const { act, problem } = useAct();
  const ruled = proposal.ruling;
  const [isChanging, setChanging] = useState(false);
  const [ruling, setRuling] = useState<(typeof rulings)[number]["id"]>();
  const [why, setWhy] = useState("");
  const [isChecked, setChecked] = useState(false);
  const saying = latestSaying(
    sayings,
    (event) => event.kind === "proposal-ruled" && event.proposal === proposal.id,
  );

  function rule(submit: FormEvent): void {
    submit.preventDefault();
    setChecked(true);
    const reason = cleanText(why);
    if (ruling === undefined || reason.length > briefLimit) return;
    const accepted = ruling === "accept";
    if (!accepted && reason === "") return;
    const event = { kind: "proposal-ruled", proposal: proposal.id, accepted } as const;
    if (act(reason === "" ? event : { ...event, reason })) setChanging(false);
  }

  if (ruled !== undefined && !isChanging) {
    return (
      <section className={styles.taken}>
        <h3 className={text.label}>Your ruling</h3>
        <p className={styles.stance}>{ruled.accepted ? "Accepted" : "Turned down"}</p>
        {ruled.reason !== undefined && <p className={styles.reason}>{ruled.reason}</p>}
        <SayingStatus saying={saying} />
        <button type="button" className={text.link} onClick={() => setChanging(true)}>
          Change my ruling
        </button>
      </section>
    );
  }
  return (
    <form className={text.stack} onSubmit={rule} noValidate>
      <ChoiceRows
        legend="You decide. The drivers have been heard."
        options={rulings}
        chosen={ruling}
        onChoose={setRuling}
        problem={isChecked && ruling === undefined ? "Choose one." : undefined}
      >
        <BriefField
          label="Why"
          isOptional={ruling === "accept"}
          value={why}
          onChange={setWhy}
          problem={isChecked && cleanText(why) === "" ? "Say why in one sentence." : problem}
        />
      </ChoiceRows>
      <Button type="submit" appearance="primary" className={styles.give}>
        Give my ruling
      </Button>
      <SayingStatus saying={saying} />
    </form>
  );
}
