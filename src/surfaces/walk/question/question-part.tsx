import type { Moment } from "#domain/moment.ts";
import { isFacilitator, isRecused } from "#domain/rights/people.ts";
import { isAsked } from "#domain/rights/walking.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Drafts } from "#flows/ports.ts";
import { AnswerBox } from "#surfaces/shared/answer-input/answer-box.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useIsReader } from "#surfaces/shared/saying/reader-notice.tsx";
import { RevealPart } from "#surfaces/walk/later/parts.ts";
import { InterestOffer } from "#surfaces/walk/interest/interest-offer.tsx";
import { MomentPart } from "#surfaces/walk/moment-part.tsx";
import { text } from "#surfaces/walk/text.ts";
import { EarlierConclusions, useJoinedAt } from "./earlier-conclusions.tsx";
import { StillThinking } from "./still-thinking.tsx";

/** A question on the table; you answer first and see the others' answers after the reveal. */
export type QuestionMoment = Extract<Moment, { kind: "question" }>;

interface QuestionPartProps {
  readonly moment: QuestionMoment;
  readonly drafts: Drafts;
}

/** The question now, and what you do with it. */
export function QuestionPart({ moment, drafts }: QuestionPartProps) {
  const { meeting, me } = useMeeting().picture;
  const { question, round, number, of } = moment;
  const joinedAt = useJoinedAt();
  const isLate = joinedAt !== undefined && joinedAt === number;
  const place = `Question ${number} of ${of}`;
  return (
    <>
      {isLate && <p className={text.small}>You joined at question {number}.</p>}
      {isLate && <EarlierConclusions />}
      <MomentPart
        id={`${question.id}/${round.revealed}`}
        title={question.text}
        size={round.revealed ? "medium" : "large"}
        announcement={
          round.revealed ? `${place}: the answers are revealed` : `${place}: ${question.text}`
        }
      >
        {round.revealed ? (
          <RevealPart moment={moment} drafts={drafts} />
        ) : (
          <>
            <details className={text.fold}>
              <summary>Why we ask</summary>
              <p className={`${text.lead} ${text.folded}`}>{question.why}</p>
            </details>
            <Asked question={question} drafts={drafts} />
            <StillThinking moment={moment} isLeading={isFacilitator(meeting, me.id)} />
          </>
        )}
      </MomentPart>
      {!isLate && <EarlierConclusions />}
      {!isRecused(meeting, me.id) && <InterestOffer />}
    </>
  );
}

/** Where you answer; else why you are not asked. */
function Asked({ question, drafts }: { readonly question: Question; readonly drafts: Drafts }) {
  const { meeting, me } = useMeeting().picture;
  // The notice above says why; a box that takes nothing would only take somebody's words.
  if (useIsReader()) return null;
  if (isAsked(meeting, question, me.id)) return <AnswerBox question={question} drafts={drafts} />;
  if (isRecused(meeting, me.id)) return <InterestOffer />;
  return <p className={text.lead}>This question is for drivers. You see the answers next.</p>;
}
