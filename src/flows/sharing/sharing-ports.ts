/** What sharing a decision needs of the world; both throw `StoreError` and nothing else. */
import type { MeetingKey } from "#domain/ids.ts";
import type { DecisionTask } from "#domain/sharing/tasks.ts";

/** The chat of a meeting. */
export interface MeetingChat {
  /**
   * Posts an Adaptive Card, given as JSON text, in this person's name. Not idempotent, and nothing
   * tells afterwards whether it was done: after silence only a person can look.
   */
  post(meeting: MeetingKey, card: string): Promise<void>;
}

/** A plan of a group this person is in. */
export interface TaskPlan {
  readonly id: string;
  readonly title: string;
}

/** A task as a plan has it. */
export interface PlannedTask {
  readonly id: string;
  readonly title: string;
  readonly hasDescription: boolean;
}

/** The plans this person may add tasks to. */
export interface TaskPlans {
  plans(): Promise<readonly TaskPlan[]>;
  tasks(plan: string): Promise<readonly PlannedTask[]>;
  /** Adds a task without its description. Not idempotent: look whether the plan has it first. */
  add(plan: string, task: DecisionTask): Promise<PlannedTask>;
  /** Gives a task its description. */
  describe(task: string, description: string): Promise<void>;
}
