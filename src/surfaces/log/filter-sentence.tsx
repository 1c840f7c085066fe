import {
  type Filters,
  type ReviewFilter,
  type StatusFilter,
  reviewOptions,
  statusOptions,
} from "./filters.ts";
import styles from "./filter-sentence.module.css";

interface FilterSentenceProps {
  readonly filters: Filters;
  readonly functions: readonly string[];
  readonly onChange: (filters: Filters) => void;
}

/** The filters as one sentence whose words can be changed. */
export function FilterSentence({ filters, functions, onChange }: FilterSentenceProps) {
  return (
    <p className={styles.sentence}>
      Show{" "}
      <Word<StatusFilter>
        label="Which decisions"
        value={filters.status}
        options={statusOptions}
        onChange={(status) => onChange({ ...filters, status })}
      />{" "}
      by{" "}
      <Word
        label="Which function"
        value={filters.function}
        options={[["", "any function"], ...functions.map((name) => [name, name] as const)]}
        onChange={(name) => onChange({ ...filters, function: name })}
      />
      ,{" "}
      <Word<ReviewFilter>
        label="When reviewed"
        value={filters.review}
        options={reviewOptions}
        onChange={(review) => onChange({ ...filters, review })}
      />
      .
    </p>
  );
}

interface WordProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, word: string])[];
  readonly onChange: (value: T) => void;
}

function Word<T extends string>({ label, value, options, onChange }: WordProps<T>) {
  return (
    <select
      className={styles.word}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {options.map(([option, word]) => (
        <option key={option} value={option}>
          {word}
        </option>
      ))}
    </select>
  );
}
