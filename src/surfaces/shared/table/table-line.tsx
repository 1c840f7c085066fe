import { counted } from "#domain/table/sentences.ts";
import { hidden } from "#surfaces/shared/frame/hidden.ts";
import styles from "./table-line.module.css";

interface TableLineProps {
  readonly driversPresent: number;
  readonly drivers: number;
  readonly functionsCovered: number;
  readonly functionsNeeded: number;
  /** Drivers who disagree and commit, or object. */
  readonly dissent: number;
}

/** The table at its smallest: drivers present, functions covered, dissent. */
export function TableLine(props: TableLineProps) {
  const { driversPresent, drivers, functionsCovered, functionsNeeded, dissent } = props;
  const words = [
    `${driversPresent} of ${counted(drivers, "driver")} present`,
    `${functionsCovered} of ${counted(functionsNeeded, "function")} covered`,
    dissent === 0 ? "no dissent" : `dissent of ${counted(dissent, "driver")}`,
  ].join(", ");
  return (
    <span className={styles.line} title={words}>
      <span className={hidden}>{words}</span>
      <Mark d="M8 8.2a3 3 0 100-6 3 3 0 000 6zM2.6 14c.4-3 2.6-4.4 5.4-4.4s5 1.4 5.4 4.4">
        {driversPresent}/{drivers}
      </Mark>
      <Mark d="M2.5 2.5h4.4v4.4H2.5zM9.1 2.5h4.4v4.4H9.1zM2.5 9.1h4.4v4.4H2.5zM9.1 9.1h4.4v4.4H9.1z">
        {functionsCovered}/{functionsNeeded}
      </Mark>
      <Mark d="M2.5 3h11v7.5H7.8L5 13.2v-2.7H2.5zM6 5.2l4 3.2M10 5.2L6 8.4">{dissent}</Mark>
    </span>
  );
}

interface MarkProps {
  /** The path of a 16 px icon. */
  readonly d: string;
  readonly children: number | readonly (number | string)[];
}

function Mark({ d, children }: MarkProps) {
  return (
    <span className={styles.mark} aria-hidden="true">
      <svg viewBox="0 0 16 16" className={styles.icon}>
        <path d={d} />
      </svg>
      {children}
    </span>
  );
}
