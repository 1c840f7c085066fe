import { gateSentence } from "#domain/decision/gate-sentence.ts";
import { passGate } from "#domain/decision/gate.ts";
import { owningFunction } from "#domain/decision/owning-function.ts";
import { toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { type BusinessFunction, commonFunctions } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import { deciderSeat } from "#domain/table/seating.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import { SelectField } from "#surfaces/page/select-field.tsx";
import { type Preparing, usePreparing } from "#surfaces/prepare/preparing.ts";
import { ownSeatChanges } from "#surfaces/prepare/seating/own-seat.ts";
import { PersonSelect } from "#surfaces/prepare/seating/person-select.tsx";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./start.module.css";

/** A decision that needs no group: its function takes it, and it is recorded on the spot. */
export function RoutineRecord() {
  const { meeting } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  const { gate } = meeting;
  const sentence = gate === undefined ? "" : gateSentence(passGate(gate), owningFunction(meeting));
  return (
    <div className={styles.start}>
      <p className={styles.reason}>{sentence} No walk is needed.</p>
      {isOpen ? (
        <RecordForm onCancel={() => setOpen(false)} />
      ) : (
        <Button
          appearance="primary"
          size="large"
          className={styles.button}
          onClick={() => setOpen(true)}
        >
          Record it now…
        </Button>
      )}
    </div>
  );
}

function RecordForm({ onCancel }: { readonly onCancel: () => void }) {
  const preparing = usePreparing();
  const { meeting, drafts, tell } = preparing;
  const decider = deciderSeat(meeting.seats)?.seat;
  const [name, setName] = useState(owningFunction(meeting));
  const [person, setPerson] = useState(decider?.person);
  const [text, setText, clear] = useDraft(drafts, `record:${meeting.opened?.decision ?? ""}`);
  const reason = cleanText(text);
  const isFit = name !== undefined && reason !== "" && reason.length <= briefLimit;
  const record = () => {
    if (!isFit) return;
    if (eventsOf(preparing, name, person, reason).every((event) => tell(event))) clear();
  };
  return (
    <div className={styles.form}>
      <SelectField
        label="Which function decides it"
        value={name ?? ""}
        options={[
          ...(name === undefined ? [["", "Choose a function"] as const] : []),
          ...functionsFor(meeting.frame.functions).map((one) => [one, one] as const),
        ]}
        onChange={(chosen) =>
          setName(functionsFor(meeting.frame.functions).find((one) => one === chosen))
        }
        focus
      />
      <PersonSelect
        label="Who answers for it"
        nobody="Nobody named"
        chosen={person}
        onChoose={setPerson}
      />
      <BriefField
        label="What is decided, and why it needs no group"
        value={text}
        onChange={setText}
      />
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={!isFit} onClick={record}>
          Record it
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function functionsFor(needed: readonly BusinessFunction[]): readonly BusinessFunction[] {
  return [...new Set([...needed, ...commonFunctions])];
}

/** The function's seat decides; then the decision is closed as one that needs no group. */
function eventsOf(
  { meeting, newId }: Preparing,
  name: BusinessFunction,
  person: Person | undefined,
  reason: string,
): readonly DecisionEvent[] {
  return [
    ...ownSeatChanges(meeting.seats, { function: name, person, newSeat: toSeatId(newId()) }),
    { kind: "decision-closed", outcome: "not-needed", reason },
  ];
}
