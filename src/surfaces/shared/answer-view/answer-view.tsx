import type { Answer } from "#domain/questions/answer.ts";
import type { Ask, Question } from "#domain/questions/question.ts";
import { GoalView, RightView, RiskView } from "./structured-views.tsx";
import { TextView } from "./text-view.tsx";
import styles from "./answer-view.module.css";

interface AnswerViewProps {
  readonly question: Question;
  readonly answer: Answer;
  /** Where equal choices are shown together already. */
  readonly withoutChoice?: boolean;
}

/** An answer in its compact form, its parts in the order the question asks for them. */
export function AnswerView({ question, answer, withoutChoice = false }: AnswerViewProps) {
  return (
    <div className={styles.answer}>
      {question.asks.map((ask) =>
        withoutChoice && ask.kind === "choice" ? null : (
          <Part key={ask.kind} ask={ask} answer={answer} />
        ),
      )}
    </div>
  );
}

function Part({ ask, answer }: { readonly ask: Ask; readonly answer: Answer }) {
  const { choice, scale, text, goal, risk, rights } = answer;
  switch (ask.kind) {
    case "choice": {
      const option = ask.options.find(({ id }) => id === choice);
      return option === undefined ? null : <p className={styles.chosen}>{option.label}</p>;
    }
    case "scale":
      return scale === undefined ? null : (
        <p className={styles.chosen}>
          {scale} <span className={styles.quiet}>of 5</span>
        </p>
      );
    case "text":
      return text === undefined ? null : <TextView text={text} />;
    case "goal":
      return goal === undefined ? null : <GoalView goal={goal} />;
    case "risk":
      return risk === undefined ? null : <RiskView risk={risk} />;
    case "rights":
      return rights === undefined ? null : <RightView right={rights} />;
  }
}
