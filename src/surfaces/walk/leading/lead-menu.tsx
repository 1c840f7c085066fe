import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Moment } from "#domain/moment.ts";
import type { Drafts, Host } from "#flows/ports.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { type LeadItem, leadItems } from "./lead-items.tsx";
import type { SheetControl } from "./walk-foot.tsx";
import styles from "./lead-menu.module.css";

export interface LeadMenuProps {
  readonly moment: Moment;
  readonly act: (event: DecisionEvent) => boolean;
  readonly drafts: Drafts;
  readonly host: Pick<Host, "canShareToStage" | "shareToStage">;
  readonly sheet: SheetControl;
}

/** The facilitator's other acts, behind one button. */
export function LeadMenu({ moment, act, drafts, host, sheet }: LeadMenuProps) {
  const { meeting } = useMeeting().picture;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const share = useShare(host);
  useEffect(() => {
    if (isOpen) list.current?.querySelector("button")?.focus();
  }, [isOpen]);

  function closeOnEscape(key: KeyboardEvent): void {
    if (key.key !== "Escape" || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  }

  function closeWhenLeft(left: FocusEvent<HTMLDivElement>): void {
    if (!left.currentTarget.contains(left.relatedTarget)) setOpen(false);
  }

  function press(item: LeadItem): void {
    // First, so that what opens takes this button as the place to give the focus back to.
    button.current?.focus();
    setOpen(false);
    item.press();
  }

  const items = leadItems({ meeting, moment, act, drafts, sheet, share });
  return (
    // Escape and leaving close the menu wherever the focus is inside it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.menu} onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      {isOpen && (
        <ul id={id} ref={list} className={styles.list}>
          {items.map((item) => (
            <li key={item.label}>
              <button type="button" className={styles.item} onClick={() => press(item)}>
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        ref={button}
        aria-label="More"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        className={styles.button}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">···</span>
      </button>
    </div>
  );
}

/** The way to the stage; undefined where this person or this client cannot. */
function useShare(host: LeadMenuProps["host"]): (() => void) | undefined {
  const announce = useAnnounce();
  const [canShare, setCanShare] = useState(false);
  useEffect(() => {
    let isGone = false;
    const answer = (can: boolean) => {
      if (!isGone) setCanShare(can);
    };
    host.canShareToStage().then(answer, () => answer(false));
    return () => {
      isGone = true;
    };
  }, [host]);
  if (!canShare) return undefined;
  return () => {
    host.shareToStage().then(
      () => announce("Shared to the stage"),
      () => announce("It could not be shared. Use Share in Teams."),
    );
  };
}
