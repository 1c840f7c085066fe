import { briefLimit, cleanText } from "#domain/text.ts";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import { Field } from "./field.tsx";
import styles from "./brief-field.module.css";

interface BriefFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly limit?: number;
  readonly isOptional?: boolean;
  readonly problem?: string | undefined;
}

/** A short text with what is left of its room. Longer text is kept and said to be too long. */
export function BriefField(props: BriefFieldProps) {
  const { value, onChange, limit = briefLimit, problem, ...rest } = props;
  const used = cleanText(value).length;
  const over = used - limit;
  const tooLong = over > 0 ? `${over} too many. Shorten it.` : undefined;
  return (
    <Field
      {...rest}
      problem={tooLong ?? problem}
      aside={
        <span className={over > 0 ? styles.over : styles.counter}>
          {used} / {limit}
          <span className={hidden}> characters</span>
        </span>
      }
    >
      {(control) => (
        <textarea
          {...control}
          rows={3}
          value={value}
          onChange={(change) => onChange(change.target.value)}
        />
      )}
    </Field>
  );
}
