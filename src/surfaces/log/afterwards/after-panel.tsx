import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./afterwards.module.css";

interface AfterPanelProps {
  readonly title: string;
  readonly lead: string;
  /** Why what was asked for had no effect. */
  readonly problem?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One thing to do with a record: takes the focus when it opens, closed with Escape. */
export function AfterPanel({ title, lead, problem, onClose, children }: AfterPanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function closeOnEscape({ key }: KeyboardEvent): void {
    if (key === "Escape") onClose();
  }

  return (
    // Escape works wherever the focus is inside; the section itself is nothing to press.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.panel} aria-labelledby={id} onKeyDown={closeOnEscape}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.panelTitle}>
          {title}
        </h2>
        <Button size="small" appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p className={styles.lead}>{lead}</p>
      {children}
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </section>
  );
}
