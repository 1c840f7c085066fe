import { goalLine } from "#domain/questions/answer-lines.ts";
import type { Goal } from "#domain/questions/answer.ts";
import { cleanText } from "#domain/text.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { AfterPanel } from "./after-panel.tsx";
import styles from "./afterwards.module.css";
import { expectedGoals } from "./expected-goals.ts";

type Verdict = "keep" | "close";

const verdicts = [
  { id: "keep", label: "It stands", meaning: "Look at it again on another day, if you name one." },
  {
    id: "close",
    label: "It is done",
    meaning: "Nothing is left to look at. The reviews end here.",
  },
] as const;

const textLimit = 500;

/** Expected against actual, goal by goal, and what is learned from it. */
export function ReviewForm({ onDone }: { readonly onDone: () => void }) {
  const { meeting } = useMeeting().picture;
  const goals = expectedGoals(meeting);
  const { act, problem } = useAct();
  const [came, setCame] = useState("");
  const [actuals, setActuals] = useState<readonly string[]>(() => goals.map(() => ""));
  const [learned, setLearned] = useState("");
  const [verdict, setVerdict] = useState<Verdict>();
  const [nextReviewOn, setNextReviewOn] = useState("");
  const [isChecked, setChecked] = useState(false);
  const actual = cleanText(came);
  const lessons = cleanText(learned);

  function hold(): void {
    setChecked(true);
    if (actual === "" || verdict === undefined) return;
    if (actual.length > textLimit || lessons.length > textLimit) return;
    const event = {
      kind: "review-held",
      actual,
      goals: reached(goals, actuals),
      lessons,
      verdict,
    } as const;
    const isNext = verdict === "keep" && nextReviewOn !== "";
    if (act(isNext ? { ...event, nextReviewOn } : event)) onDone();
  }

  return (
    <AfterPanel
      title="Hold the review"
      lead="Put what came of it beside what was expected."
      problem={problem}
      onClose={onDone}
    >
      <GoalFields goals={goals} actuals={actuals} onChange={setActuals} />
      <BriefField
        label="What came of it"
        limit={textLimit}
        value={came}
        onChange={setCame}
        problem={isChecked && actual === "" ? "Say what came of it." : undefined}
      />
      <BriefField
        label="What you would do differently"
        isOptional
        limit={textLimit}
        value={learned}
        onChange={setLearned}
      />
      <ChoiceRows
        legend="What now?"
        options={verdicts}
        chosen={verdict}
        onChoose={setVerdict}
        problem={isChecked && verdict === undefined ? "Choose what happens now." : undefined}
      >
        {verdict === "keep" && (
          <LineField
            label="Review it again on"
            type="date"
            isOptional
            value={nextReviewOn}
            onChange={setNextReviewOn}
          />
        )}
      </ChoiceRows>
      <Button appearance="primary" onClick={hold}>
        Record the review
      </Button>
    </AfterPanel>
  );
}

interface GoalFieldsProps {
  readonly goals: readonly Goal[];
  readonly actuals: readonly string[];
  readonly onChange: (actuals: readonly string[]) => void;
}

/** What was expected of each goal, and beside it what it is now. */
function GoalFields({ goals, actuals, onChange }: GoalFieldsProps) {
  return goals.map((goal, at) => (
    <div key={goalLine(goal)} className={styles.goal}>
      <p className={styles.expected}>Expected: {goalLine(goal)}</p>
      <LineField
        label={`What it is now: ${goal.metric}`}
        isOptional
        value={actuals[at] ?? ""}
        onChange={(text) => onChange(actuals.with(at, text.slice(0, 120)))}
      />
    </div>
  ));
}

function reached(goals: readonly Goal[], actuals: readonly string[]) {
  return goals.flatMap(({ metric }, at) => {
    const actual = cleanText(actuals[at] ?? "");
    return actual === "" ? [] : [{ metric, actual }];
  });
}
