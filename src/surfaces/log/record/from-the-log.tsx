import { latestAnswers } from "#domain/latest-answers.ts";
import type { GivenAnswer } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { counted } from "#domain/table/sentences.ts";
import type { Story } from "#flows/trust/auditing.ts";
import { AnswerView } from "#surfaces/shared/answer-view/answer-view.tsx";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import styles from "./from-the-log.module.css";
import { Lines, Section } from "./section.tsx";

interface FromTheLogProps {
  readonly story: Story;
  readonly row: DecisionRow;
}

/** The table as it was, as a picture, and who took which stance in the record's own words. */
export function WhoSat({ story, row }: FromTheLogProps) {
  const looks = seatLooks(story.meeting);
  return (
    <>
      {looks.length > 0 && (
        <div className={styles.ring}>
          <TableRing seats={looks}>
            <span className={styles.middle}>
              {row.driversPresent} of {counted(row.drivers, "driver")} present
            </span>
          </TableRing>
        </div>
      )}
      {row.table !== "" && <Lines text={row.table} />}
    </>
  );
}

/** What the table said to each question, with everybody's answer behind it. */
export function QuestionsSaid({ story }: FromTheLogProps) {
  const { list, rounds } = story.meeting;
  const said = list.questions.filter(({ id }) => rounds.has(id));
  if (said.length === 0) return null;
  return (
    <Section heading="What each question said" isLong>
      <ol className={styles.questions}>
        {said.map((question) => (
          <QuestionSaid
            key={question.id}
            question={question}
            conclusion={rounds.get(question.id)?.conclusion}
            answers={latestAnswers(rounds.get(question.id))}
          />
        ))}
      </ol>
    </Section>
  );
}

interface QuestionSaidProps {
  readonly question: Question;
  readonly conclusion: string | undefined;
  readonly answers: readonly GivenAnswer[];
}

function QuestionSaid({ question, conclusion, answers }: QuestionSaidProps) {
  return (
    <li>
      <p className={styles.question}>{question.text}</p>
      <p className={styles.conclusion}>
        {conclusion === undefined || conclusion === "" ? (
          <span className={styles.none}>No conclusion.</span>
        ) : (
          conclusion
        )}
      </p>
      {answers.length > 0 && (
        <details className={styles.answers}>
          <summary>{counted(answers.length, "answer")}</summary>
          <dl className={styles.list}>
            {answers.map((given) => (
              <AnswerOf key={given.event} question={question} given={given} />
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

function AnswerOf({
  question,
  given,
}: {
  readonly question: Question;
  readonly given: GivenAnswer;
}) {
  const { of, recordedBy, answer } = given;
  return (
    <>
      <dt>
        {of.name}
        {recordedBy !== undefined && `, written down by ${recordedBy.name}`}
      </dt>
      <dd>
        <AnswerView question={question} answer={answer} />
      </dd>
    </>
  );
}
