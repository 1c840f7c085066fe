import type { Graph } from "#adapters/graph/client.ts";
import type { Connect, ConnectionEvents } from "#adapters/sharepoint/push/connection.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { StoreError } from "#flows/store-error.ts";

const list = { siteId: "site", listId: "list" };
const minute = 60_000;
const usualLifeMs = 40 * minute;

/** A connection somebody made, in a test's hands. */
interface Made extends ConnectionEvents {
  readonly address: string;
  readonly atMs: number;
  isClosed: boolean;
}

/** What Graph answers: an address that lasts 40 minutes, that with other members, or a failure. */
type Answer = "lasting" | Readonly<Record<string, unknown>> | StoreError;

/** Somebody who listens, with Graph and the network in the test's hands and time standing still. */
export function startListening(answer: Answer = "lasting", more: { offsetMs?: number } = {}) {
  const world = fixedWorld();
  const connections: Made[] = [];
  const asked: { readonly path: string; readonly scopes: readonly string[]; atMs: number }[] = [];
  const told: (boolean | "news")[] = [];
  const startMs = world.now();
  const net: { graph: Answer; line: "up" | "refused" | "silent" } = { graph: answer, line: "up" };
  const since = () => world.now() - startMs;

  const graph: Graph = {
    clock: world,
    call({ path, scopes }) {
      asked.push({ path, scopes, atMs: since() });
      if (net.graph instanceof StoreError) return Promise.reject(net.graph);
      const notificationUrl = `https://push.example/notifications?token=${asked.length}`;
      const expirationDateTime = new Date(world.now() + usualLifeMs).toISOString();
      const said = net.graph === "lasting" ? { expirationDateTime } : net.graph;
      return Promise.resolve({ id: "1", notificationUrl, ...said });
    },
  };
  const connect: Connect = (address, events) => {
    const made = { ...events, address, atMs: since(), isClosed: false };
    connections.push(made);
    world.after(10, () => {
      if (made.isClosed || net.line === "silent") return;
      if (net.line === "up") events.onUp();
      else events.onDown();
    });
    return () => {
      made.isClosed = true;
    };
  };
  const clockOffset = more.offsetMs === undefined ? {} : { clockOffsetMs: () => more.offsetMs! };
  const push = openPush({ graph, list, world, connect, ...clockOffset });
  /** What happens besides when something is told. */
  const hear = { onState: () => {} };
  const stop = push.listen(
    () => told.push("news"),
    (isUp) => {
      told.push(isUp);
      hear.onState();
    },
  );
  return {
    world,
    connections,
    asked,
    told,
    net,
    hear,
    stop,
    /** The connection made last. */
    latest: () => connections.at(-1)!,
    /** Lets so many minutes go by. */
    pass: (minutes: number) => world.advance(minutes * minute),
    /** When addresses were asked for, in minutes since the start. */
    askedAt: () => asked.map(({ atMs }) => atMs / minute),
  };
}
