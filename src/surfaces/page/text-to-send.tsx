import { copyText } from "#surfaces/shared/saying/copy-text.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./text-to-send.module.css";

interface TextToSendProps {
  /** What the text is, for a screen reader. */
  readonly label: string;
  readonly text: string;
}

const notes = {
  idle: "",
  copied: "Copied.",
  // A meeting client may forbid a tab the clipboard; one click on the text selects all of it.
  refused: "Teams did not allow copying. Click the text to select it, then press Ctrl+C.",
};

/** A text to copy and send to somebody else. */
export function TextToSend({ label, text }: TextToSendProps) {
  const [note, setNote] = useState<keyof typeof notes>("idle");
  const copy = () => {
    void copyText(text).then((done) => setNote(done ? "copied" : "refused"));
  };
  return (
    <div className={styles.box}>
      <blockquote className={styles.text} aria-label={label}>
        {text}
      </blockquote>
      <div className={styles.row}>
        <Button onClick={copy}>Copy this text</Button>
        <output className={styles.note}>{notes[note]}</output>
      </div>
    </div>
  );
}
