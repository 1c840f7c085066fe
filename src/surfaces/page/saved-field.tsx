import { cleanText } from "#domain/text.ts";
import type { Drafts } from "#flows/ports.ts";
import { Button } from "@fluentui/react-components";
import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./field.module.css";

export interface SavedFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** What is kept now, perhaps by somebody else a moment ago. */
  readonly saved: string;
  /** Who wrote what is kept now, where that was somebody else. */
  readonly savedBy?: string | undefined;
  /** The most characters it may have. */
  readonly limit: number;
  readonly drafts: Drafts;
  /** Where the text in mid-typing is kept until it is saved. */
  readonly draftKey: string;
  /** Says whether it was taken; if not, the text stays here. */
  readonly onSave: (text: string) => boolean;
  /** Whether an empty text may be saved. */
  readonly mayBeEmpty?: boolean;
  readonly large?: boolean;
  readonly focus?: boolean;
}

/**
 * A text that saves itself when it is left. What somebody else saves meanwhile is shown beside what
 * is being typed, so that neither is lost unseen.
 */
export function SavedField(props: SavedFieldProps) {
  const { label, hint, placeholder, saved, savedBy, limit, large = false, focus = false } = props;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, theirs, type, leave, takeTheirs } = useEditing(props);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const left = limit - cleanText(text).length;
  return (
    <div className={styles.field} onBlur={(event) => leavesField(event) && leave()}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        ref={box}
        id={id}
        className={large ? `${styles.input} ${styles.large}` : styles.input}
        rows={large ? 1 : 2}
        aria-invalid={left < 0}
        value={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        placeholder={placeholder}
        onChange={(event) => type(event.target.value)}
      />
      {left <= limit / 5 && (
        <span className={styles.counter} data-over={left < 0}>
          {left < 0 ? `${-left} too many. Shorten it to save it.` : `${left} left`}
        </span>
      )}
      {theirs && (
        <output className={styles.theirs}>
          <span>{savedBy ?? "Somebody"} changed this while you were writing:</span>
          <blockquote className={styles.quote}>{saved === "" ? "(nothing)" : saved}</blockquote>
          <span className={styles.row}>
            <Button size="small" onClick={takeTheirs}>
              Take theirs
            </Button>
            <Button size="small" onClick={leave}>
              Keep mine
            </Button>
          </span>
        </output>
      )}
    </div>
  );
}

/** Whether the focus leaves the whole field: its own buttons must not save behind one's back. */
function leavesField({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): boolean {
  return !currentTarget.contains(relatedTarget);
}

/** Typing over something that others may change: what is shown, and what is kept where. */
function useEditing(props: SavedFieldProps) {
  const { saved, limit, drafts, draftKey, onSave, mayBeEmpty = false } = props;
  const [draft, setDraft] = useState(() => drafts.read(draftKey));
  const [begunOn, setBegunOn] = useState(saved);

  const forget = () => {
    setDraft(undefined);
    drafts.clear(draftKey);
  };
  const type = (next: string) => {
    if (draft === undefined) setBegunOn(saved);
    setDraft(next);
    drafts.write(draftKey, next);
  };
  const leave = () => {
    if (draft === undefined) return;
    const text = cleanText(draft);
    if (text === saved || (text === "" && !mayBeEmpty)) forget();
    // What is too long stays here, whole, until it is shortened.
    else if (text.length <= limit && onSave(text)) forget();
  };
  const theirs = draft !== undefined && saved !== begunOn && cleanText(draft) !== saved;
  return { text: draft ?? saved, theirs, type, leave, takeTheirs: forget };
}
