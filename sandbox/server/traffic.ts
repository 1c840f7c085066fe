import type { Traffic } from "../graph/service.ts";

/** Who wants to see Graph's traffic, and how it reaches them. */
export interface TrafficFeed {
  readonly publish: (traffic: Traffic) => void;
  /** Calls back for every request from now on, until the function it gives is called. */
  subscribe(listener: (traffic: Traffic) => void): () => void;
  /** The latest requests, oldest first. */
  recent(): readonly Traffic[];
}

const KEPT = 200;

/** A feed that remembers the last few requests for those who look in later. */
export function trafficFeed(): TrafficFeed {
  const listeners = new Set<(traffic: Traffic) => void>();
  const recent: Traffic[] = [];
  return {
    publish: (traffic) => {
      recent.push(traffic);
      if (recent.length > KEPT) recent.shift();
      for (const listener of listeners) listener(traffic);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    recent: () => [...recent],
  };
}
