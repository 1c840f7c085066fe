import { Button } from "@fluentui/react-components";
import type { Drafts } from "#flows/ports.ts";
import { ProposalFormLater } from "#surfaces/walk/proposing/proposal-form-later.tsx";
import { Sheet } from "./sheet.tsx";

interface ProposalSheetProps {
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** Changes the proposal; the stances taken on the old one no longer count. */
export function ProposalSheet({ drafts, onClose }: ProposalSheetProps) {
  return (
    <Sheet title="Change the proposal" onClose={onClose}>
      <ProposalFormLater drafts={drafts} onProposed={onClose}>
        <Button type="submit" appearance="primary">
          Take stances again
        </Button>
      </ProposalFormLater>
    </Sheet>
  );
}
