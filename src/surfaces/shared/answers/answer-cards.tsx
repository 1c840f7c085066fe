import { useState } from "react";
import type { Question } from "#domain/questions/question.ts";
import { AnswerView } from "#surfaces/shared/answer-view/answer-view.tsx";
import type { TableAnswer } from "./table-answers.ts";
import { answerWrittenDown } from "./written-down.ts";
import styles from "./answer-cards.module.css";

interface AnswerCardsProps {
  readonly question: Question;
  readonly answers: readonly TableAnswer[];
  /** Where equal choices are shown together already. */
  readonly withoutChoice?: boolean;
}

/** More than these are one press away: a large meeting must not bury the conclusion. */
const shownAtFirst = 12;

/** What people answered, one under the other, each with whose it is. */
export function AnswerCards({ question, answers, withoutChoice = false }: AnswerCardsProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? answers : answers.slice(0, shownAtFirst);
  const left = answers.length - shown.length;
  return (
    <>
      <ul className={styles.cards}>
        {shown.map((answer) => (
          <li
            key={answer.given.event}
            className={answer.role === "driver" ? styles.driver : styles.stakeholder}
          >
            <p className={styles.whose}>{whoseWords(answer)}</p>
            <AnswerView
              question={question}
              answer={answer.given.answer}
              withoutChoice={withoutChoice}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
          {left} more
        </button>
      )}
    </>
  );
}

/** "Finance · Ana Ruiz · driver · yours". */
function whoseWords({ given, function: place, role, isMine }: TableAnswer): string {
  const parts = place === undefined ? [given.of.name] : [place, given.of.name, role];
  if (isMine) parts.push("yours");
  const writtenDown = answerWrittenDown(given);
  if (writtenDown !== undefined) parts.push(writtenDown);
  if (given.afterReveal) parts.push("after the reveal");
  return parts.join(" · ");
}
