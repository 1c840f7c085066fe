import { browserWorld } from "#adapters/browser/world.ts";
import type { World } from "#flows/ports.ts";

/** How much faster time goes. */
export const hurry = 20;

/** Time for a sandbox, which answers at once: pauses are kept, nobody waits for them. */
export const hurriedWorld: Pick<World, "now" | "random" | "after"> = {
  now: () => Date.now() * hurry,
  random: () => 0.5,
  after: (ms, act) => browserWorld.after(ms / hurry, act),
};
