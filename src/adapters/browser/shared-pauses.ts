import * as v from "valibot";
import { type Pauses, ownPauses } from "#adapters/graph/pauses.ts";
import type { World } from "#flows/ports.ts";

/** How the windows of a browser speak to each other; nobody hears themselves. */
export interface WindowTalk {
  tell(message: unknown): void;
  listen(hear: (message: unknown) => void): void;
}

const Held = v.object({ service: v.string(), untilMs: v.pipe(v.number(), v.finite()) });
const asking = "ask";
/** SharePoint asks for minutes at most: more than this is somebody's broken clock. */
const longestMs = 3_600_000;

/**
 * Pauses that all windows of a browser keep: SharePoint throttles the app in its tenant, so what one
 * window was told holds for the others. A window that opens late asks for what is known. Without a
 * way to talk, each window keeps its own.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export function sharedPauses(world: Pick<World, "now">, windows: WindowTalk | undefined): Pauses {
  const pauses = ownPauses();
  if (windows === undefined) return pauses;
  const services = new Set<string>();
  const note = (service: string, untilMs: number) => {
    services.add(service);
    pauses.hold(service, untilMs);
  };
  const tell = (service: string) => {
    const untilMs = pauses.untilMs(service);
    if (untilMs > world.now()) windows.tell({ service, untilMs });
  };
  windows.listen((message) => {
    if (message === asking) for (const service of services) tell(service);
    // Another window may run another version of this page.
    const told = v.safeParse(Held, message);
    if (!told.success || told.output.untilMs > world.now() + longestMs) return;
    note(told.output.service, told.output.untilMs);
  });
  windows.tell(asking);
  return {
    untilMs: (service) => pauses.untilMs(service),
    hold(service, untilMs) {
      note(service, untilMs);
      tell(service);
    },
  };
}

/** The windows of this origin in this browser; undefined where a browser keeps them apart. */
export function windowsHere(): WindowTalk | undefined {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = new BroadcastChannel("quorate-pauses");
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    tell: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener("message", ({ data }) => hear(data)),
  };
}
