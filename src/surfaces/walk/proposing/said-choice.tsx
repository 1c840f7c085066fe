import type { SaidAlike } from "#domain/proposing/from-answers.ts";
import styles from "./more-for-record.module.css";

interface SaidChoiceProps {
  readonly legend: string;
  readonly said: readonly SaidAlike<unknown>[];
  /** The chosen ones, each by its line. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly problem: string | undefined;
}

/** What the answers named, each once, to be taken into the proposal with one click. */
export function SaidChoice({ legend, said, chosen, onChoose, problem }: SaidChoiceProps) {
  if (said.length === 0) return null;
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{legend}</legend>
      {said.map(({ line, by }) => (
        <label key={line} className={styles.said}>
          <input
            type="checkbox"
            className={styles.check}
            checked={chosen.includes(line)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, line] : chosen.filter((one) => one !== line))
            }
          />
          <span>
            {line}
            <span className={styles.whose}>
              {" "}
              {by.length === 1 ? by[0]?.name : `said by ${by.length}`}
            </span>
          </span>
        </label>
      ))}
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}
