import { useState } from "react";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import type { InputProps } from "./answer-input.tsx";
import styles from "./answer-input.module.css";

interface TextInputProps extends InputProps {
  /** The only thing the question asks for. */
  readonly isAlone: boolean;
  readonly isOptional: boolean;
}

const bases = [
  { id: "fact", label: "Fact" },
  { id: "assumption", label: "Assumption" },
] as const;

/** A brief, said to be a fact or an assumption, with where it comes from. */
export function TextInput({ isAlone, isOptional, form, onChange, problems }: TextInputProps) {
  const [isOpened, setOpened] = useState(false);
  const hasSource = isOpened || form.source !== "";
  return (
    <div className={styles.group}>
      <BriefField
        label={isAlone ? "Your answer" : "In a sentence or two"}
        isOptional={isOptional}
        value={form.text}
        onChange={(text) => onChange("text", text)}
        problem={problems.text}
      />
      <div className={styles.basis}>
        <ChoiceRows
          legend="Is this a fact or an assumption?"
          isLegendHidden
          layout="segments"
          options={bases}
          chosen={form.basis === "fact" ? "fact" : "assumption"}
          onChoose={(basis) => onChange("basis", basis)}
        />
        {!hasSource && (
          <button type="button" className={styles.more} onClick={() => setOpened(true)}>
            Add a source
          </button>
        )}
      </div>
      {hasSource && (
        <LineField
          label="Source"
          type="url"
          isOptional
          takesFocus={isOpened}
          value={form.source}
          onChange={(source) => onChange("source", source)}
          problem={problems.source}
        />
      )}
    </div>
  );
}
