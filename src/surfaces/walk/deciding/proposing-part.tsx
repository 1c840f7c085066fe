import { isFacilitator } from "#domain/rights/people.ts";
import type { Drafts } from "#flows/ports.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { ProposalForm } from "#surfaces/walk/later/lead-parts.ts";
import { MomentPart } from "#surfaces/walk/moment-part.tsx";
import { EarlierConclusions } from "#surfaces/walk/question/earlier-conclusions.tsx";
import { ResumedNote } from "#surfaces/walk/resumed/resumed-note.tsx";
import { text } from "#surfaces/walk/text.ts";

/** Every question is concluded: the facilitator says what would be done. */
export function ProposingPart({ drafts }: { readonly drafts: Drafts }) {
  const { meeting, me } = useMeeting().picture;
  const isLeading = isFacilitator(meeting, me.id);
  const leader = meeting.facilitator?.person.name ?? "The facilitator";
  return (
    <MomentPart
      id="proposing"
      title={isLeading ? "What do you propose?" : "The proposal comes next"}
    >
      <ResumedNote />
      {isLeading ? (
        <ProposalForm drafts={drafts} />
      ) : (
        <p className={text.lead}>
          {leader} is writing the proposal. You take a stance on it once it is here.
        </p>
      )}
      <EarlierConclusions isOpen />
    </MomentPart>
  );
}
