import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./sheet.module.css";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Whether its task is done, so that there is nothing to cancel. */
  readonly isDone?: boolean;
  readonly children: ReactNode;
}

/** A task that needs a word more than a press: above the foot's button, closed with Escape. */
export function Sheet({ title, onClose, isDone = false, children }: SheetProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function closeOnEscape(key: KeyboardEvent): void {
    if (key.key === "Escape") onClose();
  }

  return (
    // Escape works wherever the focus is inside; the section itself is nothing to press.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.sheet} aria-labelledby={id} onKeyDown={closeOnEscape}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {isDone ? "Done" : "Cancel"}
        </Button>
      </div>
      {children}
    </section>
  );
}
