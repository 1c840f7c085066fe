import type { Directory } from "../../directory/directory.ts";

/** A plan of a group. */
export interface Plan {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly createdAt: number;
  /** Nobody, where the plan came with the directory. */
  readonly createdBy?: string;
  readonly version: number;
}

/** A column on a plan's board. */
export interface Bucket {
  readonly id: string;
  readonly planId: string;
  readonly name: string;
  readonly orderHint: string;
  readonly version: number;
}

/** A task. Its details have a version of their own: who changes one does not change the other. */
export interface Task {
  readonly id: string;
  readonly planId: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly version: number;
  readonly detailsVersion: number;
  /** As Graph names and answers them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What can happen in Planner. */
export type PlannerFact =
  | { readonly fact: "plan-written"; readonly plan: Plan }
  | { readonly fact: "bucket-written"; readonly bucket: Bucket }
  | { readonly fact: "task-written"; readonly task: Task }
  | { readonly fact: "task-deleted"; readonly taskId: string };

/** Everything in Planner, by id. */
export interface Planner {
  readonly plans: Map<string, Plan>;
  readonly buckets: Map<string, Bucket>;
  readonly tasks: Map<string, Task>;
}

/** The plans a directory starts with. */
export function seedPlanner(directory: Directory): Planner {
  const planner: Planner = { plans: new Map(), buckets: new Map(), tasks: new Map() };
  resetPlanner(planner, directory);
  return planner;
}

/** Back to what the directory starts with. */
export function resetPlanner(planner: Planner, { groups }: Directory): void {
  for (const part of Object.values(planner) as Map<string, unknown>[]) part.clear();
  for (const group of groups)
    for (const { id, title, buckets } of group.plans) {
      const createdAt = Date.UTC(2025, 0, 13, 8);
      planner.plans.set(id, { id, groupId: group.id, title, createdAt, version: 1 });
      for (const [index, bucket] of buckets.entries())
        planner.buckets.set(bucket.id, {
          ...bucket,
          planId: id,
          orderHint: `858${index}P`,
          version: 1,
        });
    }
}

/** Takes in what happened in Planner. */
export function takePlannerFact(planner: Planner, fact: PlannerFact): void {
  switch (fact.fact) {
    case "plan-written":
      planner.plans.set(fact.plan.id, fact.plan);
      return;
    case "bucket-written":
      planner.buckets.set(fact.bucket.id, fact.bucket);
      return;
    case "task-written":
      planner.tasks.set(fact.task.id, fact.task);
      return;
    case "task-deleted":
      planner.tasks.delete(fact.taskId);
      return;
  }
}
