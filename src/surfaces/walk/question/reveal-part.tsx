import type { Drafts } from "#flows/ports.ts";
import { isFacilitator } from "#domain/rights/people.ts";
import { isAsked } from "#domain/rights/walking.ts";
import { listed } from "#domain/table/sentences.ts";
import { AnswerBox } from "#surfaces/shared/answer-input/answer-box.tsx";
import { AnswerCards } from "#surfaces/shared/answers/answer-cards.tsx";
import { type Bar, Bars } from "#surfaces/shared/answers/bars.tsx";
import {
  type AnswerBar,
  answerBars,
  tableAnswers,
} from "#surfaces/shared/answers/table-answers.ts";
import { recusedAnswerers } from "#surfaces/shared/answers/voiced-answers.ts";
import { nameInList } from "#surfaces/shared/answers/written-down.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import { ConclusionEditor, GrowingConclusion } from "./conclusion.tsx";
import { HandBack } from "./hand-back.tsx";
import type { QuestionMoment } from "./question-part.tsx";

interface RevealPartProps {
  readonly moment: QuestionMoment;
  readonly drafts: Drafts;
}

/** What everybody answered, drivers first, and the sentence the table makes of it. */
export function RevealPart({ moment: { question, round }, drafts }: RevealPartProps) {
  const { meeting, me } = useMeeting().picture;
  const answers = tableAnswers(meeting, round, me.id);
  const recused = recusedAnswerers(meeting, round);
  const bars = answerBars(question, answers);
  const cards = answers.filter(({ given: { answer } }) =>
    Object.entries(answer).some(([kind, part]) => kind !== "choice" && part !== undefined),
  );
  const hasAnswered = answers.some(({ isMine }) => isMine);
  return (
    <>
      {answers.length === 0 && <p className={text.lead}>Nobody answered this question.</p>}
      {bars !== undefined && answers.length > 0 && (
        <Bars bars={bars.map(barOf)} of={answers.length} />
      )}
      {cards.length > 0 && (
        <AnswerCards question={question} answers={cards} withoutChoice={bars !== undefined} />
      )}
      {recused.length > 0 && (
        <p className={text.small}>Not counted, because recused: {listed(recused)}.</p>
      )}
      {isAsked(meeting, question, me.id) && (
        <details className={text.fold}>
          <summary>{hasAnswered ? "Change my answer" : "Answer after the reveal"}</summary>
          <div className={text.folded}>
            <AnswerBox question={question} drafts={drafts} />
          </div>
        </details>
      )}
      {isFacilitator(meeting, me.id) && <HandBack answers={answers} />}
      {isFacilitator(meeting, me.id) ? (
        <ConclusionEditor question={question} round={round} answers={answers} drafts={drafts} />
      ) : (
        <GrowingConclusion draft={round.draft} />
      )}
    </>
  );
}

/** A bar with the names under it, those of the person who looks marked. */
function barOf({ id, label, answers }: AnswerBar): Bar {
  return {
    id,
    label,
    count: answers.length,
    under: listed(
      answers.map(({ given }) => nameInList(given.of.name, given.recordedBy !== undefined)),
      8,
    ),
    isMine: answers.some(({ isMine }) => isMine),
  };
}
