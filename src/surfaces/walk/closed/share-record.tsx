import { useEffect, useState } from "react";
import type { KeptDecision } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { later } from "#surfaces/walk/later/later.tsx";
import { text } from "#surfaces/walk/text.ts";

/** Few share; what it takes is fetched when somebody is about to. */
const SharePanel = later(
  async () => (await import("#surfaces/log/sharing/share-panel.tsx")).SharePanel,
);

interface ShareRecordProps {
  readonly kept: KeptDecision;
  readonly sharing: () => Promise<Sharing>;
}

/** Tells others of the decision: as a card in the chat, as tasks, as a summary. Folded. */
export function ShareRecord({ kept, sharing }: ShareRecordProps) {
  const { meeting } = useMeeting().picture;
  const [isOpen, setOpen] = useState(false);
  const [ways, setWays] = useState<Sharing>();
  useEffect(() => {
    if (!isOpen) return undefined;
    let isGone = false;
    sharing().then(
      (found) => isGone || setWays(found),
      // Folding it out again tries again.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isOpen, sharing]);
  return (
    <details className={text.fold} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Share it</summary>
      <div className={text.folded}>
        {isOpen && ways !== undefined && (
          <SharePanel exported={{ ...kept, meeting }} sharing={ways} />
        )}
      </div>
    </details>
  );
}
