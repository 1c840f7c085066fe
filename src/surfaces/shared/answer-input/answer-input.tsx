import type { Ask, Question } from "#domain/questions/question.ts";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import type { AnswerForm, FormField } from "./answer-form.ts";
import type { Problems } from "./answer-of.ts";
import { GoalInput } from "./goal-input.tsx";
import { RightInput } from "./right-input.tsx";
import { RiskInput } from "./risk-input.tsx";
import { TextInput } from "./text-input.tsx";
import styles from "./answer-input.module.css";

/** What every kind of input is given. */
export interface InputProps {
  readonly form: AnswerForm;
  readonly onChange: (field: FormField, value: string) => void;
  readonly problems: Problems;
}

interface AnswerInputProps extends InputProps {
  readonly question: Question;
}

/** What a question asks for, as inputs of the right kinds, in the order it asks. */
export function AnswerInput({ question, ...input }: AnswerInputProps) {
  return (
    <div className={styles.asks}>
      {question.asks.map((ask) => (
        <AskInput key={ask.kind} ask={ask} isAlone={question.asks.length === 1} {...input} />
      ))}
    </div>
  );
}

const steps = ["1", "2", "3", "4", "5"].map((id) => ({ id, label: id }));

interface AskInputProps extends InputProps {
  readonly ask: Ask;
  readonly isAlone: boolean;
}

function AskInput({ ask, isAlone, ...input }: AskInputProps) {
  const { form, onChange, problems } = input;
  switch (ask.kind) {
    case "choice":
      return (
        <ChoiceRows
          legend="Your choice"
          isLegendHidden
          options={ask.options}
          chosen={form.choice === "" ? undefined : form.choice}
          onChoose={(id) => onChange("choice", id)}
          problem={problems.choice}
        />
      );
    case "scale":
      return (
        <div className={styles.scale}>
          <ChoiceRows
            legend={`From 1, ${ask.low}, to 5, ${ask.high}`}
            isLegendHidden
            layout="steps"
            options={steps}
            chosen={form.scale === "" ? undefined : form.scale}
            onChoose={(id) => onChange("scale", id)}
            problem={problems.scale}
          />
          <div className={styles.ends} aria-hidden="true">
            <span>1: {ask.low}</span>
            <span>5: {ask.high}</span>
          </div>
        </div>
      );
    case "text":
      return <TextInput isAlone={isAlone} isOptional={ask.optional === true} {...input} />;
    case "goal":
      return <GoalInput {...input} />;
    case "risk":
      return <RiskInput {...input} />;
    case "rights":
      return <RightInput {...input} />;
  }
}
