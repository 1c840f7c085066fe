import { useEffect, useState } from "react";
import type { DecisionRegister, KeptDecision } from "#flows/ports.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";

/** The record as the list has it; undefined until it is there, and where it cannot be found. */
export function useKeptRecord(
  register: Pick<DecisionRegister, "find"> | undefined,
): KeptDecision | undefined {
  const { opened, record } = useMeeting().picture.meeting;
  const decision = record === undefined ? undefined : opened?.decision;
  const [kept, setKept] = useState<KeptDecision>();
  useEffect(() => {
    if (register === undefined || decision === undefined) return undefined;
    let isGone = false;
    // Without it the record is there all the same, only without a link.
    register.find(decision).then(
      (found) => isGone || setKept(found),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [register, decision]);
  return kept;
}
