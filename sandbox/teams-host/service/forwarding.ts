const graphOrigin = "https://graph.microsoft.com";
const loginOrigin = "https://login.larkfield.example";
const sharePointEnd = ".sharepoint.com";
const originsListStart = "https://res.cdn.office.net/teams-js/validDomains/";

/** The network of one framed page, as switched in the host page. */
export interface NetworkCondition {
  readonly offline: boolean;
  readonly delayMilliseconds: number;
}

/** What the worker does with a request. */
export type Route =
  | { readonly kind: "leave" }
  | { readonly kind: "graph"; readonly target: string }
  | { readonly kind: "origins" }
  | { readonly kind: "condition" };

/** Decides by address alone; `workerUrl` is where the worker was loaded from. */
export function routeOf(method: string, url: string, workerUrl: string): Route {
  const { origin, pathname, search, href } = new URL(url);
  // Relative to the worker, so that a proxy may put the sandbox under any path.
  if (origin === graphOrigin) {
    return { kind: "graph", target: new URL(`../graph${pathname}${search}`, workerUrl).href };
  }
  // SharePoint's own REST: which tenant's host it is, the token says.
  if (origin.endsWith(sharePointEnd) && /\/_api\//i.test(pathname)) {
    return { kind: "graph", target: new URL(`../sharepoint${pathname}${search}`, workerUrl).href };
  }
  // Where pages outside Teams sign in; its pages are opened at the sandbox's own address.
  if (origin === loginOrigin) {
    return { kind: "graph", target: new URL(`login${pathname}${search}`, workerUrl).href };
  }
  if (href.startsWith(originsListStart)) return { kind: "origins" };
  if (method === "PUT" && href === new URL("network", workerUrl).href) return { kind: "condition" };
  return { kind: "leave" };
}

/** The condition in a request's body; a broken one counts as a network without faults. */
export function readCondition(text: string): NetworkCondition {
  try {
    const { offline, delayMilliseconds } = JSON.parse(text) as Partial<NetworkCondition>;
    return { offline: offline === true, delayMilliseconds: Number(delayMilliseconds) || 0 };
  } catch {
    return { offline: false, delayMilliseconds: 0 };
  }
}

/** The same request to another address: method, headers and body are kept. */
export async function forward(request: Request, target: string): Promise<Response> {
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? await request.arrayBuffer() : null;
  const { method, headers, signal } = request;
  const answer = await fetch(target, {
    method,
    headers,
    body,
    signal,
    credentials: "omit",
    cache: "no-store",
  });
  return asOwn(answer);
}

/** A copy without the real address, so that the page sees the one it asked. */
function asOwn({ status, statusText, headers, body }: Response): Response {
  const kept = new Headers(headers);
  // The body was decoded on the way here.
  kept.delete("content-encoding");
  kept.delete("content-length");
  const isBodyless = status === 204 || status === 205 || status === 304;
  return new Response(isBodyless ? null : body, { status, statusText, headers: kept });
}
