import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "#domain/meeting-state.ts";
import { cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Sheet } from "./sheet.tsx";

type Ending = Exclude<Outcome, "decided">;

const endings: readonly {
  readonly id: Ending;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { id: "deferred", label: "Defer", meaning: "Decide later, when something is known." },
  { id: "rejected", label: "Reject", meaning: "It will not be done." },
  { id: "not-needed", label: "Not needed", meaning: "One function can decide this alone." },
  { id: "withdrawn", label: "Withdraw", meaning: "Nobody asks for this any more." },
];

interface ClosingSheetProps {
  readonly onClose: () => void;
  /** What to begin with; nothing is chosen otherwise. */
  readonly ending?: Ending;
}

/** Closes without a decision: how, why, and when to look again. */
export function ClosingSheet({ onClose, ending }: ClosingSheetProps) {
  const { act, problem } = useAct();
  const [outcome, setOutcome] = useState(ending);
  const [why, setWhy] = useState("");
  const [reviewOn, setReviewOn] = useState("");
  const [isChecked, setChecked] = useState(false);
  const reason = cleanText(why);

  function closeIt(): void {
    setChecked(true);
    if (outcome === undefined || reason === "") return;
    const event = { kind: "decision-closed", outcome, reason } as const;
    if (act(reviewOn === "" ? event : { ...event, reviewOn })) onClose();
  }

  return (
    <Sheet title="End without deciding" onClose={onClose}>
      <ChoiceRows
        legend="How does it end?"
        isLegendHidden
        options={endings}
        chosen={outcome}
        onChoose={setOutcome}
        problem={isChecked && outcome === undefined ? "Choose how it ends." : undefined}
      />
      <BriefField
        label="Why"
        value={why}
        onChange={setWhy}
        problem={isChecked && reason === "" ? "Say why in one sentence." : problem}
      />
      <LineField
        label="Look at it again on"
        type="date"
        isOptional
        value={reviewOn}
        onChange={setReviewOn}
      />
      <Button appearance="primary" onClick={closeIt}>
        Close
      </Button>
    </Sheet>
  );
}
