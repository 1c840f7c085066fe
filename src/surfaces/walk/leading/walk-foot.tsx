import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Moment } from "#domain/moment.ts";
import { isFacilitator } from "#domain/rights/people.ts";
import type { Drafts, Host } from "#flows/ports.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { FacilitatorBar } from "#surfaces/walk/later/lead-parts.ts";
import { LedBy } from "./led-by.tsx";
import { StartBar } from "./start-bar.tsx";
import styles from "./walk-foot.module.css";

interface WalkFootProps {
  readonly moment: Moment;
  readonly now: () => number;
  readonly drafts: Drafts;
  readonly host: Pick<Host, "canShareToStage" | "shareToStage">;
}

/** Something the foot opens above its button; closing gives the focus back. */
export interface SheetControl {
  readonly open: (sheet: ReactNode) => void;
  readonly close: () => void;
}

/** The foot of the side panel: the facilitator's next act, or who leads. */
export function WalkFoot({ moment, now, drafts, host }: WalkFootProps) {
  const { meeting, me } = useMeeting().picture;
  const about = moment.kind === "question" ? moment.question.id : moment.kind;
  const sheet = useSheet(about);
  const bar = barOf();
  if (bar === null) return null;
  return (
    <footer className={styles.foot}>
      {sheet.shown}
      <div className={styles.acts} hidden={sheet.shown !== undefined}>
        {bar}
      </div>
    </footer>
  );

  function barOf(): ReactNode {
    if (moment.kind === "nothing-framed" || moment.kind === "closed") return null;
    if (moment.kind === "gathering")
      return <StartBar host={host} moment={moment} drafts={drafts} now={now} sheet={sheet} />;
    if (!isFacilitator(meeting, me.id)) return <LedBy now={now} />;
    return <FacilitatorBar moment={moment} now={now} drafts={drafts} host={host} sheet={sheet} />;
  }
}

/** What is open above the button; gone with the moment it is about. */
function useSheet(about: string): SheetControl & { readonly shown: ReactNode } {
  const [opened, setOpened] = useState<{ readonly about: string; readonly sheet: ReactNode }>();
  const opener = useRef<Element>(null);
  const open = useCallback(
    (sheet: ReactNode) => {
      opener.current = document.activeElement;
      setOpened({ about, sheet });
    },
    [about],
  );
  const close = useCallback(() => setOpened(undefined), []);
  const shown = opened?.about === about ? opened.sheet : undefined;
  const isOpen = shown !== undefined;
  useEffect(() => {
    // The button that opened it was out of the way meanwhile, and is there again by now.
    if (!isOpen && opener.current instanceof HTMLElement) opener.current.focus();
  }, [isOpen]);
  return useMemo(() => ({ open, close, shown }), [open, close, shown]);
}
