import type { KeptDecision } from "#flows/ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { AfterPanel } from "./after-panel.tsx";

interface BuildOnProps {
  readonly kept: KeptDecision;
  readonly onDone: () => void;
}

/** How to replace, reverse or build on a decision: with a new one, which is opened in a meeting. */
export function BuildOn({ kept: { item, row }, onDone }: BuildOnProps) {
  return (
    <AfterPanel
      title="Start a new decision on this"
      lead="Decisions are taken in meetings. Open Quorate in the details of the next meeting, frame the new decision, and link it to this one: as superseding, reversing, reopening or building on it."
      onClose={onDone}
    >
      <TextToSend
        label="What to look for when you link it"
        text={`${row.title} (decision ${item}, ${row.decision})`}
      />
    </AfterPanel>
  );
}
