import { meetingOf } from "#domain/fold/resuming.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Question, QuestionList } from "#domain/questions/question.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { EarlyAnswer } from "#surfaces/prepare/early/early-answer.tsx";
import { Card } from "./card.tsx";
import styles from "./questions-card.module.css";

/** The questions the walk goes through, how long they take, and early answers to them. */
export function QuestionsCard() {
  const { meeting, questionLists, canPrepare, tell } = usePreparing();
  const { list } = meeting;
  const whole = lengthOf(meetingOf(meeting));
  const open = list.questions.filter(({ id }) => meeting.rounds.get(id)?.conclusion === undefined);
  const minutes = minutesOf(open);
  const time = whole === undefined ? `${minutes} minutes` : `${minutes} of ${whole} minutes`;
  // A list that was chosen and is no longer offered stays among the choices.
  const offered = [...questionLists.filter(({ id }) => id !== list.id), list];
  const choose = (id: string) => {
    const chosen = questionLists.find((one) => one.id === id);
    if (chosen !== undefined) tell({ kind: "questions-chosen", list: chosen });
  };
  return (
    <Card
      id="questions"
      number={4}
      name="Questions"
      summary={`${list.name} · ${countOf(list, open)} · ${time}`}
      isMissing={false}
      aside={time}
      kinds={["questions-chosen", "question-answered"]}
      openWord="Preview"
      alwaysOpens
    >
      {canPrepare && offered.length > 1 && meeting.status !== "in-session" && (
        <label className={fieldStyles.field}>
          <span className={fieldStyles.label}>Question list</span>
          <select
            className={fieldStyles.select}
            value={list.id}
            onChange={(event) => choose(event.target.value)}
          >
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ol className={styles.questions}>
        {list.questions.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </ol>
      {whole !== undefined && <Total minutes={minutes} whole={whole} />}
    </Card>
  );
}

function QuestionRow({ question }: { readonly question: Question }) {
  const { text, why, audience, minutes } = question;
  // Where an earlier meeting concluded it, that stands until this table says otherwise.
  const conclusion = usePreparing().meeting.rounds.get(question.id)?.conclusion;
  return (
    <li className={styles.question}>
      <span className={styles.text}>{text}</span>
      <span className={styles.facts}>
        {audience === "drivers" ? "drivers" : "everybody"} · {minutes} min
      </span>
      {conclusion !== undefined && (
        <p className={`${styles.more} ${styles.conclusion}`}>
          <span className={styles.said}>Concluded: </span>
          {conclusion}
        </p>
      )}
      <details className={styles.more}>
        <summary>Why we ask</summary>
        <p className={styles.why}>{why}</p>
      </details>
      <div className={styles.more}>
        <EarlyAnswer question={question} />
      </div>
    </li>
  );
}

/** The questions' time against the meeting's length, as a bar and in words. */
function Total({ minutes, whole }: { readonly minutes: number; readonly whole: number }) {
  const left = whole - minutes;
  return (
    <div className={styles.total}>
      <div className={styles.track} aria-hidden="true">
        <div
          className={left < 0 ? `${styles.filled} ${styles.over}` : styles.filled}
          style={{ width: `${Math.min(100, (minutes / whole) * 100)}%` }}
        />
      </div>
      <span className={fieldStyles.hint}>
        {left < 0
          ? `${-left} minutes more than the meeting has. Make the meeting longer, or choose a shorter list.`
          : `${left} minutes are left for the proposal and the stances.`}
      </span>
    </div>
  );
}

/** How many there are, and how many are left where an earlier meeting concluded some. */
function countOf({ questions }: QuestionList, open: readonly Question[]): string {
  const all = `${questions.length} questions`;
  return open.length === questions.length ? all : `${open.length} of ${all} left`;
}

function minutesOf(questions: readonly Question[]): number {
  return questions.reduce((sum, question) => sum + question.minutes, 0);
}

/** The meeting's length in minutes, where Teams says it. */
function lengthOf(meeting: MeetingInfo | undefined): number | undefined {
  if (meeting?.startsAtMs === undefined || meeting.endsAtMs === undefined) return undefined;
  const minutes = Math.round((meeting.endsAtMs - meeting.startsAtMs) / 60_000);
  return minutes > 0 ? minutes : undefined;
}
