import type { PlannerTask } from "@microsoft/microsoft-graph-types";
import type * as v from "valibot";
import type { Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { changed, etagOf, refuseStale } from "./etag.ts";
import { notThere, planOf } from "./membership.ts";
import { newPlannerId, readPlanner, wrong } from "./planner-body.ts";
import type { Task } from "./planner-store.ts";
import { ChangedTask, NewTask } from "./task-shape.ts";

type Wish = v.InferOutput<typeof ChangedTask>;

/**
 * The task a request names, for a member of its plan's group.
 *
 * @throws GraphError 404 for no task, 403 for who is no member.
 */
export function taskOf(call: Call): Task {
  const task = call.world.state.planner.tasks.get(param(call, "plannerTask-id")) ?? notThere();
  planOf(call, task.planId);
  return task;
}

/** A task as Graph answers it; its description is in the details only. */
export function showTask(task: Task): PlannerTask & { "@odata.etag": string } {
  const { id, planId, createdAt, createdBy, version, properties, details } = task;
  const checklist = Object.values((details["checklist"] ?? {}) as Record<string, unknown>);
  return {
    "@odata.etag": etagOf("Task", version),
    id,
    planId,
    createdDateTime: new Date(createdAt).toISOString(),
    createdBy: { user: { displayName: null, id: createdBy } },
    hasDescription: typeof details["description"] === "string" && details["description"] !== "",
    previewType: (details["previewType"] ?? "automatic") as "automatic",
    referenceCount: Object.keys(details["references"] ?? {}).length,
    checklistItemCount: checklist.length,
    activeChecklistItemCount: checklist.filter(
      (item) => (item as { isChecked?: boolean }).isChecked !== true,
    ).length,
    ...properties,
  };
}

function makeTask(call: Call) {
  const { planId, ...wish } = readPlanner(call, NewTask);
  planOf(call, planId);
  const { world, caller } = call;
  const at = world.now();
  const usual = {
    bucketId: null,
    dueDateTime: null,
    startDateTime: null,
    completedDateTime: null,
    completedBy: null,
    percentComplete: 0,
    priority: 5,
    assignments: {},
    appliedCategories: {},
    assigneePriority: "",
    conversationThreadId: null,
    orderHint: `8585${at}P`,
  };
  const task: Task = {
    id: newPlannerId(world),
    planId,
    createdAt: at,
    createdBy: caller.id,
    version: 1,
    detailsVersion: 1,
    properties: withChanges(call, planId, usual, wish),
    details: { description: "", previewType: "automatic", references: {}, checklist: {} },
  };
  world.record({ fact: "task-written", task });
  return { status: 201, body: showTask(task) };
}

function changeTask(call: Call) {
  const before = taskOf(call);
  refuseStale(call, "Task", before.version);
  const wish = readPlanner(call, ChangedTask);
  const properties = withChanges(call, before.planId, before.properties, wish);
  const task: Task = { ...before, version: before.version + 1, properties };
  call.world.record({ fact: "task-written", task });
  return changed(call, () => showTask(task));
}

function withChanges(
  call: Call,
  planId: string,
  before: Readonly<Record<string, unknown>>,
  wish: Wish,
): Record<string, unknown> {
  const { bucketId, assignments, appliedCategories, ...plain } = wish;
  const bucket = call.world.state.planner.buckets.get(bucketId ?? "");
  if (typeof bucketId === "string" && bucket?.planId !== planId)
    wrong("The bucketId is of no bucket in this plan.");
  const properties = { ...before, ...plain };
  return {
    ...properties,
    ...(bucketId !== undefined && { bucketId }),
    ...(wish.percentComplete !== undefined && completion(call, wish.percentComplete)),
    assignments: { ...assigned(call, before["assignments"] as object, assignments ?? {}) },
    appliedCategories: withoutEmpty({
      ...(before["appliedCategories"] as object),
      ...appliedCategories,
    }),
  };
}

function completion({ world, caller }: Call, percent: number) {
  return percent === 100
    ? {
        completedDateTime: new Date(world.now()).toISOString(),
        completedBy: { user: { displayName: null, id: caller.id } },
      }
    : { completedDateTime: null, completedBy: null };
}

function assigned(call: Call, before: object, wished: NonNullable<Wish["assignments"]>) {
  const { world, caller } = call;
  const stranger = Object.keys(wished).find((id) => !world.directory.people.has(id));
  if (stranger !== undefined)
    wrong(`The task cannot be assigned to ${stranger}: nobody has that id.`);
  const now = new Date(world.now()).toISOString();
  const taken = Object.entries(wished).map(([id, one]) => [
    id,
    one && {
      "@odata.type": "#microsoft.graph.plannerAssignment",
      assignedBy: { user: { displayName: null, id: caller.id } },
      assignedDateTime: now,
      // What comes back is Planner's own place in the order, not the hint it was given.
      orderHint: `8585${world.now()}P`,
    },
  ]);
  return withoutEmpty({ ...before, ...(Object.fromEntries(taken) as object) });
}

/** An open type's properties: what is set to null or false is gone. */
function withoutEmpty(properties: object): Record<string, unknown> {
  const kept = Object.entries(properties).filter(([, value]) => value !== null && value !== false);
  return Object.fromEntries(kept);
}

const TASK = "/planner/tasks/{plannerTask-id}";
const shape = { workload: "planner", units: 1 } as const;
const WRITE = ["Tasks.ReadWrite", "Group.ReadWrite.All"];

/** Tasks of plans; a change names the version it is of. */
export const taskRoutes: readonly Route[] = [
  { ...shape, method: "POST", path: "/planner/tasks", scopes: WRITE, answer: makeTask },
  {
    ...shape,
    method: "GET",
    path: TASK,
    scopes: ["Tasks.Read", "Group.Read.All", ...WRITE],
    answer: (call) => ({ status: 200, body: showTask(taskOf(call)) }),
  },
  { ...shape, method: "PATCH", path: TASK, scopes: WRITE, answer: changeTask },
  {
    ...shape,
    method: "DELETE",
    path: TASK,
    scopes: WRITE,
    answer: (call) => {
      const { id, version } = taskOf(call);
      refuseStale(call, "Task", version);
      call.world.record({ fact: "task-deleted", taskId: id });
      return { status: 204 };
    },
  },
];
