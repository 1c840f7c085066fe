import type { DecisionTask } from "#domain/sharing/tasks.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import styles from "./sharing.module.css";

interface TaskChoiceProps {
  readonly tasks: readonly DecisionTask[];
  /** By title. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The tasks a decision asks for, each to be ticked. */
export function TaskChoice({ tasks, chosen, onChange }: TaskChoiceProps) {
  const turn = (title: string) => {
    const next = new Set(chosen);
    if (!next.delete(title)) next.add(title);
    onChange(next);
  };
  return (
    <fieldset className={styles.tasks}>
      <legend className={styles.legend}>Tasks</legend>
      {tasks.map((task) => (
        <label key={task.title} className={styles.task}>
          <input
            type="checkbox"
            checked={chosen.has(task.title)}
            onChange={() => turn(task.title)}
          />
          <span>
            {task.title}
            <span className={styles.due}>{dueWords(task)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function dueWords({ dueOn, owner, assignee }: DecisionTask): string {
  const due = dueOn === undefined ? "" : ` by ${calendarDay(dueOn)}`;
  if (owner === undefined) return due;
  return assignee === undefined ? `${due}, ${owner} (not at the table)` : `${due}, ${owner}`;
}
