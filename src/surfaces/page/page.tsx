import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** For a page of one column. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A wide surface: its one heading, what it is for, and the rest. */
export function Page({ title, lead, narrow = false, children }: PageProps) {
  return (
    <main className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>
  );
}
