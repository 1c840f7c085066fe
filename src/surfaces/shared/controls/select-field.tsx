import { Field } from "./field.tsx";
import styles from "./select-field.module.css";

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  /** Value and words, in the order they are offered. */
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T) => void;
  /** What the chosen word comes to. */
  readonly hint?: string | undefined;
}

/** One of several words, as the browser's own list: it opens on any small panel. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, hint } = props;
  return (
    <Field label={label} aside={hint !== undefined && <span className={styles.hint}>{hint}</span>}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find(([option]) => option === target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
