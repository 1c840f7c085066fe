import type { Moment } from "#domain/moment.ts";
import type { Drafts } from "#flows/ports.ts";
import { ClosingSheet } from "./closing-sheet.tsx";
import { GoneSheet } from "./gone-sheet.tsx";
import { HandOverSheet } from "./hand-over-sheet.tsx";
import { InTheRoomSheet } from "./in-the-room-sheet.tsx";
import { InterestSheet } from "./interest-sheet.tsx";
import { ProposalSheet } from "./proposal-sheet.tsx";
import { RecordForSheet } from "./record-for-sheet.tsx";
import { StartAnywaySheet } from "./start-anyway-sheet.tsx";

export interface LeadSheetProps {
  readonly task:
    | "close"
    | "gone"
    | "hand-over"
    | "in-the-room"
    | "interest"
    | "proposal"
    | "record-for"
    | "start-anyway";
  readonly moment: Moment;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** One task of whoever leads that needs a word more than a press. */
export function LeadSheet({ task, moment, drafts, onClose }: LeadSheetProps) {
  switch (task) {
    case "close":
      return <ClosingSheet onClose={onClose} />;
    case "gone":
      return <GoneSheet onClose={onClose} />;
    case "hand-over":
      return <HandOverSheet onClose={onClose} />;
    case "in-the-room":
      return <InTheRoomSheet onClose={onClose} />;
    case "interest":
      return <InterestSheet onClose={onClose} />;
    case "proposal":
      return <ProposalSheet drafts={drafts} onClose={onClose} />;
    case "record-for":
      return moment.kind === "question" || moment.kind === "stances" ? (
        <RecordForSheet moment={moment} drafts={drafts} onClose={onClose} />
      ) : null;
    case "start-anyway":
      return <StartAnywaySheet onClose={onClose} />;
  }
}
