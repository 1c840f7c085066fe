import { Button } from "@fluentui/react-components";
import type { Drafts } from "#flows/ports.ts";
import { ProposalForm } from "#surfaces/walk/proposing/proposal-form.tsx";
import { Sheet } from "./sheet.tsx";

interface ProposalSheetProps {
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** Changes the proposal; the stances taken on the old one no longer count. */
export function ProposalSheet({ drafts, onClose }: ProposalSheetProps) {
  return (
    <Sheet title="Change the proposal" onClose={onClose}>
      <ProposalForm drafts={drafts} onProposed={onClose}>
        <Button type="submit" appearance="primary">
          Take stances again
        </Button>
      </ProposalForm>
    </Sheet>
  );
}
