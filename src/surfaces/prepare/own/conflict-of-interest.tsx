import type { SeatAtTable } from "#domain/meeting-state.ts";
import { briefLimit, cleanText } from "#domain/text.ts";
import { sitsHere } from "#domain/rights/people.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { Button, Link } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import styles from "./own.module.css";

interface ConflictOfInterestProps {
  readonly place: SeatAtTable;
}

/**
 * A conflict of interest, said by whoever sits there or recorded for them by whoever prepares: the
 * seat is recused, keeps its place at the table, and leaves the counting.
 */
export function ConflictOfInterest({ place }: ConflictOfInterestProps) {
  const { me, tell, refused } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  const { seat, recused } = place;
  const box = useFocusKept(recused === undefined ? isOpen : "recused");
  if (recused !== undefined) {
    const mayTakeBack = sitsHere(place, me.id) || recused.by.id === me.id;
    return (
      <div className={styles.recused} ref={box}>
        <p className={styles.line}>
          {recusalSentence(place)} A recused seat takes no stance and is in no count.
        </p>
        {mayTakeBack && (
          <Link
            as="button"
            aria-label={`Take it back: conflict of interest (${seat.function})`}
            onClick={() => void tell({ kind: "interest-withdrawn", seat: seat.id })}
          >
            Take it back
          </Link>
        )}
      </div>
    );
  }
  if (seat.person === undefined && !sitsHere(place, me.id)) return null;
  if (isOpen) {
    return (
      <div className={styles.form} ref={box}>
        <Declaration place={place} onDone={() => setOpen(false)} />
      </div>
    );
  }
  const word = sitsHere(place, me.id)
    ? "I have a conflict of interest…"
    : "Record a conflict of interest…";
  return (
    <div className={styles.row} ref={box}>
      <Link as="button" aria-label={`${word} (${seat.function})`} onClick={() => setOpen(true)}>
        {word}
      </Link>
      {refused?.kind === "interest-declared" && (
        <span role="alert" className={styles.refused}>
          {refusalSentence(refused.why)}
        </span>
      )}
    </div>
  );
}

interface DeclarationProps extends ConflictOfInterestProps {
  readonly onDone: () => void;
}

function Declaration({ place, onDone }: DeclarationProps) {
  const { me, tell, drafts } = usePreparing();
  const { seat } = place;
  const [text, setText, clear] = useDraft(drafts, `interest:${seat.id}`);
  const reason = cleanText(text);
  const isFit = reason !== "" && reason.length <= briefLimit;
  const isOwn = sitsHere(place, me.id);
  const declare = () => {
    const { person } = seat;
    const recordedFor = isOwn || person === undefined ? undefined : person;
    const event = { kind: "interest-declared", seat: seat.id, reason } as const;
    if (!isFit || !tell(recordedFor === undefined ? event : { ...event, recordedFor })) return;
    clear();
    onDone();
  };
  return (
    <>
      <BriefField
        label={
          isOwn
            ? "What ties you to the outcome"
            : `What ties ${seat.person?.name ?? "them"} to the outcome`
        }
        value={text}
        onChange={setText}
      />
      <p className={styles.quiet}>
        Everybody at the table reads it. The seat takes no stance and leaves every count.
      </p>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={!isFit} onClick={declare}>
          {isOwn ? "Declare it" : "Record it"}
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </>
  );
}

/** Hands a focus that lost its place to what stands there instead. */
function useFocusKept(standing: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(standing);
  useEffect(() => {
    if (before.current === standing) return;
    before.current = standing;
    if (document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>("textarea, button")?.focus();
  }, [standing]);
  return box;
}

/** Whose conflict of interest it is, what it is, and who wrote it down. */
export function recusalSentence({ seat, recused }: SeatAtTable): string {
  if (recused === undefined) return "";
  const { by, recordedFor, reason } = recused;
  const who = (recordedFor ?? by).name;
  const recorded = recordedFor === undefined ? "" : `, recorded by ${by.name}`;
  return `${who} (${seat.function}) has a conflict of interest${recorded}: ${reason}`;
}
