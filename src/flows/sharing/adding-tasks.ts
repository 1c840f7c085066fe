import type { DecisionTask } from "#domain/sharing/tasks.ts";
import type { TaskPlans } from "./sharing-ports.ts";

/** What adding tasks has come to. */
export interface TasksAdded {
  readonly added: number;
  /** The plan had them already. */
  readonly alreadyThere: number;
}

/**
 * Adds tasks to a plan, each once: what the plan has under the same title, which carries the
 * decision's number, is there already, and only gets the description that an earlier try did not
 * come to. So after any failure all of it may be done again. Throws StoreError.
 */
export async function addTasks(
  plans: TaskPlans,
  plan: string,
  tasks: readonly DecisionTask[],
): Promise<TasksAdded> {
  const there = new Map((await plans.tasks(plan)).map((task) => [task.title, task]));
  let added = 0;
  for (const task of tasks) {
    const known = there.get(task.title);
    const kept = known ?? (await plans.add(plan, task));
    if (known === undefined) added += 1;
    if (!kept.hasDescription) await plans.describe(kept.id, task.description);
    there.set(task.title, { ...kept, hasDescription: true });
  }
  return { added, alreadyThere: tasks.length - added };
}
