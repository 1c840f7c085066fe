import type { PlannerTaskDetails } from "@microsoft/microsoft-graph-types";
import type { Call, Route } from "../call.ts";
import { changed, etagOf, refuseStale } from "./etag.ts";
import { readPlanner } from "./planner-body.ts";
import type { Task } from "./planner-store.ts";
import { ChangedDetails } from "./task-shape.ts";
import { taskOf } from "./tasks.ts";

/** A task's description, links and checklist as Graph answers them. */
export function showDetails(task: Task): PlannerTaskDetails & { "@odata.etag": string } {
  const { id, detailsVersion, details } = task;
  return { "@odata.etag": etagOf("TaskDetails", detailsVersion), id, ...details };
}

function changeDetails(call: Call) {
  const before = taskOf(call);
  refuseStale(call, "TaskDetails", before.detailsVersion);
  const { references, checklist, ...plain } = readPlanner(call, ChangedDetails);
  const { details } = before;
  const task: Task = {
    ...before,
    detailsVersion: before.detailsVersion + 1,
    details: {
      ...details,
      ...plain,
      references: stamped(call, details["references"] as object, references),
      checklist: stamped(call, details["checklist"] as object, checklist),
    },
  };
  call.world.record({ fact: "task-written", task });
  return changed(call, () => showDetails(task));
}

/** Entries that are given join those that are there; null takes one away. */
function stamped(call: Call, before: object, given: Readonly<Record<string, object | null>> = {}) {
  const known = before as Readonly<Record<string, object>>;
  const stamp = {
    lastModifiedDateTime: new Date(call.world.now()).toISOString(),
    lastModifiedBy: { user: { displayName: null, id: call.caller.id } },
  };
  const taken = Object.entries(given).flatMap(([name, entry]) =>
    entry === null ? [] : [[name, { ...known[name], ...entry, ...stamp }] as const],
  );
  const kept = Object.entries(known).filter(([name]) => !(name in given));
  return Object.fromEntries([...kept, ...taken]);
}

const DETAILS = "/planner/tasks/{plannerTask-id}/details";
const shape = { workload: "planner", units: 1 } as const;
const WRITE = ["Tasks.ReadWrite", "Group.ReadWrite.All"];

/** The part of a task that is read and changed by itself. */
export const taskDetailsRoutes: readonly Route[] = [
  {
    ...shape,
    method: "GET",
    path: DETAILS,
    scopes: ["Tasks.Read", "Group.Read.All", ...WRITE],
    answer: (call) => ({ status: 200, body: showDetails(taskOf(call)) }),
  },
  { ...shape, method: "PATCH", path: DETAILS, scopes: WRITE, answer: changeDetails },
];
