import { useEffect, useId, useRef } from "react";
import styles from "./field.module.css";

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  /** Value and word, in the order they are offered. */
  readonly options: readonly (readonly [value: T, word: string])[];
  readonly onChange: (value: T) => void;
  readonly focus?: boolean;
}

/** One of several words; saved as soon as it is chosen. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hint, value, options, onChange, focus = false } = props;
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focus) select.current?.focus();
  }, [focus]);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        ref={select}
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
