import { browserWorld } from "#adapters/browser/world.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import { type Connect, connectBySocket } from "#adapters/sharepoint/push/connection.ts";
import type { PushSetting } from "../contracts/push.ts";
import { hurriedWorld } from "./hurried-world.ts";
import type { Trial } from "./trial.ts";

/** A list of the trial's own that is listened to over real sockets, which can be cut. */
export async function openPushSetting(trial: Trial): Promise<PushSetting> {
  const { owner, member, isSandbox } = trial;
  const list = await trial.makeList("Decision events");
  const items = `${listPath(list)}/items`;
  const scopes = ["Sites.ReadWrite.All"];
  const lines = cuttable();
  let last = "1";
  return {
    push: openPush({
      graph: owner.graph,
      list,
      world: isSandbox ? hurriedWorld : browserWorld,
      connect: lines.connect,
    }),
    async add() {
      const body = { fields: { Title: "row" } };
      const made = await member.graph.call({ method: "POST", path: items, scopes, body });
      last = (made as { readonly id: string }).id;
    },
    async remove() {
      await member.graph.call({ method: "DELETE", path: `${items}/${last}`, scopes });
    },
    cut: lines.cut,
    async until(isSo) {
      for (const end = Date.now() + (isSandbox ? 8000 : 120_000); !isSo();) {
        if (Date.now() > end) throw new Error("It did not come to be.");
        await new Promise<void>((resolve) => void browserWorld.after(10, resolve));
      }
    },
    pass: () =>
      new Promise((resolve) => void browserWorld.after(isSandbox ? 100 : 15_000, resolve)),
    close: () => Promise.resolve(),
  };
}

/** Real sockets that break when told to. */
function cuttable(): { readonly connect: Connect; readonly cut: () => void } {
  const open = new Set<() => void>();
  return {
    cut: () => {
      for (const breakOff of open) breakOff();
      open.clear();
    },
    connect(address, events) {
      const end = () => {
        close();
        events.onDown();
      };
      const close = connectBySocket(address, events);
      open.add(end);
      return () => {
        open.delete(end);
        close();
      };
    },
  };
}
