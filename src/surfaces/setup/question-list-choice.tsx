import type { QuestionList } from "#domain/questions/question.ts";
import { useId } from "react";
import part from "./part.module.css";
import styles from "./question-list-choice.module.css";

interface QuestionListChoiceProps {
  readonly lists: readonly QuestionList[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which questions this meeting starts with; they can still be changed while preparing. */
export function QuestionListChoice({ lists, chosen, onChoose }: QuestionListChoiceProps) {
  return (
    <fieldset className={part.part}>
      <legend className={part.heading}>The questions this meeting starts with</legend>
      {lists.map((list) => (
        <Offer
          key={list.id}
          list={list}
          isChosen={list.id === chosen}
          onChoose={() => onChoose(list.id)}
        />
      ))}
    </fieldset>
  );
}

interface OfferProps {
  readonly list: QuestionList;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Offer({ list, isChosen, onChoose }: OfferProps) {
  const id = useId();
  const minutes = list.questions.reduce((sum, question) => sum + question.minutes, 0);
  return (
    <div className={styles.list}>
      <input
        id={id}
        className={styles.radio}
        type="radio"
        name="question-list"
        checked={isChosen}
        onChange={onChoose}
      />
      <label htmlFor={id}>
        <span className={styles.name}>{list.name}</span>{" "}
        <span className={styles.facts}>
          {list.questions.length} questions, {minutes} minutes
        </span>
      </label>
      <details className={styles.questions}>
        <summary>Show the questions</summary>
        <ol>
          {list.questions.map((question) => (
            <li key={question.id}>{question.text}</li>
          ))}
        </ol>
      </details>
    </div>
  );
}
