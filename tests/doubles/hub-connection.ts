import type { Connect } from "#adapters/sharepoint/push/connection.ts";
import type { World } from "#flows/ports.ts";
import type { PushHub } from "../../sandbox/graph/push/hub.ts";

/** A network to the sandbox's push without sockets: in this process, by the given world's time. */
export interface HubNetwork {
  readonly connect: Connect;
  /** Breaks every connection; addresses stay good. */
  cut(): void;
}

/** Connects as a socket would: a turn later, refused without a good token, until that expires. */
export function hubNetwork(hub: PushHub, world: Pick<World, "now" | "after">): HubNetwork {
  const breaks = new Set<() => void>();
  return {
    connect(address, events) {
      const token = new URL(address).searchParams.get("token") ?? "";
      let stop: (() => void) | undefined;
      const close = () => {
        for (const undo of [cancelOpening, cancelExpiry, stop]) undo?.();
        breaks.delete(end);
      };
      const end = () => {
        close();
        events.onDown();
      };
      let cancelExpiry = () => {};
      const cancelOpening = world.after(0, () => {
        const ticket = hub.admit(token);
        stop = hub.listen(token, { notify: events.onNotice, end });
        if (!ticket || !stop) {
          events.onDown();
          return;
        }
        cancelExpiry = world.after(ticket.expiresAt - world.now(), end);
        breaks.add(end);
        events.onUp();
      });
      return close;
    },
    cut() {
      for (const end of breaks) end();
    },
  };
}
