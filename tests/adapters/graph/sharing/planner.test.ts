import { describe, expect, it } from "vitest";
import { openPlanner } from "#adapters/graph/sharing/planner.ts";
import type { DecisionTask } from "#domain/sharing/tasks.ts";
import { toPersonId } from "#domain/ids.ts";
import { addTasks } from "#flows/sharing/adding-tasks.ts";
import { ids, startTenant } from "../../tenant.ts";
import { sharingTenant, writes } from "./sharing-fixtures.ts";

const pilot: DecisionTask = {
  title: "Pilot in one region (decision 12)",
  dueOn: "2027-02-01",
  assignee: toPersonId(ids.ines),
  description: "From decision 12.\nhttps://larkfield.sharepoint.com/12",
};
const training: DecisionTask = {
  title: "Condition: Train people first (decision 12)",
  description: "x",
};

async function planner() {
  const tenant = sharingTenant();
  const plans = openPlanner(tenant.graphOf(ids.sofia));
  const [plan] = await plans.plans();
  return { tenant, plans, plan: plan! };
}

describe("the plans of a person's groups", () => {
  it("are those tasks can be added to", async () => {
    const { plan } = await planner();

    expect(plan).toEqual({ id: "sales-forecasting-plan-00001", title: "Sales forecasting" });
  });

  it("ask for consent where nobody gave it", async () => {
    const plans = openPlanner(startTenant().graphOf(ids.sofia)).plans();

    await expect(plans).rejects.toMatchObject({
      kind: "consent-needed",
      details: { scopes: ["Tasks.ReadWrite"] },
    });
  });
});

describe("adding the tasks of a decision", () => {
  it("gives each its day, its person, and the way back to the record", async () => {
    const { tenant, plans, plan } = await planner();

    const found = await addTasks(plans, plan.id, [pilot]);

    expect(found).toEqual({ added: 1, alreadyThere: 0 });
    const [task] = tenant.service.world.state.planner.tasks.values();
    expect(task?.properties).toMatchObject({
      title: pilot.title,
      dueDateTime: "2027-02-01T12:00:00Z",
      assignments: { [ids.ines]: {} },
    });
    expect(task?.details["description"]).toBe(pilot.description);
  });

  it("makes no doubles when it is pressed again", async () => {
    const { tenant, plans, plan } = await planner();
    await addTasks(plans, plan.id, [pilot]);
    const before = writes(tenant).length;

    const again = await addTasks(plans, plan.id, [pilot, training]);

    expect(again).toEqual({ added: 1, alreadyThere: 1 });
    expect(writes(tenant).length - before).toBe(2);
  });

  it("finishes a task that an earlier try left without its description", async () => {
    const { tenant, plans, plan } = await planner();
    await plans.add(plan.id, pilot);

    const found = await addTasks(plans, plan.id, [pilot]);

    const [task, second] = tenant.service.world.state.planner.tasks.values();
    expect(found).toEqual({ added: 0, alreadyThere: 1 });
    expect(second).toBeUndefined();
    expect(task?.details["description"]).toBe(pilot.description);
  });

  it("is refused to somebody who is not in the plan's group", async () => {
    const { tenant, plan } = await planner();
    const stranger = openPlanner(tenant.graphOf(ids.adaeze));

    await expect(addTasks(stranger, plan.id, [pilot])).rejects.toMatchObject({ kind: "forbidden" });
  });
});
