import * as v from "valibot";
import type { PlannedTask, TaskPlans } from "#flows/sharing/sharing-ports.ts";
import { type Graph, callGraph, parseAnswer } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { scopes } from "#adapters/graph/token-source.ts";

const Plan = v.object({ id: v.string(), title: v.nullish(v.string()) });
const Task = v.object({
  id: v.string(),
  title: v.nullish(v.string()),
  hasDescription: v.nullish(v.boolean()),
});
const Details = v.object({ "@odata.etag": v.string() });

/**
 * Planner, as far as tasks of a decision go. The description stands in a task's details, which are
 * changed by themselves under an eTag of their own.
 *
 * @see https://learn.microsoft.com/graph/api/resources/planner-overview
 */
export function openPlanner(graph: Graph): TaskPlans {
  return {
    async plans() {
      const path = "/me/planner/plans";
      const { values } = await pages(graph, { path, scopes: scopes.planner });
      return values.map((value) => {
        const { id, title } = parseAnswer(Plan, value, path);
        return { id, title: title ?? "A plan without a name" };
      });
    },
    async tasks(plan) {
      const path = `/planner/plans/${encodeURIComponent(plan)}/tasks`;
      const { values } = await pages(graph, { path, scopes: scopes.planner });
      return values.map((value) => plannedTask(parseAnswer(Task, value, path)));
    },
    async add(plan, { title, dueOn, assignee }) {
      const task = await callGraph(graph, Task, {
        method: "POST",
        path: "/planner/tasks",
        scopes: scopes.planner,
        body: {
          planId: plan,
          title,
          // Noon: the same calendar day wherever it is read.
          ...(dueOn !== undefined && { dueDateTime: `${dueOn}T12:00:00Z` }),
          ...(assignee !== undefined && { assignments: { [assignee]: assignment } }),
        },
      });
      return plannedTask(task);
    },
    async describe(task, description) {
      const path = `/planner/tasks/${encodeURIComponent(task)}/details`;
      const details = await callGraph(graph, Details, { path, scopes: scopes.planner });
      await callGraph(graph, v.unknown(), {
        method: "PATCH",
        path,
        scopes: scopes.planner,
        headers: { "If-Match": details["@odata.etag"] },
        body: { description },
      });
    },
  };
}

const assignment = { "@odata.type": "#microsoft.graph.plannerAssignment", orderHint: " !" };

function plannedTask({ id, title, hasDescription }: v.InferOutput<typeof Task>): PlannedTask {
  return { id, title: title ?? "", hasDescription: hasDescription ?? false };
}
