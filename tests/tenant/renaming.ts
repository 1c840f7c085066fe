import type { Graph, GraphCall } from "#adapters/graph/client.ts";

const names = ["Decisions", "Decision events", "Decision roles"];

/**
 * Graph, where Quorate's lists have other names: what makes and mends them runs unchanged, beside
 * lists that are in use.
 */
export function renaming(graph: Graph, before: string): Graph {
  return {
    clock: graph.clock,
    call: (call) => graph.call({ ...call, path: pathOf(call, before), ...bodyOf(call, before) }),
  };
}

function pathOf({ path }: GraphCall, before: string): string {
  return path.replace(/(?<=\/lists\/)[^/?]+/u, (named) => {
    const name = decodeURIComponent(named);
    return names.includes(name) ? encodeURIComponent(`${before} ${name}`) : named;
  });
}

function bodyOf({ method, path, body }: GraphCall, before: string): { readonly body?: unknown } {
  if (method !== "POST" || !path.endsWith("/lists")) return body === undefined ? {} : { body };
  const list = body as { readonly displayName: string };
  return { body: { ...list, displayName: `${before} ${list.displayName}` } };
}
