import type { PlannerBucket, PlannerPlan } from "@microsoft/microsoft-graph-types";
import * as v from "valibot";
import type { Group } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { etagOf } from "./etag.ts";
import { groupOf, planOf } from "./membership.ts";
import { newPlannerId, readPlanner } from "./planner-body.ts";
import type { Bucket, Plan } from "./planner-store.ts";
import { showTask } from "./tasks.ts";

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const NewPlan = v.strictObject({
  title: Name,
  owner: v.optional(v.string()),
  container: v.optional(
    v.strictObject({
      "@odata.type": v.optional(v.string()),
      url: v.optional(v.string()),
      containerId: v.optional(v.string()),
      type: v.optional(v.picklist(["group"], "only a group can hold a plan here.")),
    }),
  ),
});
const NewBucket = v.strictObject({
  name: Name,
  planId: v.string(),
  orderHint: v.optional(v.string(), " !"),
});

function showPlan({ world }: Call, plan: Plan): PlannerPlan & { "@odata.etag": string } {
  const { id, groupId, title, createdAt, createdBy, version } = plan;
  return {
    "@odata.etag": etagOf("Plan", version),
    id,
    title,
    owner: groupId,
    createdDateTime: new Date(createdAt).toISOString(),
    createdBy: {
      user: { displayName: null, id: createdBy ?? null },
      application: { displayName: null, id: world.directory.tenant.clientId },
    },
    container: {
      containerId: groupId,
      type: "group",
      url: `https://graph.microsoft.com/v1.0/groups/${groupId}`,
    },
  };
}

function showBucket(bucket: Bucket): PlannerBucket & { "@odata.etag": string } {
  const { version, ...shown } = bucket;
  return { "@odata.etag": etagOf("Bucket", version), ...shown };
}

function makePlan(call: Call) {
  const { title, owner, container } = readPlanner(call, NewPlan);
  const named = /\/groups\/([0-9a-f-]{36})$/i.exec(container?.url ?? "")?.[1];
  const { id: groupId } = groupOf(call, named ?? container?.containerId ?? owner ?? "");
  const { world, caller } = call;
  const plan: Plan = {
    id: newPlannerId(world),
    groupId,
    title,
    createdAt: world.now(),
    createdBy: caller.id,
    version: 1,
  };
  world.record({ fact: "plan-written", plan });
  return { status: 201, body: showPlan(call, plan) };
}

function makeBucket(call: Call) {
  const { name, planId } = readPlanner(call, NewBucket);
  planOf(call, planId);
  const { world } = call;
  const bucket: Bucket = {
    id: newPlannerId(world),
    planId,
    name,
    orderHint: `8585${world.now()}P`,
    version: 1,
  };
  world.record({ fact: "bucket-written", bucket });
  return { status: 201, body: showBucket(bucket) };
}

/** Everything of a kind that belongs to a plan. */
function inPlan<Item extends { readonly planId: string }>(
  call: Call,
  items: ReadonlyMap<string, Item>,
  show: (item: Item) => object,
) {
  const { id } = planOf(call, param(call, "plannerPlan-id"));
  const value = [...items.values()].filter(({ planId }) => planId === id).map(show);
  return { status: 200, body: { value } };
}

function plansOf(call: Call, isIn: (group: Group) => boolean) {
  const groupIds = new Set(call.world.directory.groups.filter(isIn).map(({ id }) => id));
  const plans = [...call.world.state.planner.plans.values()];
  const value = plans.filter(({ groupId }) => groupIds.has(groupId));
  return { status: 200, body: { value: value.map((plan) => showPlan(call, plan)) } };
}

const PLAN = "/planner/plans/{plannerPlan-id}";
const read = {
  method: "GET",
  scopes: ["Tasks.Read", "Tasks.ReadWrite", "Group.Read.All", "Group.ReadWrite.All"],
  workload: "planner",
  units: 1,
} as const;
const write = {
  method: "POST",
  scopes: ["Tasks.ReadWrite", "Group.ReadWrite.All"],
  workload: "planner",
  units: 1,
} as const;

/**
 * Plans of groups and their buckets, for members of the group.
 *
 * @see https://learn.microsoft.com/graph/api/resources/planner-overview
 */
export const planRoutes: readonly Route[] = [
  {
    ...read,
    path: "/groups/{group-id}/planner/plans",
    answer: (call) => {
      const group = groupOf(call, param(call, "group-id"));
      return plansOf(call, (one) => one === group);
    },
  },
  {
    ...read,
    path: "/me/planner/plans",
    answer: (call) => plansOf(call, (group) => call.world.directory.isMember(group, call.caller)),
  },
  { ...write, path: "/planner/plans", answer: makePlan },
  {
    ...read,
    path: PLAN,
    answer: (call) => {
      const plan = planOf(call, param(call, "plannerPlan-id"));
      return { status: 200, body: showPlan(call, plan) };
    },
  },
  {
    ...read,
    path: `${PLAN}/buckets`,
    answer: (call) => inPlan(call, call.world.state.planner.buckets, showBucket),
  },
  {
    ...read,
    path: `${PLAN}/tasks`,
    answer: (call) => inPlan(call, call.world.state.planner.tasks, showTask),
  },
  { ...write, path: "/planner/buckets", answer: makeBucket },
];
