import type { EventKind } from "#domain/log/event.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { SayingStatus, latestSaying } from "#surfaces/shared/saying-status.tsx";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { type CardId, usePreparing } from "#surfaces/prepare/preparing.ts";
import styles from "./card.module.css";

interface CardProps {
  readonly id: CardId;
  readonly number: number;
  readonly name: string;
  /** The card in one line. */
  readonly summary: string;
  /** True while what the card is for is not there yet. */
  readonly isMissing: boolean;
  /** Short facts that stay in view while the card is open. */
  readonly aside?: ReactNode;
  /** What the card says, for the line that tells whether it is saved. */
  readonly kinds: readonly EventKind[];
  /** The button's word where the card has nothing to edit. */
  readonly openWord?: string;
  /** Cards that show something also to those who may not change it. */
  readonly alwaysOpens?: boolean;
  /** Called by Done before the card folds. */
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** One step of the preparation: a line when folded, the work itself when open. */
export function Card(props: CardProps) {
  const { id, number, name, summary, isMissing, aside, openWord = "Edit", children } = props;
  const { spot, goTo, canPrepare } = usePreparing();
  const headingId = useId();
  const isOpen = spot?.card === id && (canPrepare || props.alwaysOpens === true);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenOpened(isOpen, heading);
  return (
    <section className={styles.card} data-open={isOpen} aria-labelledby={headingId}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.name} id={headingId} ref={heading} tabIndex={-1}>
            <span className={styles.number}>{number}</span>
            {name}
          </h2>
          {!isOpen && (
            <span className={styles.summary} data-missing={isMissing}>
              {summary}
            </span>
          )}
        </div>
        {isOpen && aside !== undefined && <span className={styles.aside}>{aside}</span>}
        {!isOpen && (canPrepare || props.alwaysOpens === true) && (
          <button
            type="button"
            className={styles.edit}
            aria-expanded={false}
            aria-label={`${canPrepare ? openWord : "Show"}: ${name}`}
            onClick={() => goTo({ card: id })}
          >
            {canPrepare ? openWord : "Show"}
          </button>
        )}
      </div>
      {isOpen && (
        <div className={styles.body}>
          {children}
          <Foot {...props} />
        </div>
      )}
    </section>
  );
}

function Foot({ name, kinds, onDone }: CardProps) {
  const { goTo, refused, canPrepare } = usePreparing();
  const { sayings } = useMeeting().picture;
  const done = () => {
    onDone?.();
    goTo(undefined);
  };
  return (
    <div className={styles.foot}>
      <Button aria-label={`${canPrepare ? "Done" : "Fold"}: ${name}`} onClick={done}>
        {canPrepare ? "Done" : "Fold"}
      </Button>
      <SayingStatus saying={latestSaying(sayings, ({ kind }) => kinds.includes(kind))} />
      {refused !== undefined && kinds.includes(refused.kind) && (
        <span role="alert" className={styles.refused}>
          {refusalSentence(refused.why)}
        </span>
      )}
    </div>
  );
}

/** Opening a card takes the focus along, but not when the page appears with it open. */
function useFocusWhenOpened(
  isOpen: boolean,
  heading: { readonly current: HTMLElement | null },
): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const within = heading.current?.closest("section")?.contains(document.activeElement) ?? false;
    if (isOpen && !wasOpen.current && !within) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, heading]);
}
