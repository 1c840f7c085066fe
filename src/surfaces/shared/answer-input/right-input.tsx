import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import type { InputProps } from "./answer-input.tsx";
import styles from "./answer-input.module.css";

/** Who decides what from here on, up to which limit, and where it goes beyond. */
export function RightInput({ form, onChange, problems }: InputProps) {
  return (
    <div className={styles.group}>
      <LineField
        label="What will be decided"
        value={form.right}
        onChange={(value) => onChange("right", value)}
        problem={problems.right}
      />
      <LineField
        label="Who decides it"
        value={form.who}
        onChange={(value) => onChange("who", value)}
        problem={problems.who}
      />
      <LineField
        label="Up to which limit"
        isOptional
        value={form.limit}
        onChange={(value) => onChange("limit", value)}
        problem={problems.limit}
      />
      <LineField
        label="Beyond that, who"
        isOptional
        value={form.escalateTo}
        onChange={(value) => onChange("escalateTo", value)}
        problem={problems.escalateTo}
      />
    </div>
  );
}
