import type { Moment } from "#domain/moment.ts";
import { listed } from "#domain/table/sentences.ts";
import { AnswerView } from "#surfaces/shared/answer-view/answer-view.tsx";
import { answering } from "#surfaces/shared/answers/answering.ts";
import { Bars } from "#surfaces/shared/answers/bars.tsx";
import {
  type TableAnswer,
  answerBars,
  tableAnswers,
} from "#surfaces/shared/answers/table-answers.ts";
import { answerWrittenDown, nameInList } from "#surfaces/shared/answers/written-down.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import { StageTalk } from "./stage-talk.tsx";
import styles from "./stage.module.css";

interface StageQuestionProps {
  readonly moment: Extract<Moment, { kind: "question" }>;
}

/** The question and who has answered; after the reveal, the answers and what they come to. */
export function StageQuestion({ moment }: StageQuestionProps) {
  const { meeting } = useMeeting().picture;
  const { question, round, number, of } = moment;
  const place = `Question ${number} of ${of}`;
  if (!round.revealed) {
    const { answered, asked, seats } = answering(meeting, question, round);
    return (
      <>
        <StageTalk over={place} title={question.text} />
        <div className={styles.picture}>
          <TableRing isFar seats={seatLooks(meeting)} done={{ seats, word: "answered" }}>
            <strong className={styles.figure}>
              {answered} of {asked}
            </strong>
            <span>answered</span>
          </TableRing>
        </div>
      </>
    );
  }
  return (
    <>
      <StageTalk over={`${place} · revealed`} title={question.text} isQuiet>
        {round.draft !== "" && (
          <div className={styles.said}>
            <p className={styles.over}>What the table said</p>
            <p className={styles.conclusion}>{round.draft}</p>
          </div>
        )}
      </StageTalk>
      <Revealed moment={moment} />
    </>
  );
}

/** As many as can be read from across a room; the rest is in everybody's side panel. */
const shownAtMost = 6;

function Revealed({ moment: { question, round } }: StageQuestionProps) {
  const { meeting, me } = useMeeting().picture;
  const answers = tableAnswers(meeting, round, me.id);
  const bars = answerBars(question, answers);
  if (bars !== undefined) {
    return (
      <div className={styles.bars}>
        <Bars
          of={answers.length}
          bars={bars.map(({ id, label, answers: these }) => ({
            id,
            label,
            count: these.length,
            under: listed(
              these.map(({ given }) => nameInList(given.of.name, given.recordedBy !== undefined)),
              8,
            ),
          }))}
        />
      </div>
    );
  }
  return (
    <div className={styles.answers}>
      <ul className={styles.cards}>
        {answers.slice(0, shownAtMost).map((answer) => (
          <li key={answer.given.event} className={styles.card}>
            <p className={styles.whose}>{whoseWords(answer)}</p>
            <AnswerView question={question} answer={answer.given.answer} />
          </li>
        ))}
      </ul>
      {answers.length > shownAtMost && (
        <p className={styles.under}>{answers.length - shownAtMost} more in your side panel</p>
      )}
      {answers.length === 0 && <p className={styles.under}>Nobody answered this question.</p>}
    </div>
  );
}

function whoseWords({ given, function: place }: TableAnswer): string {
  const parts = [place, given.of.name, answerWrittenDown(given)];
  return parts.filter((part) => part !== undefined).join(" · ");
}
