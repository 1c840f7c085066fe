import { patiently } from "#adapters/graph/retry.ts";
import { StoreError } from "#flows/store-error.ts";
import type { World } from "#flows/ports.ts";
import type { Tenant } from "./tenant.ts";

/** One browser's connection to SharePoint. */
export interface Wire {
  /**
   * Sends one request and answers what it did there. What was turned down is tried again as the
   * product's own adapter does.
   *
   * @throws StoreError `throttled`.
   */
  send<T>(method: "GET" | "POST" | "PATCH", cost: number, act: () => T): Promise<T>;
}

/** As the Graph adapter has it when nobody says otherwise. */
const patience = { longestWaitSeconds: 10, tries: 4 };

interface Sent {
  readonly cost: number;
  readonly act: () => void;
}

/** A wire to a tenant, whose delays follow its own chance. */
export function openWire(
  tenant: Tenant,
  world: Pick<World, "now" | "after" | "random">,
  chance: () => number,
): Wire {
  const underWay = new Map<string, Sent>();
  let requests = 0;

  const pause = (ms: number) => new Promise<void>((done) => void world.after(ms, done));

  const carryOut = async (request: Request) => {
    const sent = underWay.get(request.url);
    const tripMs = latencyMs(request.method, chance);
    await pause(tripMs / 2);
    const waitSeconds = tenant.charge(world.now(), sent?.cost ?? 0);
    if (waitSeconds === undefined) sent?.act();
    await pause(tripMs / 2);
    if (waitSeconds === undefined) return new Response();
    return new Response(null, { status: 429, headers: { "retry-after": String(waitSeconds) } });
  };
  const send = patiently(carryOut, world, patience);

  return {
    async send<T>(method: "GET" | "POST" | "PATCH", cost: number, act: () => T) {
      requests += 1;
      const address = `https://graph.microsoft.com/v1.0/sites/${requests}`;
      let result: T | undefined;
      underWay.set(address, { cost, act: () => void (result = act()) });
      try {
        const response = await send(new Request(address, { method }), []);
        if (response.ok) return result as T;
        const retryAfterSeconds = Number(response.headers.get("retry-after"));
        throw new StoreError("throttled", "The minute's budget is spent", { retryAfterSeconds });
      } finally {
        underWay.delete(address);
      }
    },
  };
}

/** What a request usually takes there and back, with a long tail. */
function latencyMs(method: string, chance: () => number): number {
  const tail = chance() < 0.05 ? 600 : 0;
  return (method === "GET" ? 90 : 220) + chance() * 160 + chance() * tail;
}
