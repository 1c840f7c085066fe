import { cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { AfterPanel } from "./after-panel.tsx";

interface FormProps {
  readonly onDone: () => void;
}

const textLimit = 500;

/** A dated correction or addition: what was decided stays readable as it was. */
export function AmendForm({ onDone }: FormProps) {
  const { act, problem } = useAct();
  const [words, setWords] = useState("");
  const [why, setWhy] = useState("");
  const [reviewOn, setReviewOn] = useState("");
  const [isChecked, setChecked] = useState(false);
  const text = cleanText(words);
  const reason = cleanText(why);

  function amend(): void {
    setChecked(true);
    if (text === "" || reason === "" || text.length > textLimit) return;
    const event = { kind: "decision-amended", text, reason } as const;
    if (act(reviewOn === "" ? event : { ...event, reviewOn })) onDone();
  }

  return (
    <AfterPanel
      title="Amend this decision"
      lead="What was decided stays as it is. Your amendment is added to it, with your name and the date."
      problem={problem}
      onClose={onDone}
    >
      <BriefField
        label="What is different from now on"
        limit={textLimit}
        value={words}
        onChange={setWords}
        problem={isChecked && text === "" ? "Say what changes." : undefined}
      />
      <BriefField
        label="Why it changes"
        value={why}
        onChange={setWhy}
        problem={isChecked && reason === "" ? "Say why in one sentence." : undefined}
      />
      <LineField
        label="Review it on another day"
        type="date"
        isOptional
        value={reviewOn}
        onChange={setReviewOn}
      />
      <Button appearance="primary" onClick={amend}>
        Add the amendment
      </Button>
    </AfterPanel>
  );
}
