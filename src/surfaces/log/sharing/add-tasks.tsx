import type { Exported } from "#domain/export/exported.ts";
import { type DecisionTask, tasksAsText, tasksOf } from "#domain/sharing/tasks.ts";
import { counted } from "#domain/table/sentences.ts";
import { type TasksAdded, addTasks } from "#flows/sharing/adding-tasks.ts";
import type { TaskPlan, TaskPlans } from "#flows/sharing/sharing-ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { SelectField } from "#surfaces/shared/controls/select-field.tsx";
import { Button } from "@fluentui/react-components";
import { useCallback, useMemo, useState } from "react";
import { Said } from "./said.tsx";
import styles from "./sharing.module.css";
import { TaskChoice } from "./task-choice.tsx";
import { type SharingState, useSharing } from "./use-sharing.ts";

interface AddTasksProps {
  readonly exported: Exported;
  readonly plans: TaskPlans;
  readonly askConsent: (scopes: readonly string[]) => Promise<void>;
}

/** A decision's milestones and conditions as tasks of a plan. Nothing where it has none. */
export function AddTasks(props: AddTasksProps) {
  const { exported, plans, askConsent } = props;
  const tasks = useMemo(() => tasksOf(exported), [exported]);
  const find = useCallback(() => plans.plans(), [plans]);
  const { state, begin, allow } = useSharing(find, askConsent, findingSentence);
  if (tasks.length === 0) return null;
  const sentence = findingSentence(state);
  return (
    <section className={styles.way} aria-label="Tasks in Planner">
      <p className={styles.what}>
        <span className={styles.name}>Tasks in Planner</span>{" "}
        <span className={styles.use}>Milestones and conditions, with the way back to here</span>
      </p>
      {state.kind !== "done" && (
        <Button
          appearance={state.kind === "consent" ? "primary" : "secondary"}
          disabledFocusable={state.kind === "busy"}
          onClick={state.kind === "consent" ? allow : begin}
        >
          {buttonWords[state.kind]}
        </Button>
      )}
      <Said sentence={sentence} takesFocus={state.kind === "done"} />
      {state.kind === "done" && state.value.length > 0 && (
        <IntoPlan {...props} tasks={tasks} found={state.value} />
      )}
      {(state.kind === "refused" || (state.kind === "done" && state.value.length === 0)) && (
        <AsText tasks={tasks} />
      )}
    </section>
  );
}

const buttonWords = {
  ready: "Choose a plan",
  busy: "Choose a plan",
  consent: "Allow and choose a plan",
  doubt: "Try again",
  refused: "Try again",
} as const;

function AsText({ tasks }: { readonly tasks: readonly DecisionTask[] }) {
  return (
    <div className={styles.instead}>
      <TextToSend label="Tasks as text" text={tasksAsText(tasks)} />
    </div>
  );
}

interface IntoPlanProps extends AddTasksProps {
  readonly tasks: readonly DecisionTask[];
  readonly found: readonly TaskPlan[];
}

/** Which tasks go into which plan; what is there already is not added twice. */
function IntoPlan({ plans, askConsent, tasks, found }: IntoPlanProps) {
  const [plan, setPlan] = useState(found[0]?.id ?? "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => ownedOf(tasks));
  const wanted = tasks.filter(({ title }) => chosen.has(title));
  const add = () => addTasks(plans, plan, wanted);
  const { state, begin } = useSharing(add, askConsent, addingSentence);
  const sentence = addingSentence(state);
  return (
    <div className={styles.instead}>
      <SelectField
        label="Plan"
        value={plan}
        options={found.map(({ id, title }) => [id, title] as const)}
        onChange={setPlan}
      />
      <TaskChoice tasks={tasks} chosen={chosen} onChange={setChosen} />
      {state.kind !== "done" && (
        <Button
          appearance="primary"
          disabledFocusable={state.kind === "busy" || wanted.length === 0}
          onClick={begin}
        >
          {wanted.length === 0 ? "Choose a task" : `Add ${counted(wanted.length, "task")}`}
        </Button>
      )}
      <Said sentence={sentence} takesFocus={state.kind === "done"} />
      {state.kind === "refused" && <AsText tasks={wanted} />}
    </div>
  );
}

/** To begin with, those that somebody answers for. */
function ownedOf(tasks: readonly DecisionTask[]): ReadonlySet<string> {
  return new Set(tasks.filter(({ owner }) => owner !== undefined).map(({ title }) => title));
}

function findingSentence(state: SharingState<readonly TaskPlan[]>): string | undefined {
  switch (state.kind) {
    case "ready":
      return undefined;
    case "busy":
      return "Looking for your plans…";
    case "done":
      return state.value.length === 0
        ? "You are in no group with a plan. Copy the tasks instead."
        : "Choose the plan, and what goes into it.";
    case "consent":
      return "To add tasks, Quorate needs your permission to read and write your plans. It adds only what you press for.";
    case "doubt":
      return "Planner does not answer. Try again in a moment.";
    case "refused":
      return state.why.kind === "consent-needed"
        ? "Without that permission no task is added. Ask your administrator for it, or copy the tasks."
        : "Your plans cannot be read from here. Copy the tasks instead.";
  }
}

function addingSentence(state: SharingState<TasksAdded>): string | undefined {
  switch (state.kind) {
    case "ready":
    case "consent":
      return undefined;
    case "busy":
      return "Adding…";
    case "done": {
      const { added, alreadyThere } = state.value;
      const there = `${counted(alreadyThere, "task")} ${alreadyThere === 1 ? "was" : "were"} there already.`;
      return `${counted(added, "task")} added.${alreadyThere === 0 ? "" : ` ${there}`}`;
    }
    case "doubt":
      return "No answer came. Press again: what is there already is not added twice.";
    case "refused":
      return "Planner did not take all of them. Copy the tasks instead, or press again: nothing is added twice.";
  }
}
