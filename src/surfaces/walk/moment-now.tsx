import type { Moment } from "#domain/moment.ts";
import type { DecisionRegister, Drafts } from "#flows/ports.ts";
import { ProposingPart } from "./deciding/proposing-part.tsx";
import { DelegateOffer } from "./gathering/delegate-offer.tsx";
import { GatheringPart } from "./gathering/gathering-part.tsx";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { ClosedPart, StancesPart } from "./later/parts.ts";
import { MomentPart } from "./moment-part.tsx";
import { QuestionPart } from "./question/question-part.tsx";
import { text } from "./text.ts";

interface MomentNowProps {
  readonly moment: Moment;
  readonly now: () => number;
  readonly drafts: Drafts;
  readonly openLink: (url: string) => Promise<void>;
  readonly register?: Pick<DecisionRegister, "find"> | undefined;
  readonly sharing?: (() => Promise<Sharing>) | undefined;
}

/** The one thing to do now. */
export function MomentNow({ moment, now, drafts, openLink, register, sharing }: MomentNowProps) {
  switch (moment.kind) {
    case "nothing-framed":
      return (
        <MomentPart id="nothing" title="No decision is framed yet" isFirstHeading>
          <p className={text.lead}>
            Open Quorate in the details of this meeting to frame what is to be decided. It appears
            here by itself.
          </p>
        </MomentPart>
      );
    case "gathering":
      return (
        <>
          <DelegateOffer />
          <GatheringPart />
        </>
      );
    case "question":
      return (
        <>
          <DelegateOffer />
          <QuestionPart
            // A question that is opened again is a new round: nothing typed in the last one stays.
            key={`${moment.question.id}/${moment.round.openedAtMs}`}
            moment={moment}
            drafts={drafts}
          />
        </>
      );
    case "proposing":
      return <ProposingPart drafts={drafts} />;
    case "stances":
      return (
        <StancesPart
          key={moment.proposal.id}
          proposal={moment.proposal}
          now={now}
          drafts={drafts}
        />
      );
    case "closed":
      return (
        <ClosedPart
          closing={moment.closing}
          openLink={openLink}
          register={register}
          sharing={sharing}
        />
      );
  }
}
