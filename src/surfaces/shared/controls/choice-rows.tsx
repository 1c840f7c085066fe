import { type ReactNode, useId } from "react";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import styles from "./choice-rows.module.css";

interface ChoiceRowsProps<T extends string> {
  readonly legend: string;
  /** Where the question above says it already. */
  readonly isLegendHidden?: boolean;
  readonly options: readonly Option<T>[];
  readonly chosen: T | undefined;
  readonly onChoose: (id: T) => void;
  /** `rows` with a meaning each, `segments` side by side, `steps` of equal width. */
  readonly layout?: "rows" | "segments" | "steps";
  readonly problem?: string | undefined;
  /** What opens inside the chosen row. */
  readonly children?: ReactNode;
}

/** One thing to choose. */
interface Option<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly meaning?: string | undefined;
}

/** One choice of a few. Native radio buttons underneath: arrow keys and screen readers know them. */
export function ChoiceRows<T extends string>(props: ChoiceRowsProps<T>) {
  const { legend, isLegendHidden = false, options, chosen, onChoose, layout = "rows" } = props;
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={isLegendHidden ? hidden : styles.legend}>{legend}</legend>
      <div className={styles[layout]}>
        {options.map(({ id, label, meaning }) => (
          <div key={id} className={chosen === id ? `${styles.option} ${styles.on}` : styles.option}>
            <label className={styles.row}>
              <input
                type="radio"
                className={styles.radio}
                name={name}
                value={id}
                checked={chosen === id}
                aria-labelledby={`${name}-${id}`}
                {...(meaning !== undefined && { "aria-describedby": `${name}-${id}-meaning` })}
                onChange={() => onChoose(id)}
              />
              <span className={styles.words}>
                <span id={`${name}-${id}`} className={styles.label}>
                  {label}
                </span>
                {meaning !== undefined && (
                  <span id={`${name}-${id}-meaning`} className={styles.meaning}>
                    {meaning}
                  </span>
                )}
              </span>
            </label>
            {chosen === id && layout === "rows" && props.children !== undefined && (
              <div className={styles.inside}>{props.children}</div>
            )}
          </div>
        ))}
      </div>
      {props.problem !== undefined && <p className={styles.problem}>{props.problem}</p>}
    </fieldset>
  );
}
