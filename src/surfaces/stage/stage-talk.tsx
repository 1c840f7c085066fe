import type { ReactNode } from "react";
import styles from "./stage.module.css";

interface StageTalkProps {
  /** Where we are: "Question 4 of 6". */
  readonly over: string;
  readonly title: string;
  readonly under?: ReactNode;
  /** Smaller where there is more to read beside or under it. */
  readonly isQuiet?: boolean;
  readonly children?: ReactNode;
}

/** What the room talks about now. */
export function StageTalk({ over, title, under, isQuiet = false, children }: StageTalkProps) {
  return (
    <section className={styles.talk}>
      <p className={styles.over}>{over}</p>
      <h1 className={isQuiet ? styles.quiet : styles.title}>{title}</h1>
      {under !== undefined && <p className={styles.under}>{under}</p>}
      {children}
    </section>
  );
}
