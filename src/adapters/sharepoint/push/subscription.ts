import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { type ListRef, listPath } from "#adapters/sharepoint/list-items.ts";

/** An address at which word of a list's changes can be heard for a while. */
export interface Subscription {
  readonly address: string;
  /** Epoch milliseconds by the service's clock; undefined where it does not say. */
  readonly expiresAtMs: number | undefined;
}

const Moment = v.nullish(
  v.pipe(
    v.unknown(),
    // Not documented: what cannot be read as a moment counts as not said.
    v.transform((value) => (typeof value === "string" ? Date.parse(value) : Number.NaN)),
    v.transform((ms) => (Number.isNaN(ms) ? undefined : ms)),
  ),
);

const SubscriptionAnswer = v.object({
  notificationUrl: v.pipe(v.string(), v.url(), v.regex(/^https?:/iu)),
  expirationDateTime: Moment,
});

const Notices = v.object({ value: v.array(v.object({ expirationDateTime: Moment })) });

/**
 * Asks for an address to listen at. Costs 1 resource unit.
 *
 * @throws StoreError of any kind; `rejected` (400 `notSupported`) also passes by itself.
 * @see https://learn.microsoft.com/graph/api/subscriptions-socketio
 */
export async function subscribe(graph: Graph, list: ListRef): Promise<Subscription> {
  const path = `${listPath(list)}/subscriptions/socketIo`;
  const call = { path, scopes: scopes.lists };
  const { notificationUrl, expirationDateTime } = await callGraph(graph, SubscriptionAnswer, call);
  return { address: notificationUrl, expiresAtMs: expirationDateTime ?? undefined };
}

/**
 * Until when a notice says its subscription lasts; undefined where it says nothing readable. It
 * has been seen as JSON in a string; an object or nothing at all is word of a change just as well.
 */
export function expiryTold(payload: unknown): number | undefined {
  const notices = v.safeParse(Notices, typeof payload === "string" ? parsed(payload) : payload);
  const times = notices.success ? notices.output.value : [];
  return (
    times.find(({ expirationDateTime }) => expirationDateTime)?.expirationDateTime ?? undefined
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
