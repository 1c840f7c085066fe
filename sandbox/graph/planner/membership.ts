import type { Group } from "../../directory/directory.ts";
import type { Call } from "../call.ts";
import { refuse } from "../errors.ts";
import type { Plan } from "./planner-store.ts";

/**
 * A plan, for a member of its group.
 *
 * @throws GraphError 404 for no plan, 403 for who is no member.
 */
export function planOf(call: Call, planId: string): Plan {
  const plan = call.world.state.planner.plans.get(planId) ?? notThere();
  groupOf(call, plan.groupId);
  return plan;
}

/** Ends the request as Planner does when an item is not there. */
export function notThere(): never {
  return refuse(404, "", "The requested item is not found.");
}

/**
 * A group, for its members.
 *
 * @throws GraphError 404 for no group, 403 for who is no member.
 */
export function groupOf(call: Call, groupId: string): Group {
  const { directory } = call.world;
  const group = directory.groups.find(({ id }) => id === groupId.toLowerCase()) ?? notThere();
  if (!directory.isMember(group, call.caller))
    refuse(403, "", "You do not have the required permissions to access this item.");
  return group;
}
