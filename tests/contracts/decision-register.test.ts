import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { ids, startTenant } from "../adapters/tenant.ts";
import { fixedWorld } from "../doubles/fixed-world.ts";
import { memoryRegister } from "../doubles/memory-register.ts";
import { describeDecisionRegister } from "./decision-register.ts";

describeDecisionRegister("in memory", () => {
  const world = fixedWorld();
  const register = memoryRegister(world);
  return Promise.resolve({
    ana: register,
    ben: register,
    touch: (item) => Promise.resolve(register.touch(item)),
    breakRow: (item) => Promise.resolve(register.breakRow(item)),
    pass: (ms) => world.advance(ms),
  });
});

describeDecisionRegister("a SharePoint list", async () => {
  const tenant = startTenant();
  const list = await tenant.listOf("Decisions");
  const change = async (item: string, fields: object) => {
    await tenant.byHand(ids.sofia, "PATCH", `${listPath(list)}/items/${item}/fields`, fields);
  };
  return {
    ana: openDecisionList(tenant.graphOf(ids.kwame), list),
    ben: openDecisionList(tenant.graphOf(ids.ines), list),
    touch: (item) => change(item, { Title: "By hand" }),
    breakRow: (item) => change(item, { DecisionKey: "not a key of ours" }),
    pass: (ms) => tenant.world.advance(ms),
  };
});
