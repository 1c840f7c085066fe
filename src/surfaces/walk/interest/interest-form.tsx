import { Button } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { text } from "#surfaces/walk/text.ts";

interface InterestFormProps {
  /** The seat that is recused by it. */
  readonly seat: Seat;
  /** Whose words whoever leads writes down; absent for one's own. */
  readonly recordedFor?: Person;
  readonly onDeclared?: () => void;
}

/** Where a conflict of interest is declared, after what follows from it is said. */
export function InterestForm({ seat, recordedFor, onDeclared }: InterestFormProps) {
  const { act, problem } = useAct();
  const [why, setWhy] = useState("");
  const [isMissing, setMissing] = useState(false);

  function declare(submit: FormEvent): void {
    submit.preventDefault();
    const reason = cleanText(why);
    setMissing(reason === "");
    if (reason === "" || reason.length > briefLimit) return;
    const event = { kind: "interest-declared", seat: seat.id, reason } as const;
    if (act(recordedFor === undefined ? event : { ...event, recordedFor })) onDeclared?.();
  }

  const follows =
    recordedFor === undefined
      ? "You follow from then on without answering or taking a stance, and nobody counts your seat."
      : `${recordedFor.name} follows from then on without answering or taking a stance, and nobody counts the seat.`;
  return (
    <form className={text.stack} onSubmit={declare} noValidate>
      <p className={text.small}>{follows} Everybody sees why.</p>
      <BriefField
        label={
          recordedFor === undefined
            ? "What ties you to the outcome"
            : "What ties them to the outcome"
        }
        value={why}
        onChange={setWhy}
        problem={isMissing ? "Say what it is in one sentence." : problem}
      />
      <Button type="submit">
        {recordedFor === undefined ? "Declare it" : `Record for ${recordedFor.name}`}
      </Button>
    </form>
  );
}
