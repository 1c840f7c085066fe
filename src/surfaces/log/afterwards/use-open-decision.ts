import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { DecisionPicture, OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** A decision as the page has it: nothing yet, open, or not to be opened. */
export interface AtHand {
  readonly open?: OpenDecision;
  readonly picture?: DecisionPicture | undefined;
  /** Why its log cannot be read, or is behind. */
  readonly why?: StoreError;
}

/** Opens a decision for as long as it is looked at. `openDecision` stays the same function. */
export function useOpenDecision(
  kept: KeptDecision,
  openDecision: (kept: KeptDecision) => Promise<OpenDecision>,
): AtHand {
  const [got, setGot] = useState<OpenDecision | StoreError>();
  // The row as it was when the page was opened: what is written later comes with the picture.
  const [first] = useState(kept);
  useEffect(() => {
    let isOver = false;
    let opened: OpenDecision | undefined;
    openDecision(first).then(
      (open) => {
        opened = open;
        if (isOver) open.close();
        else setGot(() => open);
      },
      (error: unknown) => {
        if (!isOver) setGot(() => storeErrorOf(error));
      },
    );
    return () => {
      isOver = true;
      opened?.close();
    };
  }, [first, openDecision]);
  const open = got instanceof StoreError ? undefined : got;
  const picture = useSyncExternalStore(
    useMemo(() => (onChange: () => void) => open?.subscribe(onChange) ?? none, [open]),
    () => open?.picture(),
  );
  if (got instanceof StoreError) return { why: got };
  if (open === undefined) return {};
  const following = picture?.following;
  const isAway = following?.kind === "behind" || following?.kind === "stopped";
  return { open, picture, ...(isAway && { why: following.why }) };
}

function none(): void {
  // There is nothing to stop listening to.
}

function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
