import { riskCategories } from "#domain/questions/answer.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { Field } from "#surfaces/shared/controls/field.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { categoryWords } from "#surfaces/shared/answer-view/category-words.ts";
import type { InputProps } from "./answer-input.tsx";
import styles from "./answer-input.module.css";

/** A risk not understood yet, its kind, who could show it to us, and by when. */
export function RiskInput({ form, onChange, problems }: InputProps) {
  return (
    <div className={styles.group}>
      <BriefField
        label="The risk"
        value={form.risk}
        onChange={(value) => onChange("risk", value)}
        problem={problems.risk}
      />
      <Field label="Kind of risk" problem={problems.category}>
        {(control) => (
          <select
            {...control}
            value={form.category}
            onChange={(change) => onChange("category", change.target.value)}
          >
            <option value="">Choose</option>
            {riskCategories.map((category) => (
              <option key={category} value={category}>
                {categoryWords[category]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <LineField
        label="Who could show us"
        isOptional
        value={form.whoCouldSee}
        onChange={(value) => onChange("whoCouldSee", value)}
        problem={problems.whoCouldSee}
      />
      <LineField
        label="By when"
        type="date"
        isOptional
        value={form.by}
        onChange={(value) => onChange("by", value)}
        problem={problems.by}
      />
    </div>
  );
}
