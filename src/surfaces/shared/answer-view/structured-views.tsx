import type { DecisionRight, Goal, Risk } from "#domain/questions/answer.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { categoryWords } from "./category-words.ts";
import styles from "./answer-view.module.css";

/** A goal in two lines: from where to where, and by when, whose. */
export function GoalView({ goal }: { readonly goal: Goal }) {
  const { metric, baseline, target, unit, date, owner } = goal;
  const from = baseline === undefined ? "" : `from ${baseline} `;
  return (
    <div>
      <p className={styles.text}>
        {metric}: {from}to {target}
        {unit !== undefined && ` ${unit}`}
      </p>
      <Asides asides={[date && `by ${calendarDay(date)}`, owner]} />
    </div>
  );
}

/** A risk, its kind, who could show it to us, and by when. */
export function RiskView({ risk }: { readonly risk: Risk }) {
  const { what, category, whoCouldSee, by } = risk;
  return (
    <div>
      <p className={styles.text}>{what}</p>
      <Asides
        asides={[
          categoryWords[category],
          whoCouldSee && `ask ${whoCouldSee}`,
          by && `by ${calendarDay(by)}`,
        ]}
      />
    </div>
  );
}

/** Who decides what from here on, up to which limit, and where it goes beyond. */
export function RightView({ right }: { readonly right: DecisionRight }) {
  const { what, who, limit, escalateTo } = right;
  return (
    <div>
      <p className={styles.text}>
        <strong className={styles.who}>{who}</strong> decides: {what}
      </p>
      <Asides asides={[limit && `up to ${limit}`, escalateTo && `beyond that ${escalateTo}`]} />
    </div>
  );
}

function Asides({ asides }: { readonly asides: readonly (string | undefined)[] }) {
  const said = asides.filter((aside) => aside !== undefined && aside !== "");
  return said.length === 0 ? null : <p className={styles.quiet}>{said.join(" · ")}</p>;
}
