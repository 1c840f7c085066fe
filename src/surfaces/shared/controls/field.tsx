import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

interface FieldProps {
  readonly label: string;
  readonly isOptional?: boolean;
  /** What is wrong with it, in a sentence that says what to do. */
  readonly problem?: string | undefined;
  /** Stands at the right end under the control: a counter. */
  readonly aside?: ReactNode;
  /** The control, given its id and what describes it. */
  readonly children: (control: ControlProps) => ReactNode;
}

/** What a control in a field must carry. */
interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
}

/** A label, a control, and under it what is wrong with it. */
export function Field({ label, isOptional = false, problem, aside, children }: FieldProps) {
  const id = useId();
  const isWrong = problem !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional && <span className={styles.optional}> (optional)</span>}
      </label>
      {children({
        id,
        className: styles.control,
        ...(isWrong && { "aria-invalid": true, "aria-describedby": `${id}-problem` }),
      })}
      {(isWrong || (aside !== undefined && aside !== false)) && (
        <div className={styles.under}>
          <span id={`${id}-problem`} className={styles.problem}>
            {problem}
          </span>
          {aside}
        </div>
      )}
    </div>
  );
}
