import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import { ids, startTenant } from "../adapters/tenant.ts";
import { hubNetwork } from "../doubles/hub-connection.ts";
import { describePush } from "./push.ts";
import { startServedTenant } from "../sandbox/push/served-tenant.ts";

describePush("a SharePoint list in this process", async () => {
  const tenant = startTenant();
  const { world, byHand } = tenant;
  const list = await tenant.listOf("Decision events");
  const items = `${listPath(list)}/items`;
  const network = hubNetwork(tenant.service.world.push, world);
  const graph = tenant.graphOf(ids.kwame);
  return {
    push: openPush({ graph, list, world, connect: network.connect }),
    add: async () => void (await byHand(ids.ines, "POST", items, { fields: { Title: "row" } })),
    remove: async () => void (await byHand(ids.sofia, "DELETE", `${items}/1`)),
    cut: network.cut,
    async until(isSo) {
      for (let seconds = 0; !isSo(); seconds += 1) {
        if (seconds > 60) throw new Error("It did not come to be within a minute.");
        await world.advance(1000);
      }
    },
    pass: () => world.advance(60_000),
    close: () => Promise.resolve(),
  };
});

describePush("a SharePoint list over the sandbox's sockets", startServedTenant);
