import { openGraph } from "#adapters/graph/client.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import type { World } from "#flows/ports.ts";
import type { PushSetting } from "../../contracts/push.ts";
import { ids, technologySite } from "../../adapters/tenant.ts";
import { soon, startServer } from "./server-fixtures.ts";

const hurry = 20;

/** The browser's time, twenty times as fast: pauses are kept, nobody waits for them. */
const hurriedWorld: Pick<World, "now" | "random" | "after"> = {
  now: () => Date.now() * hurry,
  random: () => 0.5,
  after(ms, act) {
    const timer = setTimeout(act, ms / hurry);
    return () => clearTimeout(timer);
  },
};

/** The adapter as it ships, over the sandbox as it is served: real requests and real sockets. */
export async function startServedTenant(): Promise<PushSetting> {
  const server = await startServer();
  const list = { siteId: technologySite, listId: await server.makeList("Decision events") };
  const items = `${listPath(list)}/items`;
  const token = await server.tokenOf(ids.kwame);
  const graph = openGraph({
    tokens: { token: () => Promise.resolve(token) },
    clock: hurriedWorld,
    graphBaseUrl: `${server.origin}/graph/v1.0`,
    timeoutMs: 30_000 * hurry,
  });
  return {
    push: openPush({ graph, list, world: hurriedWorld }),
    add: async () =>
      void (await server.send(ids.ines, "POST", items, { fields: { Title: "row" } })),
    remove: async () => void (await server.send(ids.sofia, "DELETE", `${items}/1`)),
    cut: server.cut,
    until: soon,
    pass: () => new Promise((resolve) => void setTimeout(resolve, 100)),
    close: server.close,
  };
}
