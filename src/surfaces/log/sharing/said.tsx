import { useEffect, useRef } from "react";
import styles from "./sharing.module.css";

interface SaidProps {
  /** Nothing is shown where there is none. */
  readonly sentence: string | undefined;
  /** Whether what was pressed is gone: then the focus comes here, and not to nowhere. */
  readonly takesFocus: boolean;
}

/** How something stands, under the button that began it. */
export function Said({ sentence, takesFocus }: SaidProps) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) note.current?.focus();
  }, [takesFocus]);
  if (sentence === undefined) return null;
  return (
    <p className={styles.note} ref={note} tabIndex={-1}>
      {sentence}
    </p>
  );
}
