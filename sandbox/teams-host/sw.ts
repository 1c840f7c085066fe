import { forward, type NetworkCondition, readCondition, routeOf } from "./service/forwarding.ts";

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's global scope used here; TypeScript's DOM types have none. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message", hear: (e: LastingEvent) => void): void;
  addEventListener(type: "fetch", hear: (e: RequestEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const cacheName = "network-conditions";

function keyOf(clientId: string): string {
  return new URL(`network/${clientId}`, scope.location.href).href;
}

function clientOf(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

// A browser stops an idle worker, and with it all variables: a cache remembers the conditions.
async function readConditions(): Promise<Map<string, NetworkCondition>> {
  const cache = await caches.open(cacheName);
  const found = new Map<string, NetworkCondition>();
  for (const { url } of await cache.keys()) {
    const kept = await cache.match(url);
    if (kept) found.set(clientOf(url), readCondition(await kept.text()));
  }
  return found;
}

let conditions: Promise<Map<string, NetworkCondition>> | undefined;

function knownConditions(): Promise<Map<string, NetworkCondition>> {
  conditions ??= readConditions();
  return conditions;
}

async function keepCondition({ request, clientId }: RequestEvent): Promise<Response> {
  const text = await request.text();
  const known = await knownConditions();
  known.set(clientId, readCondition(text));
  const cache = await caches.open(cacheName);
  await cache.put(keyOf(clientId), new Response(text));
  for (const { url } of await cache.keys()) {
    // Pages that are gone leave nothing behind.
    if (await scope.clients.get(clientOf(url))) continue;
    known.delete(clientOf(url));
    await cache.delete(url);
  }
  return new Response(null, { status: 204 });
}

async function answerGraph({ request, clientId }: RequestEvent, target: string): Promise<Response> {
  const condition = (await knownConditions()).get(clientId);
  if (condition?.offline) return Response.error();
  const delayMilliseconds = condition?.delayMilliseconds ?? 0;
  if (delayMilliseconds > 0) await new Promise((done) => setTimeout(done, delayMilliseconds));
  try {
    return await forward(request, target);
  } catch {
    // The page sees what it would see: a network that failed, not an answer of ours.
    return Response.error();
  }
}

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
// A page reloaded past its worker has no controller until it is claimed again.
scope.addEventListener("message", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const route = routeOf(event.request.method, event.request.url, scope.location.href);
  if (route.kind === "graph") event.respondWith(answerGraph(event, route.target));
  if (route.kind === "origins")
    event.respondWith(Promise.resolve(Response.json({ validOrigins: [] })));
  if (route.kind === "condition") event.respondWith(keepCondition(event));
});
