import styles from "./problem.module.css";

interface ProblemProps {
  /** Absent while nothing is wrong. */
  readonly problem: string | undefined;
}

/** Why what the person just did had no effect, in a sentence. */
export function Problem({ problem }: ProblemProps) {
  if (problem === undefined) return undefined;
  return <p className={styles.problem}>{problem}</p>;
}
