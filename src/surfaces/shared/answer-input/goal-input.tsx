import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import type { InputProps } from "./answer-input.tsx";
import styles from "./answer-input.module.css";

/** A measurable goal: what, from where to where, by when, whose. */
export function GoalInput({ form, onChange, problems }: InputProps) {
  return (
    <div className={styles.group}>
      <LineField
        label="What is measured"
        value={form.metric}
        onChange={(value) => onChange("metric", value)}
        problem={problems.metric}
      />
      <div className={styles.three}>
        <LineField
          label="From"
          value={form.baseline}
          onChange={(value) => onChange("baseline", value)}
          problem={problems.baseline}
        />
        <LineField
          label="To"
          value={form.target}
          onChange={(value) => onChange("target", value)}
          problem={problems.target}
        />
        <LineField
          label="Unit"
          value={form.unit}
          onChange={(value) => onChange("unit", value)}
          problem={problems.unit}
        />
      </div>
      <LineField
        label="By when"
        type="date"
        isOptional
        value={form.date}
        onChange={(value) => onChange("date", value)}
        problem={problems.date}
      />
      <LineField
        label="Who answers for it"
        isOptional
        value={form.owner}
        onChange={(value) => onChange("owner", value)}
        problem={problems.owner}
      />
    </div>
  );
}
